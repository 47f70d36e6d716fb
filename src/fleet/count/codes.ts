import type {TraceEvent} from '../../events/event.js'
import {ALL_STATIONS, type Mac} from '../../events/units.js'
import type {Session} from '../../sessions/session.js'
import type {Row} from '../bag.js'
import type {CaptureTally, Place} from '../capture-tally.js'
import {hasFailed} from './sessions.js'

const WDI = 'WDI_ASSOC_STATUS'
const DOT11 = 'DOT11_ASSOC_STATUS'

/** Why associations failed and ended: status and 802.11 code, with class and vendor prefix of the access point. */
export function countCodes(tally: CaptureTally): void {
  const {trace} = tally
  for (const session of trace.sessions) {
    const set = session.kind.startsWith('legacy') ? DOT11 : WDI
    const place = tally.placeOf(session)
    for (const attempt of session.attempts.filter(hasFailed)) {
      const row = ['attempts', set, attempt.status ?? null, attempt.code ?? null]
      countCode(tally, place, row, attempt.bssid, session)
    }
  }
  const started = new Map(trace.sessions.map(session => [session.success?.event.seq, session]))
  for (const event of trace.index.events(['DISASSOCIATION'])) {
    const adapter = trace.adapterOf(event)
    if (adapter !== null && !trace.isStation(adapter, event.port)) continue
    const {address, status, deauthFrame, disassocFrame} = trace.reader.disassociation(event)
    const {peer, since} = trace.before(event)
    const reason = deauthFrame?.reason ?? disassocFrame?.reason ?? null
    const maker = since === null ? undefined : started.get(since.seq)
    const place = placeOf(event, maker, tally)
    const ap = address === ALL_STATIONS || address == null ? peer : address
    countCode(tally, place, ['disassociations', WDI, status ?? null, reason], ap, trace.sessionAt(event))
  }
  for (const event of trace.index.events(['DOT11_DISASSOCIATION'])) {
    // On other adapters it is what Windows makes of the driver's own indication.
    if (trace.adapterOf(event)?.model !== 'native80211') continue
    const {mac, reason} = trace.reader.legacy(event)
    const place = placeOf(event, undefined, tally)
    countCode(tally, place, ['disassociations', DOT11, reason ?? null, null], mac ?? null, trace.sessionAt(event))
  }
}

/** Of the connect or roam in which it came, else of the one that made the association which ends. */
function placeOf(event: TraceEvent, maker: Session | undefined, tally: CaptureTally): Place {
  const inside = tally.trace.sessionAt(event)
  if (inside !== null && tally.placeOf(inside).kind !== null) return tally.placeOf(inside)
  return maker === undefined ? {adapter: tally.trace.adapterOf(event), kind: null} : tally.placeOf(maker)
}

function countCode(tally: CaptureTally, place: Place, row: Row, ap: Mac | null, session: Session | null): void {
  tally.count(place, 'code', row)
  tally.count(place, 'codeClass', [...row, place.kind])
  tally.count(place, 'codeVendor', [...row, ap === null ? null : ap.slice(0, 8)])
  tally.example(place, 'code', row, session)
}
