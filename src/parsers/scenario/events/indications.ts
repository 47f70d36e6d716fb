import {tlvByName} from '../../../wdi/spec.js'
import {plainBssEntry, readBssEntry} from './bss-entry.js'
import type {ReadTlvs} from './context.js'
import {list, struct} from './tlv-node.js'

/** Indications of one or two fixed structures, and lists of BSS entries, scenario.md 5.3. */

const MOST_ENTRIES = 1000

export const roamingNeeded: ReadTlvs = fields => {
  const reason = fields.number('reason')
  return [struct('ROAMING_NEEDED_PARAMETERS', reason !== null, {roamReason: reason ?? 0})]
}

export const bssEntryList: ReadTlvs = (fields, context) => {
  const entries = fields.items('an entry').map(item => readBssEntry(item, context))
  const count = fields.number('count', {max: MOST_ENTRIES}) ?? entries.length
  if (count < entries.length) fields.fail(`count=${count} of ${fields.what}, but ${entries.length} entries are listed`)
  const others = Array.from({length: count - entries.length}, (_, i) =>
    plainBssEntry(`02:00:00:fe:${hexByte(i >> 8)}:${hexByte(i & 0xff)}`),
  )
  return [...entries, ...others]
}

const hexByte = (value: number): string => value.toString(16).padStart(2, '0')

export const associationParametersRequest: ReadTlvs = fields => [
  list('ASSOCIATION_PARAMETERS_REQUESTED_TYPE', false, 'tlvType', [tlvByName.get('WDI_TLV_PMKID')?.type ?? 0]),
  ...fields.addresses(MOST_ENTRIES).map(plainBssEntry),
]

export const secondaryConnectivity: ReadTlvs = fields => {
  const limited = fields.bit('limited')
  return [struct('LIMITED_CONNECTIVITY', limited !== null, {limited: limited ?? 0})]
}

export const radioStatus: ReadTlvs = fields => {
  const hardware = fields.bit('hw')
  const software = fields.bit('sw')
  return [
    struct('RADIO_STATE', hardware !== null || software !== null, {
      hardwareOn: hardware ?? 0,
      softwareOn: software ?? 0,
    }),
  ]
}
