import type {Session} from '../../sessions/session.js'
import {type RequestPhase, requestPhases} from '../phases-of-request.js'
import {median} from './distribution.js'

export interface PhaseExcess {
  readonly phase: RequestPhase
  /** Over the median of the cohort, µs. A session without the phase counts as 0. */
  readonly excessUs: number
}

/** The phase of a session that is farthest above what its cohort takes for it; null where none was measured. */
export function largestExcess(session: Session, cohort: readonly Session[]): PhaseExcess | null {
  const others = cohort.map(requestPhases)
  const excesses = requestPhases(session).map(phase => {
    const usual = median(others.map(phases => phases.find(({name}) => name === phase.name)?.us ?? 0))
    return {phase, excessUs: phase.us - usual}
  })
  return excesses.sort((a, b) => b.excessUs - a.excessUs)[0] ?? null
}
