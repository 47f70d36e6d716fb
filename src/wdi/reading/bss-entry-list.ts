import type {BssEntryList} from '../facts.js'
import {candidatesIn, measured, printedCandidate} from './candidate.js'
import type {EventView} from './event-view.js'
import {parseNumber} from './text-values.js'

export function readBssEntryList(view: EventView): BssEntryList {
  const entries = candidatesIn(view, 'BSS_ENTRY')
  if (entries !== undefined) return {entries}
  const {text} = view
  const at = (name: string, index: number) => {
    const value = text.all(name)[index]
    return value === undefined ? undefined : parseNumber(value)
  }
  return {
    entries: text.macs('bssid')?.map((bssid, index) =>
      printedCandidate(bssid, {
        rssi: measured(at('rssi', index)),
        channel: at('channel', index),
        band: at('band', index),
        ssid: text.all('ssid')[index],
      }),
    ),
  }
}
