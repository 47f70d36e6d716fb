import type {Mac} from '../../../events/units.js'
import {beacon, ftElement, mobilityDomainElement, multiLinkElement, ssidElement} from '../../../wdi/frame-builders.js'
import {parseHex} from '../../../wdi/octets.js'
import {firstFtParts, labelHex, PMKID_BYTES, readFtParts} from '../frames/ft-parts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {BAND} from '../values/named-numbers.js'
import {readSsid} from '../values/ssid.js'
import {elementsBytes, readElements} from '../values/wanted-element.js'
import {type RecordContext, requiredAddress} from './context.js'
import {omitted} from './omitted.js'
import type {CandidateFacts, FtParts} from './station.js'
import {bytes, container, struct, type TlvNode, without} from './tlv-node.js'

const DBM = {min: -200, max: 200}

export interface Candidate {
  readonly facts: CandidateFacts
  readonly node: TlvNode
}

/** A candidate of a task or an entry of SET_ASSOCIATION_PARAMETERS: `AP-B` or `(AP-B flags=0x1 pmkid=K1 …)`. */
export function readCandidate(fields: FieldReader, context: RecordContext, ssids: readonly string[]): Candidate {
  const bssid = requiredAddress(fields, context, 'BSSID')
  const flags = fields.number('flags')
  const pmkid = labelHex(fields, 'pmkid', PMKID_BYTES)
  const ssid = readSsid(fields)
  const elements = readElements(fields, 'ies')
  const ftFields = fields.group('ft')
  const ft = ftFields === null ? null : readFtParts(ftFields)
  const mld = fields.addressOf('mld') ?? (bssid === null ? null : (context.advertised.get(bssid) ?? null))
  const said = fields.word('multi-link')
  const multiLink = said ?? (mld !== null || (bssid !== null && context.advertised.has(bssid)))
  const facts: CandidateFacts = {bssid, pmkid, elements, ft, ssid, multiLink, mld}
  const nodes: TlvNode[] = [
    ...bssidNode(bssid),
    ...(ssid === null && !multiLink ? [] : [beaconNode('BEACON_FRAME', ssid ?? anySsid(ssids), multiLink, mld)]),
    signal(fields.number('rssi', DBM)),
    channel(fields),
  ]
  if (pmkid !== null) nodes.push(bytes('PMKID', parseHex(pmkid) as Uint8Array))
  if (elements.length > 0) nodes.push(bytes('EXTRA_ASSOCIATION_REQUEST_IES', elementsBytes(elements)))
  if (ftFields !== null) nodes.push(ftNode(ftFields, ft))
  if (flags !== null) nodes.push(struct('BSS_SELECTION_PARAMETERS', true, {selectionFlags: flags}))
  return {facts, node: member('CONNECT_BSS_ENTRY', nodes, fields)}
}

/** An entry of BSS_ENTRY_LIST or of ASSOCIATION_PARAMETERS_REQUEST. */
export function readBssEntry(fields: FieldReader, context: RecordContext): TlvNode {
  const bssid = requiredAddress(fields, context, 'BSSID')
  const ssid = readSsid(fields)
  const nodes = [
    ...bssidNode(bssid),
    ...(ssid === null ? [] : [beaconNode('BEACON_FRAME', ssid, false, null)]),
    signal(fields.number('rssi', DBM)),
    channel(fields),
  ]
  return member('BSS_ENTRY', nodes, fields)
}

/** An entry that says no more than its address. */
export const plainBssEntry = (bssid: Mac): TlvNode =>
  container('BSS_ENTRY', [
    ...bssidNode(bssid),
    signal(null),
    struct('BSS_ENTRY_CHANNEL_INFO', false, {channelNumber: 0, bandId: 0}),
  ])

/** A member of a list, without the TLVs that its own `without=` names. */
export function member(name: string, nodes: readonly TlvNode[], fields: FieldReader): TlvNode {
  const node = container(name, without(nodes, omitted(fields)))
  fields.done()
  return node
}

export const bssidNode = (bssid: Mac | null): TlvNode[] => (bssid === null ? [] : [struct('BSSID', true, {bssid})])

/** 0 dBm, which no receiver measures, where the line does not say the signal. */
const signal = (rssi: number | null): TlvNode =>
  struct('BSS_ENTRY_SIGNAL_INFO', rssi !== null, {rssi: rssi ?? 0, linkQuality: 0})

function channel(fields: FieldReader): TlvNode {
  const number = fields.number('channel')
  const band = fields.number('band', {names: BAND})
  return struct('BSS_ENTRY_CHANNEL_INFO', number !== null || band !== null, {
    channelNumber: number ?? 0,
    bandId: band ?? 0,
  })
}

export function beaconNode(name: string, ssid: string, multiLink: boolean, mld: Mac | null): TlvNode {
  const elements = [ssidElement(ssid === '*' ? '' : ssid)]
  if (multiLink) elements.push(multiLinkElement({mldAddress: mld}))
  return bytes(name, beacon(elements))
}

const anySsid = (ssids: readonly string[]): string => ssids.find(ssid => ssid !== '*') ?? 'net'

function ftNode(fields: FieldReader, ft: FtParts | null): TlvNode {
  const parts = firstFtParts(ft)
  const nodes = [
    bytes('FT_MDE', mobilityDomainElement(parts.mde)),
    struct('FT_PMKR0NAME', true, {pmkName: parts.pmkr0}),
    bytes('FT_FTE', ftElement({snonce: parts.snonce, r0khId: parts.r0kh})),
  ]
  return member('FT_REASSOC_PARAMETERS', nodes, fields)
}
