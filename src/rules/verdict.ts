import type {TraceEvent} from '../events/event.js'
import type {NotApplicable, Observation, Pass} from './rule.js'

/** The precondition holds and the condition does not. */
export const PASS: Pass = {kind: 'pass'}

/** The precondition does not hold, or a needed field is not exported. Say which. */
export function notApplicable(reason: string): NotApplicable {
  return {kind: 'not-applicable', reason}
}

export function violation(observation: Omit<Observation, 'kind'>): Observation {
  return {kind: 'observation', ...observation}
}

/** Records that suppression compares (rules.md 0.8). */
export function recordsOf({about, evidence}: Observation): readonly TraceEvent[] {
  return about ?? evidence
}

/** Something that may be missing could undo it (rules.md 0.3). */
export function isInconclusive({undone, inconclusive}: Observation): boolean {
  return inconclusive === true || (undone?.length ?? 0) > 0
}

/** Milliseconds with at most three decimals: "85 ms", "0.5 ms"; from 10 s on in seconds: "30.002 s". */
export function duration(us: number): string {
  return Math.abs(us) >= 10_000_000 ? `${us / 1_000_000} s` : `${us / 1000} ms`
}
