import type {AkmCipher} from '../../../wdi/facts.js'
import {readRequest} from '../frames/request-frame.js'
import {readAuthResponse, readResponse} from '../frames/response-frame.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {parseAkm} from '../values/akm.js'
import {AUTH, BAND, CIPHER, PHY} from '../values/named-numbers.js'
import {beaconNode, bssidNode, member} from './bss-entry.js'
import {type ReadTlvs, type RecordContext, requiredAddress} from './context.js'
import {bytes, list, struct, type TlvNode} from './tlv-node.js'

const STATION = '02:00:00:00:00:01'
const SUCCESS = 0
/** HE: a PHY that nothing depends on. */
const SOME_PHY = [10]

/** One `( … )` per result container 0x35, scenario.md 5.3. */
export const associationResult: ReadTlvs = (fields, context) =>
  fields.items('a result').map(item => readEntry(item, context))

function readEntry(fields: FieldReader, context: RecordContext): TlvNode {
  const {station} = context
  const bssid = requiredAddress(fields, context, 'BSSID')
  const parameters = readParameters(fields)
  const {values} = parameters
  const akmText = fields.text('akm')
  const akm: AkmCipher | null = akmText === null ? null : parseAkm(fields, 'akm', akmText)
  const entry = {
    bssid,
    auth: values.authAlgorithm ?? 0,
    unicastCipher: values.unicastCipher ?? 0,
    multicastCipher: values.multicastDataCipher ?? 0,
    reassociation: values.reassociation === 1,
    akm,
  }
  const nodes = [...bssidNode(bssid), struct('ASSOCIATION_RESULT_PARAMETERS', parameters.shown, values)]

  const requestFields = fields.group('request')
  const request = requestFields === null ? null : readRequest(requestFields, entry, station)
  if (request !== null) nodes.push(bytes('ASSOCIATION_REQUEST_FRAME', request.bytes))

  const responseFields = fields.group('response')
  const code = values.dot11StatusCode ?? 0
  const known = request?.mld ?? (bssid === null ? undefined : station.mlds.get(bssid)) ?? null
  const response =
    responseFields === null
      ? null
      : readResponse(responseFields, {
          code: code & 0xffff,
          comebackTu: values.assocComebackTime ?? 0,
          multiLink: request?.multiLink ?? false,
          mld: known,
        })
  if (response !== null) nodes.push(bytes('ASSOCIATION_RESPONSE_FRAME', response.bytes))

  const authFields = fields.group('auth-response')
  if (authFields !== null) {
    const auth = entry.auth || (station.task?.auth[0] ?? 0)
    nodes.push(bytes('AUTHENTICATION_RESPONSE_FRAME', readAuthResponse(authFields, code & 0xffff, auth)))
  }
  if (fields.has('beacon')) nodes.push(beaconNode('BEACON_PROBE_RESPONSE', station.ssid, false, null))
  const phys = fields.numbers('phy', {names: PHY})
  nodes.push(list('PHY_TYPE_LIST', phys !== null, 'phyType', phys ?? station.task?.phys?.slice(0, 1) ?? SOME_PHY))
  const localLink = fields.addressOf('local-link') ?? (fields.has('local-link') ? STATION : null)
  if (localLink !== null) nodes.push(struct('MLO_LINK_BSSID', true, {bssid: localLink}))

  if ((values.assocStatus ?? 0) === SUCCESS && bssid !== null) {
    station.lastPeer = bssid
    station.learnMld(bssid, response?.mld ?? null)
    if (request?.multiLink || response?.multiLink) station.multiLinkPeers.add(bssid)
    else station.multiLinkPeers.delete(bssid)
  }
  return member('ASSOCIATION_RESULT', nodes, fields)
}

function readParameters(fields: FieldReader): {readonly shown: boolean; readonly values: Record<string, number>} {
  const values: Record<string, number> = {}
  const keep = (name: string, value: number | null): void => {
    if (value !== null) values[name] = value
  }
  keep('assocStatus', fields.number('status'))
  keep('dot11StatusCode', fields.number('code'))
  keep('reassociation', fields.bit('reassociation'))
  keep('authAlgorithm', fields.number('auth', {names: AUTH}))
  keep('unicastCipher', fields.number('ucipher', {names: CIPHER}))
  keep('multicastDataCipher', fields.number('mcipher', {names: CIPHER}))
  keep('portAuthorized', fields.bit('PortAuthorized'))
  keep('assocComebackTime', fields.number('comeback'))
  keep('bandId', fields.number('band', {names: BAND}))
  return {shown: Object.keys(values).length > 0, values}
}
