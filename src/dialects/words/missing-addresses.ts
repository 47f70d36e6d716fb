import type {TextFields} from '../../events/event.js'
import {macBytes} from '../../wdi/octets.js'

/** Does a payload hold these bytes anywhere? */
function holds(payload: Uint8Array, bytes: Uint8Array): boolean {
  for (let at = payload.indexOf(bytes[0] as number); at >= 0; at = payload.indexOf(bytes[0] as number, at + 1)) {
    if (bytes.every((byte, i) => payload[at + i] === byte)) return true
  }
  return false
}

/** Addresses that the text names and the bytes do not hold: one of the two is about something else. */
export function missingAddresses(fields: TextFields, payload: Uint8Array | null): string[] {
  if (payload === null || payload.length === 0) return []
  const named = new Set([...(fields.bssid ?? []), ...(fields.candidates ?? [])])
  return [...named]
    .filter(address => !holds(payload, macBytes(address)))
    .slice(0, 4)
    .map(address => `the text names ${address}, which the bytes do not hold; the bytes count`)
}
