import type {TraceEvent} from '../events/event.js'
import type {Mac, Maybe} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Candidate, LinkInfo} from '../wdi/facts.js'
import type {Trace} from './trace.js'

/** The signal of an AP at one moment. */
export interface Signal {
  readonly event: TraceEvent
  /** dBm. */
  readonly rssi: number
  /** 1 is 2.4 GHz, 2 is 5 GHz, 3 is 6 GHz; null: not exported. */
  readonly band: number | null
}

/** The signal of an AP in the link infos of its LINK_STATE_CHANGE, or in its own entry of a BSS list; null: none. */
export function signalOf(event: TraceEvent, ap: Mac, adapter: Adapter, trace: Trace): Signal | null {
  const isAp = (address: Maybe<Mac>) => address != null && trace.same(adapter, address, ap, false) === true
  if (event.message.name === 'LINK_STATE_CHANGE') {
    const {peer, links} = trace.reader.linkState(event)
    return isAp(peer) ? strongest(event, links ?? []) : null
  }
  if (event.message.name !== 'BSS_ENTRY_LIST') return null
  const entries = trace.reader.bssEntryList(event).entries ?? []
  return strongest(
    event,
    entries.filter(({bssid}) => isAp(bssid)),
  )
}

/** Last signal of the AP on the port before an event, not older than `oldestUs`. */
export function lastSignal(
  before: TraceEvent,
  ap: Mac,
  adapter: Adapter,
  oldestUs: number,
  trace: Trace,
): Signal | null {
  const event = trace.previous(before, other => signalOf(other, ap, adapter, trace) !== null, before.atUs - oldestUs)
  return event === null ? null : signalOf(event, ap, adapter, trace)
}

/** Of several links the best one carries the connection. */
function strongest(event: TraceEvent, values: readonly (LinkInfo | Candidate)[]): Signal | null {
  const measured = values.flatMap(({rssi, band}) => (rssi == null ? [] : [{event, rssi, band: bandOrder(band)}]))
  return measured.sort((a, b) => b.rssi - a.rssi)[0] ?? null
}

/** Bands in the order of their frequency; 6 GHz is 6 in the header and 5 in sample bytes. null: unknown. */
export function bandOrder(band: Maybe<number>): number | null {
  return BANDS.get(band ?? 0) ?? null
}

const BANDS: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [2, 2],
  [5, 3],
  [6, 3],
])
