import {candidatesFor, hostCandidates} from '../../rules/host-candidates.js'
import type {Trace} from '../../rules/trace.js'
import {pmkidsFor} from '../../sessions/security-class.js'
import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

/** What became of the keys that were there before the roam: fast transition and PMKIDs. */
export function countFastRoams(tally: CaptureTally): void {
  const {trace} = tally
  for (const session of trace.index.sessions(['roam'])) {
    const place = tally.placeOf(session)
    if (session.outcome === 'incomplete') continue
    if (session.ft.length > 0 && tally.asked('ft-fallback', session.adapter)) {
      tally.share(place, 'ftFallback', tally.violated('ft-fallback', session))
    }
    if (session.outcome !== 'success') continue
    if (offeredFt(session, trace)) tally.share(place, 'ftShareOfEligible', session.class === 'ft')
    if (offeredPmkid(session, trace)) tally.share(place, 'pmkidFallback', session.class !== 'pmkid')
  }
}

/** The entry of the AP that was joined carries FT reassociation parameters. */
function offeredFt({task, success}: Session, trace: Trace): boolean {
  if (task === null || success === null || success.bssid === null) return false
  const given = hostCandidates(task, success.event, trace) ?? []
  return candidatesFor(given, success.bssid, task, trace).some(({ft}) => ft != null)
}

/** With the task, or later by SET_ASSOCIATION_PARAMETERS. */
function offeredPmkid({task, success}: Session, trace: Trace): boolean {
  return task !== null && success !== null && pmkidsFor(task, success, trace.reader).length > 0
}
