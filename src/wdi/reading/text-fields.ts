import type {TraceEvent} from '../../events/event.js'
import type {Mac} from '../../events/units.js'
import {parseMac} from '../octets.js'
import {enumByName} from '../spec.js'
import {dot11AssocStatus} from '../windot11.js'

/**
 * Names of `event.fields` that the reader understands: lower case, without blanks and separators. Values stand as
 * printed; numbers decimal or 0x…, addresses in any notation, enum members by name with or without prefix. Several
 * values of one field belong to several members in their order (entries, candidates, keys).
 */
export const TEXT_FIELDS: ReadonlyMap<string, string> = new Map([
  ['bssid', 'BSSID, peer or address of the message; one for each member of a list'],
  ['mac', 'the same in Native 802.11 records'],
  ['candidates', 'addresses of the candidates of a task, or of the entries of a BSS list'],
  ['assocstatus', 'WDI_ASSOC_STATUS of a result or disassociation'],
  ['statuscode', '802.11 status code of a result'],
  [
    'status',
    'Native 802.11: DOT11_ASSOC_STATUS of a completion. FT and SAE answers: their status, not that of the header',
  ],
  ['reason', 'reason of a trigger, disassociation or event'],
  ['auth', 'authentication algorithm, or the list of a task'],
  ['ucipher', 'unicast cipher, or the list of a task'],
  ['mcipher', 'multicast cipher, or the list of a task'],
  ['ssid', 'SSID'],
  ['rssi', 'dBm'],
  ['channel', 'channel number'],
  ['band', 'WDI_BAND_ID'],
  ['quality', 'link quality, 0 to 100'],
  ['links', 'number of links of a link state'],
  ['reassociation', '1: the result is of a reassociation'],
  ['portauthorized', '1: no key exchange is needed'],
  ['comeback', 'association comeback time, TU'],
  ['phy', 'PHY types'],
  ['roamflag', 'connection settings; also roamrequest'],
  ['mfpenabled', 'connection settings'],
  ['hostfipsmodeenabled', 'connection settings'],
  ['roamneededreason', 'connection settings'],
  ['roamtrigger', 'connection settings'],
  ['bsstransitionsupported', 'connection settings'],
  ['mloconnectionsupported', 'connection settings'],
  ['fipsconnection', 'connection settings'],
  ['mscssupported', 'connection settings'],
  ['dscptoupmappingsupported', 'connection settings'],
  ['type', 'type of an SAE indication or answer'],
  ['saestatus', 'WDI_SAE_STATUS; else status'],
  ['keytype', 'WDI_CIPHER_KEY_TYPE of each key'],
  ['keyid', 'key id of each key'],
  ['linkid', 'link id of each key'],
  ['target', 'task that ABORT_TASK means: name or OID'],
  ['id', 'its transaction id'],
  ['targetport', 'its port'],
  ['repeat', 'repeat count of a scan'],
  ['trigger', 'trigger of a scan'],
  ['maxtotal', 'longest duration of a scan, ms'],
  ['hint', 'connection quality hint'],
  ['threshold', 'link quality threshold of the low-latency parameters'],
  ['hw', 'hardware radio state, 1 on'],
  ['sw', 'software radio state, 1 on'],
  ['limited', '1: the secondary station is limited'],
  ['bss', 'adhoc, or infrastructure'],
  ['adhocbssid', 'Native 802.11 roaming start'],
  ['adhocssid', 'Native 802.11 roaming start'],
  ['fouraddress', 'Native 802.11 association completion'],
  ['beacon', 'Native 802.11 association completion: 0 none, else there'],
  ['source', 'who raised a media indication: filter, os, else the miniport'],
  ['state', 'PHY, power or port state'],
])

export const normaliseName = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '')

/** A number as printed: decimal or 0x…, a sign, and whatever follows it in parentheses or as a unit. */
export function parseNumber(text: string): number | undefined {
  const match = /^\s*([+-]?)(0x[0-9a-f]{1,8}|\d{1,15})(?![\w.])/i.exec(text)
  if (!match) return undefined
  const value = Number(match[2])
  return match[1] === '-' ? -value : value
}

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  WDI_AUTH_ALGORITHM: ['WDI_AUTH_ALGO_', 'WDI_AUTH_ALGO_80211_'],
  WDI_CIPHER_ALGORITHM: ['WDI_CIPHER_ALGO_'],
  WDI_PHY_TYPE: ['WDI_PHY_TYPE_'],
  WDI_CIPHER_KEY_TYPE: ['WDI_CIPHER_KEY_TYPE_'],
}

/** A number, or the name of a member of the set with or without the set's prefix. */
export function parseMember(set: string, text: string): number | undefined {
  const number = parseNumber(text)
  if (number !== undefined) return number
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^DOT11_(AUTH|CIPHER)_ALGO_/, '')
  const names = ['', `${set}_`, ...(PREFIXES[set] ?? [])].map(prefix => prefix + bare)
  return enumByName.get(set)?.values.find(member => names.includes(member.name))?.value ?? undefined
}

/** The printed fields of one event. */
export class TextFields {
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(event: TraceEvent) {
    this.#values = new Map(Object.entries(event.fields).map(([name, values]) => [normaliseName(name), values]))
  }

  /** Values under the first of the names that was printed. */
  all(...names: readonly string[]): readonly string[] {
    for (const name of names) {
      const values = this.#values.get(name)
      if (values !== undefined) return values
    }
    return []
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  text(...names: readonly string[]): string | undefined {
    return this.all(...names)[0]
  }

  number(...names: readonly string[]): number | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseNumber(value)
  }

  member(set: string, ...names: readonly string[]): number | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseMember(set, value)
  }

  /** Every value as a member; undefined when none was printed or one is unreadable. */
  members(set: string, name: string): readonly number[] | undefined {
    return whole(this.all(name).map(value => parseMember(set, value)))
  }

  mac(...names: readonly string[]): Mac | undefined {
    const value = this.text(...names)
    return value === undefined ? undefined : parseMac(value.trim())
  }

  macs(...names: readonly string[]): readonly Mac[] | undefined {
    return whole(this.all(...names).map(value => parseMac(value.trim())))
  }

  /** `status=UNREACHABLE`, `reason=LOST` or a number of Native 802.11. */
  dot11Status(name: string): number | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : (parseNumber(value) ?? dot11AssocStatus(value.trim()))
  }
}

function whole<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.length > 0 && values.every(value => value !== undefined) ? (values as readonly T[]) : undefined
}
