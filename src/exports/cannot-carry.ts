import type {ScenarioTrace} from '../parsers/scenario/scenario-trace.js'
import type {Moment} from '../parsers/scenario/values/milliseconds.js'
import type {Exporter} from './exporter.js'

/** What the format has no place for, a sentence each; empty: the export says everything that the scenario says. */
export function cannotCarry({title, places}: Exporter, {header, records}: ScenarioTrace): string[] {
  const sentences: string[] = []
  const moments = [header.from, header.to, header.origin, ...header.loss.flatMap(({start, end}) => [start, end])]
  const finer = [...moments, ...records.map(({source}) => source.at)].filter(at => isFiner(at, places.stepNs))
  if (finer.length > 0) {
    sentences.push(`${title} prints steps of ${stepText(places.stepNs)}: finer times were rounded down.`)
  }
  if (header.lostEvents > 0 && !places.lostEvents) {
    sentences.push(`${title} has no place for the number of lost events (${header.lostEvents}).`)
  }
  if (header.lostBuffers > 0 && !places.lostBuffers) {
    sentences.push(`${title} has no place for the number of lost buffers (${header.lostBuffers}).`)
  }
  return sentences
}

/** Below a millisecond the microseconds of a moment decide as well. */
const isFiner = ({us, ns}: Moment, stepNs: number): boolean =>
  ((((us % 1000) + 1000) % 1000) * 1000 + ns) % stepNs !== 0

const stepText = (stepNs: number): string => (stepNs >= 1_000_000 ? `${stepNs / 1_000_000} ms` : `${stepNs} ns`)
