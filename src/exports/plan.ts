import type {ScenarioTrace, TraceRecordOfScenario} from '../parsers/scenario/scenario-trace.js'
import {activityGuid} from '../parsers/scenario/values/activity-guid.js'
import type {Moment} from '../parsers/scenario/values/milliseconds.js'
import {type ExportPlan, type ExportRecord, plainRecord, SCENARIO, TRACE} from './export-record.js'
import type {Places} from './exporter.js'
import {withLoss} from './loss.js'
import {headerLines} from './notation/header-notation.js'
import {recordNotation} from './notation/record-notation.js'
import {vocabularyLine} from './notation/vocabulary-line.js'

/** The records of a scenario as any export has them: on the wall clock, in words, with the edges of the capture. */
export function plan(trace: ScenarioTrace, places: Places): ExportPlan {
  const {header, aliases, records} = trace
  const on = (moment: Moment): Moment => sum(header.origin, moment)
  const events = records.map(record => rendered(record, places, on(record.source.at)))
  return {
    header: {
      start: on(header.from),
      end: on(header.to),
      lostEvents: header.lostEvents,
      lostBuffers: header.lostBuffers,
    },
    records: [
      plainRecord(on(header.from), TRACE, 'begin of the trace'),
      ...headerLines(header, aliases).map(line => plainRecord(on(header.from), SCENARIO, line)),
      ...withLoss(
        events,
        header.loss.map(({start, end}) => ({start: on(start), end: on(end)})),
      ),
      plainRecord(on(header.to), TRACE, 'end of the trace'),
    ],
  }
}

function rendered(record: TraceRecordOfScenario, places: Places, at: Moment): ExportRecord {
  const {event} = record
  return {
    ...plainRecord(at, SCENARIO, vocabularyLine(event, places) ?? recordNotation(record, places)),
    cpu: event.cpu ?? 0,
    tid: event.tid ?? 0,
    activity: event.activityId === null ? null : activityGuid(event.activityId),
  }
}

function sum(a: Moment, b: Moment): Moment {
  const ns = a.ns + b.ns
  return {us: a.us + b.us + (ns >= 1000 ? 1 : 0), ns: ns % 1000}
}
