import type {RuleTally} from '../../rules/finding.js'
import {plural} from './layout.js'
import type {Page} from './page.js'
import {cut, wrap} from './width.js'

/** Rules that could not judge, by reason, so that their silence is not taken for health; broken ones first. */
export function* notJudged(page: Page): Iterable<string> {
  const {rules} = page.analysis
  for (const {id, reason} of rules.filter(rule => rule.status === 'crashed')) {
    const text = `✗ rule ${id} crashed and judged nothing: ${reason ?? 'no reason given'}. This is a bug in roamscope.`
    yield ''
    for (const line of wrap(page.sentence(text), page.width)) yield page.chalk.red(line)
  }
  const unable = rules.filter(rule => rule.status === 'not-applicable')
  if (unable.length === 0) return
  yield* page.heading('NOT JUDGED', `${unable.length} of ${plural(rules.length, 'rule')}: their silence says nothing`)
  const reasons = [...byReason(unable)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const {limit, verbose} = page.options
  const shown = limit === 0 || verbose ? reasons : reasons.slice(0, limit)
  for (const [reason, ids] of shown) {
    const text = `${String(ids.length).padStart(5)}  ${page.sentence(reason)}: ${ids.join(', ')}`
    if (!verbose) {
      yield cut(text, page.width)
      continue
    }
    for (const [i, line] of wrap(text.trimStart(), page.width - 7).entries()) {
      yield i === 0 ? ' '.repeat(5 - String(ids.length).length) + line : `       ${line}`
    }
  }
  if (shown.length < reasons.length)
    yield page.ours(`… ${plural(reasons.length - shown.length, 'reason')} more (--verbose shows all)`)
}

function byReason(rules: readonly RuleTally[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const {id, reason} of rules) {
    const key = reason === null || reason.startsWith('nothing to judge') ? 'nothing of its kind in the trace' : reason
    const ids = groups.get(key)
    if (ids) ids.push(id)
    else groups.set(key, [id])
  }
  return groups
}
