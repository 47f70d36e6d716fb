import {adapterFacts} from '../parsers/scenario/header/header.js'
import type {ScenarioTrace, TraceRecordOfScenario} from '../parsers/scenario/scenario-trace.js'
import {activityGuid} from '../parsers/scenario/values/activity-guid.js'
import type {Moment} from '../parsers/scenario/values/milliseconds.js'
import {type ExportPlan, type ExportRecord, NOTES} from './export-record.js'
import type {Places} from './exporter.js'
import {withLoss} from './loss.js'
import {headerLines} from './notation/header-notation.js'
import {recordNotation} from './notation/record-notation.js'
import {vocabularyLine} from './notation/vocabulary-line.js'

const DRIVERS = {wdi: 'wdiwifi', wificx: 'wificx', native80211: 'nwifi', unknown: 'wifi'} as const

/** The records of a scenario as any export has them: on the wall clock, in words, with the edges of the capture. */
export function plan(trace: ScenarioTrace, places: Places): ExportPlan {
  const {header, aliases, records} = trace
  const on = (moment: Moment): Moment => sum(header.origin, moment)
  const note = (at: Moment, text: string): ExportRecord => ({
    kind: 'text',
    at: on(at),
    cpu: 0,
    tid: 0,
    activity: null,
    provider: NOTES,
    text,
  })
  const events = records.map(record => rendered(record, trace, places, on(record.source.at)))
  return {
    header: {
      start: on(header.from),
      end: on(header.to),
      lostEvents: header.lostEvents,
      lostBuffers: header.lostBuffers,
    },
    records: [
      ...headerLines(header, aliases).map(line => note(header.from, line)),
      ...withLoss(
        events,
        header.loss.map(({start, end}) => ({start: on(start), end: on(end)})),
      ),
      note(header.to, 'end of the trace'),
    ],
  }
}

function rendered(record: TraceRecordOfScenario, trace: ScenarioTrace, places: Places, at: Moment): ExportRecord {
  const {event} = record
  const line = vocabularyLine(event, places)
  return {
    kind: 'text',
    at,
    cpu: event.cpu ?? 0,
    tid: event.tid ?? 0,
    activity: event.activityId === null ? null : activityGuid(event.activityId),
    provider: line === null ? NOTES : driverOf(record, trace),
    text: line ?? recordNotation(record, places),
  }
}

function driverOf({event}: TraceRecordOfScenario, {header}: ScenarioTrace): string {
  const adapter = header.adapters.find(line => line.name === event.adapterKey) ?? null
  return DRIVERS[adapterFacts(header, adapter).model ?? 'unknown']
}

function sum(a: Moment, b: Moment): Moment {
  const ns = a.ns + b.ns
  return {us: a.us + b.us + (ns >= 1000 ? 1 : 0), ns: ns % 1000}
}
