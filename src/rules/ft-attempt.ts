import {sameAp} from '../sessions/exchanges.js'
import type {Attempt, Session} from '../sessions/session.js'
import type {Trace} from './trace.js'

/** Was this attempt made by FT (rules.md A.4)? An FT indication for its AP came before, and a decoded request has an FT element. */
export function isFtAttempt({attempt, session}: {attempt: Attempt; session: Session}, trace: Trace): boolean {
  const {request} = attempt.entry
  if (request && request.ft === null) return false
  const peers = trace.peersOf(session.adapter)
  return session.ft.some(
    ({indication, bssid}) => indication.seq < attempt.event.seq && sameAp(peers, bssid, attempt.bssid),
  )
}
