import {reasonWords} from '../../autoconfig/reasons.js'
import type {TraceEvent} from '../../events/event.js'
import {numberIn, said} from '../../sessions/windows/event-facts.js'

/** Why, in words with the numbers: reason, 802.11 status code, signal; Windows' own words where it gives no number. */
export function reasonSaid(event: TraceEvent): string {
  const code = numberIn(event, 'reason')
  const text = said(event, 'why')
  const status = numberIn(event, 'status')
  const rssi = numberIn(event, 'rssi')
  const parts = [
    code === null || code === 0 ? (text ?? 'no reason is given') : reasonWords(code),
    ...(status === null || status === 0 ? [] : [`802.11 status code ${status}`]),
    ...(rssi === null || rssi === 255 ? [] : [`signal ${rssi} dBm`]),
  ]
  return parts.join(', ')
}
