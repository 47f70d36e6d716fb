import {hostTime, requestPhases} from '../../rules/phases-of-request.js'
import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

/** Phases between association and service; those before are `requestPhases`. */
const AFTERWARDS: ReadonlySet<string> = new Set(['complete', 'key-host', 'key-driver'])
/** The host's phases inside t_service. */
const HOST: ReadonlySet<string> = new Set(['ft-host', 'sae-host'])

/**
 * How much of t_service of successful roams is the host's: answers to FT and SAE indications. The host's phases
 * before the command lie outside t_service, and key-host is shared with the access point.
 */
export function countHostShare(tally: CaptureTally): void {
  for (const session of tally.trace.index.sessions(['roam'])) {
    const {tService} = session.totals
    if (session.outcome !== 'success' || tService === null) continue
    if (session.phases.some(({name, durationUs}) => HOST.has(name) && durationUs === null)) continue
    const place = tally.placeOf(session)
    tally.sum(place, 'hostSessions')
    tally.sum(place, 'hostUs', hostTime(session))
    tally.sum(place, 'hostServiceUs', tService)
    tally.share(place, 'hostLongest', isHostLongest(session))
  }
}

/** gap-l2 and gap-service lie over the other phases and are left out. */
function isHostLongest(session: Session): boolean {
  const request = requestPhases(session).filter(({name}) => name !== 'gap-l2')
  const later = session.phases.flatMap(({name, whose, durationUs}) =>
    AFTERWARDS.has(name) && durationUs !== null ? [{name, whose, us: durationUs}] : [],
  )
  const [longest] = [...request, ...later].sort((a, b) => b.us - a.us)
  return longest?.whose === 'host' && longest.us > 0
}
