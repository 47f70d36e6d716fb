import type {RuleRow} from '../rule-row.js'
import type {Screen} from '../screen.js'
import {plural} from './layout.js'
import {severitySign, severityStyle} from './severity.js'
import {table} from './table.js'
import {lastTouch, ours} from './typography.js'

/** Most demands say their number themselves: a cut sentence says less than a missing column. */
const ROOM_FOR_NUMBERS = 120

/** The catalogue by category, a rule a line. */
export function* ruleList(rows: readonly RuleRow[], screen: Screen): Iterable<string> {
  const {chalk, width, unicode} = screen
  const categories = new Map<string, RuleRow[]>()
  for (const row of rows) categories.set(row.category, [...(categories.get(row.category) ?? []), row])
  const numberOf = ({numbers}: RuleRow) => ours(numbers ?? '', unicode)
  const line = (text: string) => `${lastTouch(text, unicode)}\n`
  for (const [category, own] of categories) {
    yield line(`${chalk.bold(category)}  ${plural(own.length, 'rule')}`)
    const lines = table<RuleRow>(
      own,
      [
        {
          head: ' ',
          cell: row => ours(severitySign[row.severity], unicode),
          style: (text, row) => severityStyle(row.severity, chalk)(text),
        },
        {head: 'rule', cell: row => row.id},
        // Its sign stays.
        {head: 'severity', drop: 3, cell: row => row.severity},
        {head: 'tier', drop: 1, cell: row => String(row.tier)},
        {head: 'blame', cell: row => row.blame},
        ...(width < ROOM_FOR_NUMBERS ? [] : [{head: 'number', drop: 2, least: 8, cell: numberOf}]),
        {head: 'demands', drop: 4, least: 30, cell: row => ours(row.statement, unicode)},
      ],
      width,
      chalk.dim,
    )
    for (const text of lines) yield line(text)
    yield '\n'
  }
  yield line(`${plural(rows.length, 'rule')}; one in full: roamscope explain RULE`)
}
