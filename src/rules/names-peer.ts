import type {TraceEvent} from '../events/event.js'
import {ALL_STATIONS, type Mac} from '../events/units.js'
import type {Same} from '../sessions/peers.js'
import type {Trace} from './trace.js'

/**
 * Does a DISASSOCIATION name this peer, itself or with everybody? `mlo`: the connection to the peer is known to be
 * MLO, known not to be, or null. null: the address is not exported, or cannot be mapped (L-MLD).
 */
export function namesPeer(disassociation: TraceEvent, peer: Mac, mlo: boolean | null, trace: Trace): Same {
  const {address} = trace.reader.disassociation(disassociation)
  if (address === ALL_STATIONS) return true
  const adapter = trace.adapterOf(disassociation)
  return address == null || adapter === null ? null : trace.same(adapter, address, peer, mlo)
}
