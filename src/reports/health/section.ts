import type {FleetSummary} from '../../fleet/summary.js'
import type {ReportOptions} from '../report.js'
import {type Layout, thousands} from '../text/layout.js'

/** A part of the screen. */
export type Section = (summary: FleetSummary, layout: Layout, options: ReportOptions) => Iterable<string>

/** The rows that the limit lets through, and the line that says how many it does not. */
export function limited<T>(
  rows: readonly T[],
  {limit}: ReportOptions,
  layout: Layout,
): readonly [readonly T[], string[]] {
  if (limit === 0 || rows.length <= limit) return [rows, []]
  return [rows.slice(0, limit), [layout.ours(`… ${thousands(rows.length - limit)} more (--limit 0 shows all)`)]]
}
