import type {RuleMeta, Severity} from '../rules/rule.js'

/** A rule in the JSON of `rules`. */
export interface RuleRow {
  readonly id: string
  readonly category: string
  readonly tier: number
  readonly severity: Severity
  readonly blame: string
  readonly basis: string
  readonly class: string
  readonly statement: string
  readonly source: string
  readonly numbers: string | null
}

const rank = {info: 1, warning: 2, error: 3} as const

/** Severity is the higher one where the driver models differ; several blames are joined by "or". */
export function ruleRow(meta: RuleMeta): RuleRow {
  const {severity} = meta
  const higher =
    typeof severity === 'string'
      ? severity
      : rank[severity.wdi] > rank[severity.wificx]
        ? severity.wdi
        : severity.wificx
  return {
    id: meta.id,
    category: meta.category,
    tier: meta.tier,
    severity: higher,
    blame: typeof meta.blame === 'string' ? meta.blame : meta.blame.join(' or '),
    basis: meta.basis,
    class: meta.class,
    statement: meta.statement,
    source: meta.source,
    numbers: meta.numbers,
  }
}
