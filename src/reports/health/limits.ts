import {plural, thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import type {Section} from './section.js'

/** Published limits and how they were kept. */
export const limits: Section = function* ({metrics}, layout) {
  const rows = metrics.limits.filter(({judged}) => judged > 0)
  const silent = metrics.limits.length - rows.length
  const words = silent === 0 ? '' : `${plural(silent, 'other limit')} had nothing to judge`
  yield* layout.heading('LIMITS', `with a published source${words === '' ? '' : `; ${words}`}`)
  if (rows.length === 0) return
  yield* table(
    rows,
    [
      {head: 'duration', least: 18, cell: ({duration}) => duration},
      {head: 'limit', least: 16, drop: 2, cell: ({limit}) => limit},
      {head: 'judged', right: true, cell: ({judged}) => thousands(judged)},
      {
        head: 'violated',
        right: true,
        cell: ({violated}) => thousands(violated),
        style: (text, {violated}) => (violated > 0 ? layout.chalk.red(text) : text),
      },
      {head: 'undecided', right: true, cell: ({inconclusive}) => thousands(inconclusive)},
      {head: 'not applicable', right: true, drop: 1, cell: ({notApplicable}) => thousands(notApplicable)},
      {head: 'rule', drop: 3, cell: ({rule}) => rule},
    ],
    layout.width,
    layout.chalk.dim,
  )
}
