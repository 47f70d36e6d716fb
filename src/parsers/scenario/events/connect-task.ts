import {oweDhElement} from '../../../wdi/frame-builders.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {parseAkm} from '../values/akm.js'
import {labelText} from '../values/labels.js'
import {AUTH, BAND, CIPHER, PHY} from '../values/named-numbers.js'
import {readSsids} from '../values/ssid.js'
import {elementsBytes, readElements} from '../values/wanted-element.js'
import {readCandidate} from './candidate.js'
import type {ReadTlvs} from './context.js'
import {bytes, container, list, struct, type TlvNode, tlv} from './tlv-node.js'

/** Names of the notation and of the fields of the connection settings 0x3F, in the order of the bytes. */
const SETTINGS = [
  ['RoamFlag', 'roamRequest'],
  ['MFPEnabled', 'mfpEnabled'],
  ['HostFIPSModeEnabled', 'hostFipsModeEnabled'],
  ['BSSTransitionSupported', 'bssTransitionSupported'],
  ['MloConnectionSupported', 'mloConnectionSupported'],
  ['FIPSConnection', 'fipsConnection'],
  ['MSCSSupported', 'mscsSupported'],
  ['DSCPToUPMappingSupported', 'dscpToUpMappingSupported'],
] as const

/** Bits of the extended capabilities that a setting asks for (rules.md, btm- and qos-capability-missing). */
const CAPABILITY_BITS = [
  ['bssTransitionSupported', 19],
  ['mscsSupported', 85],
  ['dscpToUpMappingSupported', 32],
] as const

const CCMP = 4

/** TASK_ROAM and TASK_CONNECT, scenario.md 5.1. */
export const connectTask: ReadTlvs = (fields, context) => {
  const settings = readSettings(fields)
  const ssids = readSsids(fields)
  const auth = fields.numbers('auth', {names: AUTH})
  const unicast = fields.numbers('ucipher', {names: CIPHER})
  const multicast = fields.numbers('mcipher', {names: CIPHER})
  const phys = fields.numbers('phy', {names: PHY})
  const bands = fields.numbers('unavailable-bands', {names: BAND})
  const allowed = fields.addressList('allowed')
  const disallowed = fields.addressList('disallowed')
  const pairs = (fields.texts('pairs') ?? []).map(text => parseAkm(fields, 'pairs', text))
  const elements = readElements(fields, 'ies')
  const owe = fields.text('owe-dh')
  const candidates = (fields.entries() ?? []).map(entry => readCandidate(entry, context, ssids ?? []))

  const {values} = settings
  context.station.startTask({
    ssids: ssids ?? ['net'],
    auth: auth ?? [],
    unicastCiphers: unicast ?? [CCMP],
    multicastCiphers: multicast ?? [CCMP],
    phys,
    pairs,
    mfp: values.mfpEnabled === 1,
    capabilityBits: CAPABILITY_BITS.filter(([setting]) => values[setting] === 1).map(([, bit]) => bit),
    elements,
    candidates: candidates.map(candidate => candidate.facts),
  })
  context.station.owePublicKey = owe === null ? null : labelText(owe)

  const parameters: TlvNode[] = [
    struct('CONNECTION_SETTINGS', settings.shown, values),
    ...(ssids ?? ['net']).map(ssid => tlv('SSID', ssids !== null, {fields: {ssid: ssid === '*' ? '' : ssid}})),
    // Every algorithm is allowed where the line names none: nothing can then be judged against the list.
    list('AUTH_ALGO_LIST', auth !== null, 'authAlgorithm', auth ?? [...AUTH.values()]),
    list('MULTICAST_CIPHER_ALGO_LIST', multicast !== null, 'cipherAlgorithm', multicast ?? [CCMP]),
    list('UNICAST_CIPHER_ALGO_LIST', unicast !== null, 'cipherAlgorithm', unicast ?? [CCMP]),
  ]
  if (elements.length > 0) parameters.push(bytes('EXTRA_ASSOCIATION_REQUEST_IES', elementsBytes(elements)))
  if (phys !== null) parameters.push(list('PHY_TYPE_LIST', true, 'phyType', phys))
  if (disallowed !== null) parameters.push(list('DISALLOWED_BSSIDS_LIST', true, 'bssid', disallowed))
  if (allowed !== null) parameters.push(list('ALLOWED_BSSIDS_LIST', true, 'bssid', allowed))
  if (owe !== null) parameters.push(bytes('OWE_DH_IE', oweDhElement(labelText(owe))))
  if (bands !== null) {
    const members = bands.map(bandId => struct('BANDID', true, {bandId}))
    parameters.push(container('UNAVAILABLE_BAND_LIST', members))
  }
  if (pairs.length > 0) parameters.push(tlv('RSNA_AKM_CIPHER_SUITE', true, {items: pairs.map(pair => ({...pair}))}))
  return [container('CONNECT_PARAMETERS', parameters), ...candidates.map(candidate => candidate.node)]
}

function readSettings(fields: FieldReader): {readonly shown: boolean; readonly values: Record<string, number>} {
  const values: Record<string, number> = {}
  const keep = (name: string, value: number | null): void => {
    if (value !== null) values[name] = value
  }
  for (const [key, name] of SETTINGS) keep(name, fields.bit(key))
  keep('roamNeededReason', fields.number('RoamNeededReason'))
  keep('roamTrigger', fields.number('RoamTrigger'))
  return {shown: Object.keys(values).length > 0, values}
}
