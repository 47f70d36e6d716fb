import type {Analysis, SessionReport} from '../analysis/analysis.js'

export interface SessionFilter {
  /** Kinds to keep; empty: all. */
  readonly kinds: readonly string[]
  /** Outcomes to keep; empty: all. */
  readonly outcomes: readonly string[]
}

/** The sessions that a filter lets through, in their order. */
export function filteredSessions({sessions}: Analysis, {kinds, outcomes}: SessionFilter): readonly SessionReport[] {
  return sessions.filter(
    ({kind, outcome}) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (outcomes.length === 0 || (outcome !== null && outcomes.includes(outcome))),
  )
}
