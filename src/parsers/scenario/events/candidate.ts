import {ftElement, mobilityDomainElement} from '../../../wdi/frame-builders.js'
import {parseHex} from '../../../wdi/octets.js'
import {firstFtParts, labelHex, PMKID_BYTES, readFtParts} from '../frames/ft-parts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {readSsid} from '../values/ssid.js'
import {elementsBytes, readElements} from '../values/wanted-element.js'
import {beaconNode, bssidNode, channel, member, signal} from './bss-entry.js'
import {type RecordContext, requiredAddress} from './context.js'
import type {CandidateFacts, FtParts} from './task-facts.js'
import {bytes, struct, type TlvNode} from './tlv-node.js'

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
    signal(fields),
    channel(fields),
  ]
  if (pmkid !== null) nodes.push(bytes('PMKID', parseHex(pmkid) as Uint8Array))
  if (elements.length > 0) nodes.push(bytes('EXTRA_ASSOCIATION_REQUEST_IES', elementsBytes(elements)))
  if (ftFields !== null) nodes.push(ftNode(ftFields, ft))
  if (flags !== null) nodes.push(struct('BSS_SELECTION_PARAMETERS', true, {selectionFlags: flags}))
  return {facts, node: member('CONNECT_BSS_ENTRY', nodes, fields)}
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
