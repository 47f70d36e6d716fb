import type {Share} from '../../fleet/statistics.js'
import type {RuleCoverage} from '../../fleet/summary.js'
import type {Blame} from '../../rules/rule.js'
import {thousands} from '../text/layout.js'

/** "92.9%"; whole where nothing follows the point. */
export const percent = (share: number) => `${digits(share)}%`

export const digits = (share: number) => (share * 100).toFixed(1).replace(/\.0$/, '')

/** "–" where there are too few to say. */
export const shown = ({share}: Share) => (share === null ? '–' : percent(share))

export const interval = ({low, high}: Share) =>
  low === null || high === null ? '' : `${digits(low)} to ${percent(high)}`

/** "92.9% of 14 roams (95% interval 68.5 to 98.7%)"; below the least denominator "1 of 3 roams". */
export function phrase(share: Share, noun = ''): string {
  const many = noun === '' || share.n === 1 ? noun : `${noun}s`
  const all = `${thousands(share.n)} ${many}`.trim()
  if (share.share === null) return `${thousands(share.k)} of ${all}`
  return `${percent(share.share)} of ${all} (95% interval ${interval(share)})`
}

export interface ErrorRule {
  readonly id: string
  readonly n: number
  /** Whose fault most of them are. */
  readonly blame: Blame
}

/** Rules by their violations of severity error, the most frequent first. */
export function errorRules(rules: readonly RuleCoverage[]): ErrorRule[] {
  const violated = rules.filter(({severities}) => severities.error > 0)
  const sorted = violated.sort((a, b) => b.severities.error - a.severities.error || (a.id < b.id ? -1 : 1))
  return sorted.map(({id, severities, blames}) => {
    const [most] = (Object.entries(blames) as [Blame, number][]).sort((a, b) => b[1] - a[1])
    return {id, n: severities.error, blame: most?.[0] ?? 'either'}
  })
}
