import {named} from '../../rules/trace.js'
import type {CaptureTally} from '../capture-tally.js'

/** WDI_ASSOC_STATUS that somebody meant: radio off, by the host, better AP found, device reset. */
const EXPECTED: ReadonlySet<number> = new Set([3, 4, 7, 10, 60])
const WEAK_QUALITY = 50

const isReport = named('LINK_STATE_CHANGE', 'IND')

/**
 * Connections that ended without a task and without an expected cause, weak signals left out. An approximation of a
 * dashboard measure only.
 */
export function countDisconnects(tally: CaptureTally): void {
  const {trace} = tally
  for (const session of trace.index.sessions(['disconnect'])) {
    const [event] = session.disassociations
    if (session.task !== null || event === undefined) continue
    const {status} = trace.reader.disassociation(event)
    if (status != null && EXPECTED.has(status)) continue
    const report = trace.previous(event, isReport)
    const quality = report === null ? null : (trace.reader.linkState(report).quality ?? null)
    if (quality === null || quality >= WEAK_QUALITY) tally.sum(tally.placeOf(session), 'unexpectedDisconnects')
  }
}
