import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import {deviceReset} from './device-reset.js'
import type {Trace} from './trace.js'

/** A disassociation, a disconnect or reset request, or an association with the next AP. */
export function endsAssociation(event: TraceEvent, trace: Trace): boolean {
  const {message, step} = event
  if (message.name === 'DOT11_DISASSOCIATION') return true
  if (message.name === 'DOT11_ASSOCIATION_COMPLETION') return trace.reader.legacy(event).status === 0
  return step === 'M1' && /^OID_DOT11_(DISCONNECT|RESET)_REQUEST$/.test(message.name)
}

/** What ends the association that a successful ASSOCIATION_COMPLETION has made, up to a moment; a halt of the adapter included. */
export function endOfAssociation(completion: TraceEvent, untilUs: Micros, trace: Trace): TraceEvent | null {
  const adapter = trace.adapterOf(completion)
  const next = trace.next(completion, event => endsAssociation(event, trace), untilUs)
  return next ?? (adapter === null ? null : deviceReset(adapter, completion.atUs, untilUs, trace))
}
