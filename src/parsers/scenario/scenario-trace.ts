import type {Mac} from '../../events/units.js'
import type {ParsedEvent} from '../parser.js'
import {concretise} from './concretise.js'
import type {ScenarioHeader} from './header/header.js'
import {ScenarioBuilder, type ScenarioRecord} from './scenario.js'

/** A record of a scenario, as written and as bytes. */
export interface TraceRecordOfScenario {
  readonly source: ScenarioRecord
  readonly event: ParsedEvent
}

/** A scenario as a trace: what `generate` turns into exports. */
export interface ScenarioTrace {
  readonly header: ScenarioHeader
  readonly aliases: ReadonlyMap<string, Mac>
  /** In the order of the file. */
  readonly records: readonly TraceRecordOfScenario[]
}

/** Reads a whole scenario. Throws a ScenarioError. */
export function readScenarioTrace(text: string): ScenarioTrace {
  const builder = new ScenarioBuilder()
  let offset = 0
  for (const [index, raw] of text.split('\n').entries()) {
    builder.line(raw.replace(/\r+$/, ''), index + 1, offset)
    offset += Buffer.byteLength(raw) + 1
  }
  const scenario = builder.finish()
  const events = concretise(scenario)
  return {
    header: scenario.header,
    aliases: scenario.addresses.aliases,
    records: scenario.records.map((source, index) => ({source, event: events[index] as ParsedEvent})),
  }
}
