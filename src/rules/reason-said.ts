import {reasonWords} from '../autoconfig/reasons.js'
import type {TraceEvent} from '../events/event.js'
import {numberIn, reasonCode, said} from '../sessions/windows/event-facts.js'

/** What stands for "not known" in the event log. */
const NO_RSSI = 255

/** Why, in words with the numbers: reason, 802.11 status code, error, signal; Windows' own words where it gives no number. */
export function reasonSaid(event: TraceEvent): string {
  const code = reasonCode(event)
  const status = numberIn(event, 'status')
  const rssi = numberIn(event, 'rssi')
  const parts = [
    code === null ? (inQuotes(said(event, 'why')) ?? plainNumber(event)) : reasonWords(code),
    ...(status === null || status === 0 ? [] : [`802.11 status code ${status}`]),
    ...numbered(event, 'reason of the vendor', 'ihv-reason'),
    ...numbered(event, 'EAP reason', 'eap-reason'),
    ...numbered(event, 'EAP error', 'eap-error'),
    ...(rssi === null || rssi === NO_RSSI ? [] : [`signal ${rssi} dBm`]),
  ]
  return parts.join(', ')
}

/** Of 8003: a number that no page explains. */
function plainNumber(event: TraceEvent): string {
  const number = numberIn(event, 'reason')
  return number === null ? 'no reason is given' : `number ${number}`
}

const hex = (value: number): string => `0x${(value < 0 ? value + 2 ** 32 : value).toString(16)}`

function numbered(event: TraceEvent, words: string, field: string): string[] {
  const value = numberIn(event, field)
  return value === null || value === 0 ? [] : [`${words} ${hex(value)}`]
}

/** Longest text of a trace in a sentence of ours. */
const LONGEST = 120

/** Text from a trace inside a sentence: on one line, cut, without the full stop; null stays null. */
export function inQuotes(text: string | null): string | null {
  if (text === null) return null
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.+$/, '')
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}"`
}
