import type {Hex, Mac} from '../../../events/units.js'
import type {AkmCipher} from '../../../wdi/facts.js'
import {
  associationRequest,
  element,
  extendedCapabilities,
  ftElement,
  mobilityDomainElement,
  multiLinkElement,
  oweDhElement,
  rsnElement,
  ssidElement,
} from '../../../wdi/frame-builders.js'
import type {Station} from '../events/station.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {agreeingAkm, parseAkm, usesRsn} from '../values/akm.js'
import {labelText} from '../values/labels.js'
import {readSsid} from '../values/ssid.js'
import {elementBytes, matchesElement, readElements} from '../values/wanted-element.js'
import {cutFrame} from './cut.js'
import {ANY_ANONCE} from './ft-blob.js'
import {firstFtParts, PMKID_BYTES, toLabelHex} from './ft-parts.js'

/** What the rest of the result entry says about its frames. */
export interface EntryFacts {
  readonly bssid: Mac | null
  readonly auth: number
  readonly unicastCipher: number
  readonly multicastCipher: number
  readonly reassociation: boolean
  readonly akm: AkmCipher | null
}

/** Address of the station's own MLD, in the Multi-Link element of its requests. */
const STA_MLD: Mac = '02:00:00:00:00:ff'
/** Current AP of a reassociation when the scenario never said where the port was associated. */
const SOME_AP: Mac = '02:00:00:00:fe:01'
const RATES = element(1, Uint8Array.of(0x8c, 0x12, 0x98, 0x24, 0xb0, 0x48, 0x60, 0x6c))
const EXTENDED_CAPABILITIES = 127
const MFP_CAPABLE = 1 << 7
const SPP_AMSDU_CAPABLE = 1 << 10

export interface Request {
  readonly bytes: Uint8Array
  readonly multiLink: boolean
  /** MLD address of the AP, said here but carried by the response. */
  readonly mld: Mac | null
}

/** Body of the (re)association request of a result entry, scenario.md 5.3. */
export function readRequest(fields: FieldReader, entry: EntryFacts, station: Station): Request {
  const truncated = fields.has('truncated')
  const form = readForm(fields, entry)
  const ssid = readSsid(fields)
  const multiLink = fields.word('multi-link') === true
  const ft = fields.word('fte') === true
  const optional = [
    readRsn(fields, entry, station, ft, truncated),
    ...(ft ? ftElements(entry, station) : []),
    ...readExtras(fields, entry, station, truncated),
    readOwe(fields, station, truncated),
    multiLink ? multiLinkElement({mldAddress: STA_MLD}) : null,
  ]
  const mld = fields.addressOf('mld')
  fields.done()
  const first = truncated && ssid === null ? [] : [ssidElement(ssid ?? station.ssid)]
  const elements = [...first, RATES, ...optional.filter(part => part !== null)]
  const body = associationRequest({form, currentAp: station.lastPeer ?? SOME_AP, elements})
  return {bytes: truncated ? cutFrame(body) : body, multiLink, mld}
}

function readForm(fields: FieldReader, entry: EntryFacts): 'assoc' | 'reassoc' | 'both' {
  const kind = fields.text('kind') ?? (entry.reassociation ? 'reassoc' : 'assoc')
  if (kind !== 'assoc' && kind !== 'reassoc' && kind !== 'both')
    fields.fail(`kind=${kind} is none of assoc, reassoc, both`)
  return kind
}

function readRsn(
  fields: FieldReader,
  entry: EntryFacts,
  station: Station,
  ft: boolean,
  truncated: boolean,
): Uint8Array | null {
  const {task} = station
  const auth = entry.auth || (task?.auth[0] ?? 0)
  const said = fields.word('rsn')
  const texts = fields.texts('pmkids')
  const pmkids =
    texts?.map(label => toLabelHex(fields, 'pmkids', label, PMKID_BYTES)) ?? given(station.pmkid(entry.bssid))
  const mfp = fields.bit('mfp')
  const spp = fields.bit('spp-amsdu')
  const hasCapabilities = fields.word('rsn-caps') !== false
  const akmText = fields.text('akm')
  const ciphers = entry.unicastCipher === 0 ? (task?.unicastCiphers ?? []) : [entry.unicastCipher]
  const pair =
    (akmText === null ? entry.akm : parseAkm(fields, 'akm', akmText)) ??
    agreeingAkm(auth, ft, task?.pairs ?? [], ciphers)
  const details = [texts, mfp, spp, akmText].some(detail => detail !== null)
  const present = said ?? (truncated ? details : usesRsn(auth) || details)
  if (!present) return null
  const capabilities = ((mfp ?? Number(task?.mfp ?? false)) ? MFP_CAPABLE : 0) | (spp ? SPP_AMSDU_CAPABLE : 0)
  return rsnElement({
    group: entry.multicastCipher || (task?.multicastCiphers[0] ?? 4),
    pairwise: [pair.cipher],
    akms: [pair.akm],
    capabilities: hasCapabilities ? capabilities : null,
    pmkids,
  })
}

const given = (pmkid: Hex | null): Hex[] => (pmkid === null ? [] : [pmkid])

/** Mobility domain and FT element as the FT exchange with this AP left them. */
function ftElements(entry: EntryFacts, station: Station): Uint8Array[] {
  const exchange = entry.bssid === null ? undefined : station.ft.get(entry.bssid)
  const parts = firstFtParts(exchange ?? null, station.ftParts(entry.bssid))
  return [
    mobilityDomainElement(parts.mde),
    ftElement({anonce: exchange?.anonce ?? ANY_ANONCE, snonce: parts.snonce, r0khId: parts.r0kh}),
  ]
}

/** Extended capabilities, then the host's other elements. */
function readExtras(fields: FieldReader, entry: EntryFacts, station: Station, truncated: boolean): Uint8Array[] {
  const missing = readElements(fields, 'missing')
  const extras = station.extraElements(entry.bssid).filter(extra => !missing.some(gone => matchesElement(extra, gone)))
  const bits = fields.numbers('ext-cap', {max: 250 * 8})
  const absent = fields.word('ext-cap') === false
  if (truncated) return bits === null ? [] : [extendedCapabilities(bits)]
  const others = extras.filter(extra => extra.id !== EXTENDED_CAPABILITIES).map(elementBytes)
  if (absent) return others
  const hostBits = extras.filter(extra => extra.id === EXTENDED_CAPABILITIES).flatMap(extra => bitsOf(extra.content))
  return [extendedCapabilities(bits ?? [...(station.task?.capabilityBits ?? []), ...hostBits]), ...others]
}

const bitsOf = (bytes: Uint8Array): number[] =>
  [...bytes].flatMap((byte, i) => [0, 1, 2, 3, 4, 5, 6, 7].filter(bit => (byte >> bit) & 1).map(bit => 8 * i + bit))

function readOwe(fields: FieldReader, station: Station, truncated: boolean): Uint8Array | null {
  const label = fields.text('owe-dh')
  const absent = fields.word('owe-dh') === false
  if (label !== null) return oweDhElement(labelText(label))
  return absent || truncated || station.owePublicKey === null ? null : oweDhElement(station.owePublicKey)
}
