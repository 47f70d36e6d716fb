import type {CollectedInput} from '../../../src/analysis/input-collector.js'
import type {ReadInput} from '../../../src/analysis/read-inputs.js'

/** What was made of an input, as plain data. */
export function resultOf({format, encoding, byteCount}: ReadInput['opened'], collector: CollectedInput) {
  const {firstUs, lastUs, smallestStepUs, dated, backwards, gaps} = collector.clock
  return {
    format,
    encoding,
    byteCount,
    records: collector.records,
    undecoded: collector.undecoded,
    wpp: collector.wpp,
    named: collector.named,
    stated: collector.stated,
    notes: collector.notes,
    problems: collector.allProblems(),
    events: collector.events.map(event => ({...event, ...event.place, text: event.text})),
    losses: collector.losses.map(({event, afterUs, beforeUs}) => [event.place, afterUs, beforeUs]),
    clock: {firstUs, lastUs, smallestStepUs, dated, backwards, gaps},
    providers: collector.providers.list(),
    dialects: [...collector.recogniser.counts],
  }
}
