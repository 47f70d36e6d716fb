import type {Source} from '../sources/source.js'
import type {CollectedInput} from './input-collector.js'
import {type PortableEvents, portableEvents, restoredEvents} from './portable-events.js'
import type {ReadInput} from './read-inputs.js'

/** An input that was read, as plain data: what one thread may send another. */
export interface PortableInput extends PortableEvents {
  readonly opened: ReadInput['opened']
  readonly collected: Omit<CollectedInput, 'events' | 'losses' | 'problem' | 'allProblems' | 'providers' | 'recogniser'>
  readonly problems: ReturnType<CollectedInput['allProblems']>
  readonly providers: ReturnType<CollectedInput['providers']['list']>
  readonly counts: CollectedInput['recogniser']['counts']
  readonly sha256: string | null
}

export function portableInput({opened, collector, sha256}: ReadInput): PortableInput {
  const {notes, stated, records, undecoded, wpp, named, clock} = collector
  return {
    opened: {byteCount: opened.byteCount, encoding: opened.encoding, format: opened.format},
    collected: {notes, stated, records, undecoded, wpp, named, clock},
    problems: collector.allProblems(),
    providers: collector.providers.list(),
    counts: collector.recogniser.counts,
    ...portableEvents(collector),
    sha256,
  }
}

/** The same on the other thread; `input` is its number in the capture. */
export function restoredInput(plain: PortableInput, source: Source, input: number): ReadInput {
  const {opened, collected, problems, providers, counts, sha256} = plain
  const all = [...problems]
  const collector: CollectedInput = {
    ...collected,
    ...restoredEvents(plain, {input, lines: 0}),
    problem(problem) {
      // In the order of the file, as on one thread.
      const behind = all.findIndex(({offset}) => offset > problem.offset)
      all.splice(behind < 0 ? all.length : behind, 0, problem)
    },
    allProblems: () => all,
    providers: {list: () => providers},
    recogniser: {counts},
  }
  // Only a lone input is asked for it, and that is not read elsewhere.
  return {source, opened, collector, sha256, scenarioError: null}
}
