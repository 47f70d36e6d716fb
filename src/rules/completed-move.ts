import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Same} from '../sessions/peers.js'
import type {Attempt, Session} from '../sessions/session.js'
import type {LimitCode, NotApplicable} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable} from './verdict.js'

/** A completed roam of a port that was associated to a known AP, with a success for another one. */
export interface Move {
  readonly kind: 'move'
  readonly m1: TraceEvent
  readonly m4: TraceEvent
  readonly old: Mac
  readonly oldMlo: boolean | null
  /** The event that named the old AP. */
  readonly oldSince: TraceEvent | null
  /** Last successful result for another AP. */
  readonly success: Attempt
  /** What could show that there was no such move. */
  readonly doubt: readonly LimitCode[]
}

export function completedMove(session: Session, trace: Trace): Move | NotApplicable {
  const {task, attempts, adapter} = session
  if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
  if (task.m4 === null) return notApplicable('the roam is not completed in the capture')
  const {state, peer, mlo, since, confirmed} = trace.before(task.m1)
  if (state === 'unknown') return notApplicable('the association before the roam is not known')
  if (peer === null) return notApplicable('the port was not associated before the roam')
  const isOld = ({bssid}: Attempt): Same => (bssid === null ? true : trace.same(adapter, bssid, peer, mlo))
  const success = attempts.findLast(attempt => attempt.succeeded && isOld(attempt) !== true)
  if (success === undefined) return notApplicable('no successful result for another AP')
  const doubt: LimitCode[] = []
  if (!confirmed) doubt.push('L-STATE')
  if (isOld(success) === null) doubt.push('L-MLD')
  return {kind: 'move', m1: task.m1, m4: task.m4, old: peer, oldMlo: mlo, oldSince: since, success, doubt}
}
