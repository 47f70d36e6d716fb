import type {Moment} from '../parsers/scenario/values/milliseconds.js'
import {type ExportRecord, plainRecord, TRACE} from './export-record.js'
import {RT_LOST_EVENT} from './trace-classes.js'

interface Span {
  readonly start: Moment
  readonly end: Moment
}

/**
 * Adds loss records. One covers the time from the record before it to the record after it, so records of the trace
 * mark the ends of a span, and between any two records inside it stands a loss record of its own.
 */
export function withLoss(records: readonly ExportRecord[], spans: readonly Span[]): ExportRecord[] {
  return merged(spans).reduce<ExportRecord[]>((all, span) => addSpan(all, span), [...records])
}

function addSpan(records: readonly ExportRecord[], {start, end}: Span): ExportRecord[] {
  const first = records.findLastIndex(record => compare(record.at, start) <= 0) + 1
  const found = records.findIndex((record, index) => index >= first && compare(record.at, end) >= 0)
  const last = found === -1 ? records.length : found
  const inside = [edge(start), ...records.slice(first, last), edge(end)]
  const filled = inside.flatMap((record, index) => {
    const before = inside[index - 1]
    // Nothing fits between two records of the same moment, unless the whole span is one.
    const room = before !== undefined && (compare(before.at, record.at) !== 0 || inside.length === 2)
    return room ? [lossAt(before.at), record] : [record]
  })
  return [...records.slice(0, first), ...filled, ...records.slice(last)]
}

/** Spans that overlap or touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => compare(a.start, b.start))) {
    const last = kept.at(-1)
    if (last === undefined || compare(span.start, last.end) > 0) kept.push(span)
    else if (compare(span.end, last.end) > 0) kept[kept.length - 1] = {start: last.start, end: span.end}
  }
  return kept
}

const edge = (at: Moment): ExportRecord => plainRecord(at, TRACE, 'edge of a loss')
const lossAt = (at: Moment): ExportRecord => ({
  ...plainRecord(at, RT_LOST_EVENT, 'events were lost here'),
  kind: 'loss',
})

const compare = (a: Moment, b: Moment): number => a.us - b.us || a.ns - b.ns
