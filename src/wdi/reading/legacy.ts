import type {TraceEvent} from '../../events/event.js'
import type {Maybe} from '../../events/units.js'
import type {LegacyFields} from '../facts.js'
import {ssidBytes, ssidText} from '../octets.js'
import {PrintedFields} from './printed-fields.js'

/**
 * Fields of a Native 802.11 record, all from text. What the structure holds as zero when it is not shown
 * (algorithms, offsets, flags) is absent or 0 where the export is complete; status, reason and SSID are then unknown.
 */
export function readLegacy(event: TraceEvent): LegacyFields {
  const text = new PrintedFields(event)
  const zero = event.complete ? 0 : undefined
  const absent = event.complete ? null : undefined
  return {
    mac: text.mac('mac', 'bssid'),
    status: text.dot11Status('status') ?? text.dot11Status('assocstatus') ?? event.status ?? undefined,
    reason: text.dot11Status('reason'),
    bssType: text.text('bss') === 'adhoc' ? 'adhoc' : 'infrastructure',
    ssid: ssid(text, 'ssid'),
    adhocBssid: text.mac('adhocbssid') ?? absent,
    adhocSsid: ssid(text, 'adhocssid') ?? absent,
    auth: text.member('WDI_AUTH_ALGORITHM', 'auth') ?? zero,
    unicastCipher: text.member('WDI_CIPHER_ALGORITHM', 'ucipher') ?? zero,
    multicastCipher: text.member('WDI_CIPHER_ALGORITHM', 'mcipher') ?? zero,
    phys: text.members('WDI_PHY_TYPE', 'phy') ?? absent,
    portAuthorized: text.number('portauthorized') ?? zero,
    fourAddress: text.number('fouraddress') ?? zero,
    beacon: beacon(text, event.complete),
    origin: origin(text.text('source')),
    state: text.number('state'),
  }
}

function ssid(text: PrintedFields, name: string): string | undefined {
  const value = text.text(name)
  return value === undefined ? undefined : ssidText(ssidBytes(value))
}

/** A flag without value, or `beacon=0`. */
function beacon(text: PrintedFields, complete: boolean): Maybe<boolean> {
  if (text.has('beacon')) return text.number('beacon') !== 0
  return complete ? false : undefined
}

function origin(source: string | undefined): LegacyFields['origin'] {
  return source === 'filter' || source === 'os' ? source : 'miniport'
}
