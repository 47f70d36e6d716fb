import type {TraceEvent} from '../events/event.js'
import type {Mac, Micros} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Association} from '../sessions/association.js'
import {type Signal, signalOf} from './serving-signal.js'
import type {Trace} from './trace.js'

/** Another AP that was reported while a port stayed where it was. */
export interface Heard extends Signal {
  readonly bssid: Mac
  readonly ssid: string
}

/** Time for which a port stayed on one AP without a roam command, and the signals that it reported. */
export interface Stay {
  readonly ap: Mac
  readonly endUs: Micros
  readonly serving: readonly Signal[]
  readonly others: readonly Heard[]
  /** Of the AP; null: not known. */
  readonly ssid: string | null
}

type Draft = {ap: Mac; since: number; endUs: Micros; serving: Signal[]; others: Heard[]; ssid: string | null}

/** Stays of a port in order of time, as far as the capture knows the AP. */
export function stays(adapter: Adapter, port: number | null, trace: Trace): Stay[] {
  const found: Draft[] = []
  let stay: Draft | null = null
  for (const event of trace.portEvents(adapter, port)) {
    if (stay === null && !reports(event)) continue
    const association = associationAt(event, trace)
    if (stay !== null && stay.since !== (association?.since.seq ?? null)) {
      stay.endUs = Math.min(event.atUs, changedUs(event, trace))
      stay = null
    }
    if (ends(event)) {
      if (stay !== null) stay.endUs = event.atUs
      stay = null
    } else if (association !== null && reports(event)) {
      if (stay === null) {
        stay = begin(association, trace)
        found.push(stay)
      }
      note(event, stay, adapter, trace)
    }
  }
  return found
}

/** A known AP and the event since which it is. The first link state of a capture names the AP itself. */
interface Place {
  readonly ap: Mac
  readonly since: TraceEvent
}

function associationAt(event: TraceEvent, trace: Trace): Place | null {
  const {state, peer, since}: Association = trace.before(event)
  if (state === 'associated') return peer === null || since === null ? null : {ap: peer, since}
  const named = state === 'unknown' && event.message.name === 'LINK_STATE_CHANGE'
  const first = named ? trace.reader.linkState(event).peer : null
  return first ? {ap: first, since: event} : null
}

/** When the association of the port became what it was just before the event. */
function changedUs(event: TraceEvent, trace: Trace): Micros {
  return trace.before(event).since?.atUs ?? event.atUs
}

const ENDS: ReadonlySet<string> = new Set(['DISASSOCIATION', 'ASSOCIATION_RESULT', 'DOT11_RESET_COMPLETE'])

function ends({step, message}: TraceEvent): boolean {
  return ENDS.has(message.name) || (step === 'M1' && (message.name === 'TASK_ROAM' || message.name === 'TASK_CONNECT'))
}

function reports({message}: TraceEvent): boolean {
  return message.name === 'LINK_STATE_CHANGE' || message.name === 'BSS_ENTRY_LIST'
}

function begin({ap, since}: Place, trace: Trace): Draft {
  const m1 = trace.taskOf(since)?.m1
  const [only, ...more] = (m1 && trace.reader.connectTask(m1).ssids) || []
  const ssid = only && more.length === 0 && since.message.name === 'ASSOCIATION_RESULT' ? only : null
  return {ap, since: since.seq, endUs: trace.silence.endUs, serving: [], others: [], ssid}
}

function note(event: TraceEvent, stay: Draft, adapter: Adapter, trace: Trace): void {
  const own = signalOf(event, stay.ap, adapter, trace)
  if (own !== null) stay.serving.push(own)
  if (event.message.name !== 'BSS_ENTRY_LIST') return
  for (const {bssid, rssi, ssid} of trace.reader.bssEntryList(event).entries ?? []) {
    if (!bssid || !ssid) continue
    if (trace.same(adapter, bssid, stay.ap, false) === true) stay.ssid = ssid
    else if (rssi != null) stay.others.push({event, rssi, band: null, bssid, ssid})
  }
}
