import type {Moment} from '../parsers/scenario/values/milliseconds.js'
import {type ExportRecord, NOTES} from './export-record.js'
import {RT_LOST_EVENT} from './trace-classes.js'

interface Span {
  readonly start: Moment
  readonly end: Moment
}

/**
 * Adds loss records. One covers the time from the record before it to the record after it, so notes mark the ends
 * of a span, and between any two records inside it stands a loss record of its own.
 */
export function withLoss(records: readonly ExportRecord[], spans: readonly Span[]): ExportRecord[] {
  return spans.reduce<ExportRecord[]>((all, span) => addSpan(all, span), [...records])
}

function addSpan(records: readonly ExportRecord[], {start, end}: Span): ExportRecord[] {
  const first = records.findLastIndex(record => !isAfter(record.at, start)) + 1
  const found = records.findIndex((record, index) => index >= first && !isAfter(end, record.at))
  const last = found === -1 ? records.length : found
  const inside = [mark(start), ...records.slice(first, last), mark(end)]
  const filled = inside.flatMap((record, index) =>
    index === 0 ? [record] : [lossAt(inside[index - 1]?.at ?? start), record],
  )
  return [...records.slice(0, first), ...filled, ...records.slice(last)]
}

const record = (kind: ExportRecord['kind'], provider: string, at: Moment, text: string): ExportRecord => ({
  kind,
  at,
  cpu: 0,
  tid: 0,
  activity: null,
  provider,
  text,
})

const mark = (at: Moment): ExportRecord => record('text', NOTES, at, 'edge of a loss')
const lossAt = (at: Moment): ExportRecord => record('loss', RT_LOST_EVENT, at, 'events were lost here')

const isAfter = (a: Moment, b: Moment): boolean => a.us > b.us || (a.us === b.us && a.ns > b.ns)
