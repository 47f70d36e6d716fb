import type {ReadInput} from '../analysis/read-inputs.js'
import type {Source} from '../sources/source.js'
import {CAPTURE} from './cohorts.js'
import type {Contribution} from './fleet.js'

/** What one file comes to by itself. */
export interface FileContribution {
  readonly label: string | null
  readonly contribution: Contribution
  /** Only where it cannot be read again. */
  readonly kept: ReadInput | null
}

export interface GroupOptions {
  /** Reads files; they are numbered from `first`. */
  readonly read: (sources: readonly Source[], first: number) => Promise<ReadInput[]>
  readonly contribute: (inputs: readonly ReadInput[]) => Contribution
  /** Every file by itself, with its place among the sources, in any order. */
  readonly files: () => AsyncIterable<{readonly number: number; readonly result: FileContribution}>
  /** Label `capture` by the user's word: all files are that one. */
  readonly name: string | null
}

/** Files of one capture; `contribution` as long as there is one only, so that it need not be read again. */
interface Group {
  readonly members: {readonly source: Source; readonly kept: ReadInput | null}[]
  contribution: Contribution | null
}

/**
 * One contribution a capture, in any order. Each file is one, but files with the same value of the label `capture`
 * are one together: they are read a second time, so that no more than one capture is ever held.
 */
export async function* byCapture(
  sources: readonly Source[],
  {read, contribute, files, name}: GroupOptions,
): AsyncIterable<Contribution> {
  if (name !== null) {
    yield contribute(await read([...sources].sort(byPath), 0))
    return
  }
  const groups = new Map<string, Group>()
  for await (const {number, result} of files()) {
    const {label, contribution, kept} = result
    if (label === null) {
      yield contribution
      continue
    }
    const group: Group = groups.get(label) ?? {members: [], contribution: null}
    groups.set(label, group)
    group.members.push({source: sources[number] as Source, kept})
    group.contribution = group.members.length === 1 ? contribution : null
  }
  for (const {members, contribution} of groups.values()) {
    if (contribution !== null) {
      yield contribution
      continue
    }
    const inputs: ReadInput[] = []
    for (const {source, kept} of members.sort((a, b) => byPath(a.source, b.source))) {
      inputs.push(...(kept === null ? await read([source], inputs.length + sources.length) : [kept]))
    }
    yield contribute(inputs)
  }
}

/** Label `capture` of a file: of its header, or what all its adapters agree on. */
export function captureLabel({collector}: ReadInput): string | null {
  const {labels, adapters = []} = collector.stated ?? {}
  const all = [labels ?? {}, ...adapters.map(adapter => adapter.labels)]
  const values = new Set(all.flatMap(own => (Object.hasOwn(own, CAPTURE) ? [own[CAPTURE] ?? ''] : [])))
  const [only] = values
  return values.size === 1 ? (only ?? null) : null
}

/** Whatever order they came in, a capture is read in one. */
function byPath(a: Source, b: Source): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
