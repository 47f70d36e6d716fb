import type {Mac} from '../../../events/units.js'
import {beacon, multiLinkElement, ssidElement} from '../../../wdi/frame-builders.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {BAND} from '../values/named-numbers.js'
import {readSsid} from '../values/ssid.js'
import {type RecordContext, requiredAddress} from './context.js'
import {omitted} from './omitted.js'
import {bytes, container, struct, type TlvNode, without} from './tlv-node.js'

const DBM = {min: -200, max: 200}

/** An entry of BSS_ENTRY_LIST or of ASSOCIATION_PARAMETERS_REQUEST. */
export function readBssEntry(fields: FieldReader, context: RecordContext): TlvNode {
  const bssid = requiredAddress(fields, context, 'BSSID')
  const ssid = readSsid(fields)
  const nodes = [
    ...bssidNode(bssid),
    ...(ssid === null ? [] : [beaconNode('BEACON_FRAME', ssid, false, null)]),
    signal(fields),
    channel(fields),
  ]
  return member('BSS_ENTRY', nodes, fields)
}

/** An entry that says no more than its address. */
export const plainBssEntry = (bssid: Mac): TlvNode =>
  container('BSS_ENTRY', [
    ...bssidNode(bssid),
    signalOf(null),
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
const signalOf = (rssi: number | null): TlvNode =>
  struct('BSS_ENTRY_SIGNAL_INFO', rssi !== null, {rssi: rssi ?? 0, linkQuality: 0})

export const signal = (fields: FieldReader): TlvNode => signalOf(fields.number('rssi', DBM))

export function channel(fields: FieldReader): TlvNode {
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
