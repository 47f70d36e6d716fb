import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

/** WDI_ASSOC_STATUS that somebody meant: radio off, by the host, better AP found, device reset. */
const EXPECTED: ReadonlySet<number> = new Set([3, 4, 7, 10, 60])
const WEAK_QUALITY = 50

/**
 * Connections that ended without a task and without an expected cause, weak signals left out. An approximation of a
 * dashboard measure only.
 */
export function countDisconnects(tally: CaptureTally): void {
  const {trace} = tally
  const lone = new Map<number, Session>()
  for (const session of trace.index.sessions(['disconnect'])) {
    const [event] = session.disassociations
    if (session.task === null && event !== undefined) lone.set(event.seq, session)
  }
  if (lone.size === 0) return
  for (const replay of trace.all.replays.values()) {
    for (const {events} of replay.ports.values()) {
      // Reported on change only, so that its age does not matter.
      let quality: number | null = null
      for (const event of events) {
        if (event.message.name === 'LINK_STATE_CHANGE') quality = trace.reader.linkState(event).quality ?? quality
        const session = lone.get(event.seq)
        if (session === undefined || (quality !== null && quality < WEAK_QUALITY)) continue
        const {status} = trace.reader.disassociation(event)
        if (status == null || !EXPECTED.has(status)) tally.sum(tally.placeOf(session), 'unexpectedDisconnects')
      }
    }
  }
}
