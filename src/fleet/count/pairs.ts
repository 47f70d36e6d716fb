import type {Mac} from '../../events/units.js'
import {chosenEntry} from '../../rules/chosen-entry.js'
import {lastSignal} from '../../rules/serving-signal.js'
import type {Trace} from '../../rules/trace.js'
import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

/** Roams from one access point to another, by MLD address where it is known. */
export function countPairs(tally: CaptureTally): void {
  const {trace} = tally
  for (const session of trace.index.sessions(['roam', 'legacy-roam'])) {
    const {outcome, oldPeer, newPeer, attempts} = session
    if (outcome === 'incomplete') continue
    const place = tally.placeOf(session)
    const to = newPeer ?? attempts.at(-1)?.bssid ?? null
    if (oldPeer === null || to === null) {
      tally.sum(place, 'unplacedRoams')
      continue
    }
    const pair = [accessPoint(oldPeer, session, trace), accessPoint(to, session, trace)]
    tally.count(place, 'pair', pair)
    if (outcome !== 'success') continue
    tally.count(place, 'pairSuccess', pair)
    tally.value(place, 'pairTReq', pair, session.totals.tReq)
    tally.value(place, 'pairRssi', pair, rssiDifference(session, trace))
  }
}

function accessPoint(address: Mac, {adapter}: Session, trace: Trace): Mac {
  return trace.peersOf(adapter).mld(address) ?? address
}

/** New over old, dB; null where one of them is not known. */
function rssiDifference(session: Session, trace: Trace): number | null {
  const {task, success, oldPeer, adapter} = session
  if (!task?.m1 || success === null || oldPeer === null) return null
  const chosen = chosenEntry(success, session, trace)?.rssi ?? null
  const serving = lastSignal(task.m1, oldPeer, adapter, trace.settings.weaker.freshUs, trace)
  return chosen === null || serving === null ? null : chosen - serving.rssi
}
