import type {TraceEvent} from '../events/event.js'

/** Name of a Native 802.11 indication as its page has it, without NDIS_STATUS_DOT11_; requests keep OID_DOT11_. */
export function legacyName({message}: TraceEvent): string {
  return message.name.replace(/^DOT11_/, '')
}
