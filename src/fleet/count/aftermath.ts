import type {Mac, Micros} from '../../events/units.js'
import {absence} from '../../rules/doubt.js'
import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'
import type {ShareName} from '../tables.js'

/** What followed a successful roam: the way back, a lost connection, a failed handshake. */
export function countAftermath(tally: CaptureTally): void {
  const {settings} = tally.trace
  const successes = tally.trace.index.sessions(['roam']).filter(({outcome}) => outcome === 'success')
  countReturns(tally, successes)
  for (const session of successes) {
    countBreak(tally, session, 'disconnect-after-roam', 'disconnectAfterRoam', settings.brokenAfterRoamUs)
    countBreak(tally, session, 'handshake-failed-after-roam', 'handshakeFailures', settings.handshakeFailedUs)
  }
}

/** Every successful roam of a port but its first may undo the one before it. */
function countReturns(tally: CaptureTally, successes: readonly Session[]): void {
  const seen = new Set<string>()
  for (const session of successes) {
    const port = `${session.adapter.id} ${session.port}`
    const first = !seen.has(port)
    seen.add(port)
    if (first || !tally.asked('ping-pong', session.adapter)) continue
    const place = tally.placeOf(session)
    const undone = tally.violated('ping-pong', session)
    tally.share(place, 'pingPong', undone)
    tally.share(place, 'bandFlip', undone && oneDevice(session.oldPeer, session.newPeer))
  }
}

/** Radios of one access point usually differ in the last byte only. */
function oneDevice(a: Mac | null, b: Mac | null): boolean {
  return a !== null && b !== null && a.slice(0, -3) === b.slice(0, -3)
}

/** The denominator holds successes whose time afterwards is recorded without loss. */
function countBreak(tally: CaptureTally, session: Session, rule: string, share: ShareName, afterUs: Micros): void {
  const atUs = session.success?.event.atUs
  if (atUs === undefined || !tally.asked(rule, session.adapter)) return
  if (absence(tally.trace, atUs, atUs + afterUs).length > 0) return
  tally.share(tally.placeOf(session), share, tally.violated(rule, session))
}
