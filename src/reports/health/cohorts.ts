import {duration} from '../../analysis/duration.js'
import type {Metrics} from '../../fleet/metrics.js'
import type {CohortSummary} from '../../fleet/summary.js'
import type {Layout} from '../text/layout.js'
import {thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import {interval, shown} from './figures.js'
import {limited, type Section} from './section.js'

/** What --by sets apart, the cohorts with most roams first. */
export const cohorts: Section = function* ({cohorts, by}, layout, options) {
  if (by.length === 0) return
  const roams = ({metrics}: CohortSummary) => Object.values(metrics.roamSuccess.outcomes).reduce((sum, n) => sum + n, 0)
  // Stable: equal ones stay in the order of their names.
  const sorted = [...cohorts].sort((a, b) => roams(b) - roams(a) || b.captures - a.captures)
  const [rows, more] = limited(sorted, options, layout)
  const say = (us: number | null) => layout.ours(us === null ? '–' : duration(us, null))
  yield* layout.heading(
    'COHORTS',
    `by ${by.map(name => layout.theirs(name)).join(', ')}; all metrics of each in --format json`,
  )
  yield* table<CohortSummary>(
    rows,
    [
      ...by.map((name, i) => ({
        head: layout.theirs(name),
        least: 10,
        cell: (cohort: CohortSummary) => cohortValue(cohort, i, layout),
      })),
      {head: 'captures', right: true, drop: 3, cell: ({captures}) => thousands(captures)},
      {head: 'roams', right: true, cell: cohort => thousands(roams(cohort))},
      {head: 'success', right: true, cell: ({metrics}) => layout.ours(shown(metrics.roamSuccess))},
      {head: 'interval', right: true, drop: 1, blank: '', cell: ({metrics}) => interval(metrics.roamSuccess)},
      {head: 'service p50', right: true, drop: 5, cell: ({metrics}) => say(service(metrics).p50Us)},
      {head: 'p95', right: true, drop: 4, cell: ({metrics}) => say(service(metrics).p95Us)},
      {head: 'FT', right: true, drop: 2, cell: ({metrics}) => layout.ours(shown(metrics.ftShare))},
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* more
}

const service = (metrics: Metrics) => metrics.timeToRoam.tService.all

function cohortValue({by}: CohortSummary, i: number, layout: Layout): string {
  const value = by[i]?.[1] ?? null
  return value === null ? '(none)' : layout.theirs(value)
}
