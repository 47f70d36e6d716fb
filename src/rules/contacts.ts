import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import {ASKS} from './sae-words.js'
import type {Trace} from './trace.js'

/** A record that shows the driver at work with an AP: an FT or SAE indication, or a result. */
export interface Contact {
  readonly event: TraceEvent
  readonly bssid: Mac
  readonly result: boolean
  /** First indication of an SAE exchange. */
  readonly opens: boolean
}

/** Contacts that one record shows; a result may name several APs. */
export function contactsOf(event: TraceEvent, {reader}: Trace): Contact[] {
  const contact = (bssid: Mac | null | undefined, result: boolean, opens = false): Contact[] =>
    bssid ? [{event, bssid, result, opens}] : []
  switch (event.message.name) {
    case 'FT_ASSOC_PARAMS_NEEDED':
      return contact(reader.ftIndication(event).bssid, false)
    case 'SAE_AUTH_PARAMS_NEEDED': {
      const {bssid, type} = reader.saeIndication(event)
      return contact(bssid, false, type === ASKS.commitParameters)
    }
    case 'ASSOCIATION_RESULT':
      return (reader.associationEntries(event) ?? []).flatMap(({bssid}) => contact(bssid, true))
    default:
      return []
  }
}
