import type {Micros} from '../events/units.js'
import type {Blame, LimitCode, Severity} from './rule.js'

export type Confidence = 'high' | 'medium' | 'low'

/** Where a record stands, as reports show it. */
export interface EvidencePlace {
  readonly input: number
  readonly line: number
  readonly offset: number
}

/** A violation or an inconclusive verdict, as every report and the JSON show it. */
export interface Finding {
  readonly rule: string
  readonly verdict: 'violation' | 'inconclusive'
  readonly severity: Severity
  readonly confidence: Confidence
  readonly blame: Blame
  /** Session id. */
  readonly session: string | null
  readonly atUs: Micros | null
  readonly message: string
  readonly evidence: readonly (EvidencePlace & {readonly atUs: Micros; readonly text: string})[]
  readonly expected: readonly string[]
  readonly limits: readonly LimitCode[]
  readonly source: string
  readonly fingerprint: string
}

export interface RuleTally {
  readonly id: string
  readonly status: 'ran' | 'not-applicable' | 'crashed'
  readonly reason: string | null
  readonly pass: number
  readonly violation: number
  readonly inconclusive: number
  readonly notApplicable: number
}
