import type {Micros} from '../events/units.js'
import type {Blame, LimitCode, Severity} from './rule.js'

export type Confidence = 'high' | 'medium' | 'low'

/** Where a record stands, as reports show it. */
export interface EvidencePlace {
  readonly input: number
  readonly line: number
  readonly offset: number
}

/** A record that shows what a finding says. */
export interface Evidence extends EvidencePlace {
  readonly atUs: Micros
  /** Its first line as the file has it. */
  readonly text: string
  /** The record in words where its first line says nothing of it, else null; not in the JSON. */
  readonly said: string | null
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
  readonly evidence: readonly Evidence[]
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
