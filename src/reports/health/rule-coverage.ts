import type {RuleCoverage} from '../../fleet/summary.js'
import type {Severity} from '../../rules/rule.js'
import {plural, thousands} from '../text/layout.js'
import {severitySign, severityStyle} from '../text/severity.js'
import {table} from '../text/table.js'
import {limited, type Section} from './section.js'

/** Rules that found something, the gravest and most frequent first, and how much the others could judge. */
export const coverage: Section = function* ({rules, captures}, layout, options) {
  const crashed = rules.filter(rule => rule.captures.crashed > 0)
  const found = rules.filter(rule => rule.violation + rule.inconclusive > 0).sort(byGravity)
  const silent = rules.filter(rule => rule.captures.ran === 0)
  const clean = rules.length - found.length - silent.length
  const words = [
    `${thousands(found.length)} of ${plural(rules.length, 'rule')} found something`,
    `${thousands(clean)} judged and found nothing`,
    `${thousands(silent.length)} could judge nothing: their silence says nothing`,
  ]
  yield* layout.heading('RULES', words.join('; '))
  const readable = captures.total - captures.unreadable
  const [rows, more] = limited(found, options, layout)
  yield* table<RuleCoverage>(
    rows,
    [
      {
        head: ' ',
        cell: rule => layout.ours(rule.violation > 0 ? severitySign[gravest(rule)] : '○'),
        style: (text, rule) => (rule.violation > 0 ? severityStyle(gravest(rule), layout.chalk)(text) : text),
      },
      {head: 'rule', cell: ({id}) => layout.theirs(id)},
      {head: 'fault', drop: 3, least: 8, cell: ({blames}) => faults(blames)},
      {head: 'violated', right: true, cell: ({violation}) => thousands(violation)},
      {head: 'undecided', right: true, drop: 4, cell: ({inconclusive}) => thousands(inconclusive)},
      {head: 'passed', right: true, cell: ({pass}) => thousands(pass)},
      {head: 'not applicable', right: true, drop: 1, cell: ({notApplicable}) => thousands(notApplicable)},
      {
        head: 'captures',
        right: true,
        drop: 2,
        cell: ({captures}) => `${thousands(captures.ran)} of ${thousands(readable)}`,
      },
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* more
  for (const {id, captures} of crashed) {
    yield layout.chalk.red(
      layout.mixed(`✗ rule ${id} crashed in ${plural(captures.crashed, 'capture')}: a bug in roamscope`),
    )
  }
}

const RANK: readonly Severity[] = ['error', 'warning', 'info']

const gravest = ({severities}: RuleCoverage): Severity => RANK.find(severity => severities[severity] > 0) ?? 'info'

function byGravity(a: RuleCoverage, b: RuleCoverage): number {
  const rank = (rule: RuleCoverage) => (rule.violation === 0 ? RANK.length : RANK.indexOf(gravest(rule)))
  return rank(a) - rank(b) || b.violation - a.violation || b.inconclusive - a.inconclusive || (a.id < b.id ? -1 : 1)
}

function faults(blames: RuleCoverage['blames']): string {
  const named = Object.entries(blames).filter(([, n]) => n > 0)
  const sorted = named.sort((a, b) => b[1] - a[1])
  return sorted.length === 1 ? (sorted[0]?.[0] ?? '') : sorted.map(([blame, n]) => `${blame} ${n}`).join(', ')
}
