import type {Session, Whose} from '../sessions/session.js'
import {duration} from './verdict.js'

/** A phase of a session between its command and its association; repeated ones added up. */
export interface RequestPhase {
  readonly name: string
  readonly us: number
  readonly whose: Whose
}

/** Phases of rules.md A.7 that lie inside t_req. Some overlap: gap-l2 holds whatever follows the disassociation. */
const INSIDE: ReadonlySet<string> = new Set([
  'prepare',
  'ft-auth',
  'ft-host',
  'ft-reassoc',
  'sae-host',
  'sae-air',
  'sae-assoc',
  'attempt',
  'gap-l2',
])

/** Measured phases inside t_req, longest first; one of which a part is unmeasured is left out. */
export function requestPhases(session: Session): RequestPhase[] {
  const phases = new Map<string, RequestPhase>()
  const unmeasured = new Set<string>()
  for (const {name, durationUs, whose} of session.phases) {
    if (!INSIDE.has(name)) continue
    if (durationUs === null) unmeasured.add(name)
    else phases.set(name, {name, whose, us: (phases.get(name)?.us ?? 0) + durationUs})
  }
  return [...phases.values()].filter(({name}) => !unmeasured.has(name)).sort((a, b) => b.us - a.us)
}

/** Time inside t_req that the host took to answer FT and SAE indications, µs. */
export function hostTime(session: Session): number {
  return requestPhases(session)
    .filter(({whose}) => whose === 'host')
    .reduce((sum, {us}) => sum + us, 0)
}

/** "the longest phase is gap-l2 with 98 ms (no link layer)"; null where none was measured. */
export function longestPhase(session: Session): string | null {
  const [longest] = requestPhases(session)
  return longest === undefined
    ? null
    : `the longest phase is ${longest.name} with ${duration(longest.us)} (${longest.whose})`
}
