import {ftElement, mobilityDomainElement, rsnElement} from '../../../wdi/frame-builders.js'
import {ANY_ANONCE, type FtBlob, ftBlobBytes, readFtBlob, UNSAID_FT_BLOB} from '../frames/ft-blob.js'
import {firstFtParts} from '../frames/ft-parts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {STATUS} from '../values/named-numbers.js'
import {bssidNode} from './bss-entry.js'
import {type ReadTlvs, requiredAddress} from './context.js'
import {bytes, struct, type TlvNode, tlv} from './tlv-node.js'

/** FT_ASSOC_PARAMS_NEEDED: both blobs agree with each other and with the candidate. */
export const ftIndication: ReadTlvs = (fields, {station, ...context}) => {
  const bssid = requiredAddress(fields, {station, ...context}, 'BSSID')
  const request = readBlob(fields, 'request', 1)
  const response = readBlob(fields, 'response', 2)
  const host = station.ftParts(bssid)
  if (bssid !== null) {
    const parts = firstFtParts(request.blob.parts, response.blob.parts, host)
    station.ft.set(bssid, {...parts, anonce: response.blob.anonce ?? ANY_ANONCE})
  }
  return [
    ...bssidNode(bssid),
    tlv('FT_AUTH_REQUEST', request.shown, {bytes: ftBlobBytes(request.blob, false, [response.blob.parts, host])}),
    tlv('FT_AUTH_RESPONSE', response.shown, {bytes: ftBlobBytes(response.blob, true, [request.blob.parts, host])}),
  ]
}

/** Both blobs are mandatory: not shown, they are there and agree with everything. */
function readBlob(
  fields: FieldReader,
  name: string,
  sequence: 1 | 2,
): {readonly blob: FtBlob; readonly shown: boolean} {
  const group = fields.group(name)
  return {blob: group === null ? UNSAID_FT_BLOB : readFtBlob(group, sequence), shown: group !== null}
}

/** SET_FAST_BSS_TRANSITION_PARAMETERS. */
export const ftAnswer: ReadTlvs = (fields, {station}) => {
  const status = fields.number('status', {names: STATUS})
  const latest = [...station.ft.values()].at(-1) ?? null
  const parts = firstFtParts(latest, station.ftParts(null))
  const nodes: TlvNode[] = [struct('STATUS', status !== null, {ndisStatus: status ?? 0})]
  const add = (word: string, name: string, element: Uint8Array): void => {
    const group = fields.group(word)
    if (group === null) return
    nodes.push(bytes(name, group.has('empty') ? new Uint8Array(0) : element))
    group.done()
  }
  add('rsnie', 'FT_RSNIE', rsnElement({akms: [3], pmkids: [parts.pmkr0]}))
  add('mde', 'FT_MDE', mobilityDomainElement(parts.mde))
  add('fte', 'FT_FTE', ftElement({anonce: latest?.anonce ?? ANY_ANONCE, snonce: parts.snonce, r0khId: parts.r0kh}))
  return nodes
}
