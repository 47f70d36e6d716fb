import {KEY_FIELDS} from './fields.js'
import {littleEndian} from './octets.js'
import {type FieldSpec, type MemberSpec, structByName, TLVS, type TlvSpec, tlvByName, tlvsByType} from './spec.js'

/** How a value is read: packed fields, an array of one field, nested TLVs, or not at all. */
export type ValueLayout =
  | {readonly kind: 'fields'; readonly fields: readonly FieldSpec[]; readonly sizes: readonly number[]}
  | {readonly kind: 'array'; readonly item: FieldSpec}
  | {readonly kind: 'tlvs'; readonly members: readonly MemberSpec[]}
  | {readonly kind: 'none'}

const fieldsLayout = (fields: readonly FieldSpec[], olderSizes: readonly number[] = []): ValueLayout => ({
  kind: 'fields',
  fields,
  sizes: [...olderSizes, fields.reduce((sum, field) => sum + field.bytes, 0)],
})

const arrayOf = (item: FieldSpec): ValueLayout => ({kind: 'array', item})
const primitive = (name: string, type: string, bytes: number, set?: string): FieldSpec =>
  set === undefined ? {name, type, bytes} : {name, type, bytes, enum: set}

/** True when the value is a run of whole TLVs, each with a number that is one of `members`. */
function holdsTlvs(value: Uint8Array, members: readonly MemberSpec[]): boolean {
  const names = new Set(members.map(member => member.tlv))
  let at = 0
  while (at + 4 <= value.length) {
    const known = tlvsByType.get(littleEndian(value, at, 2)) ?? []
    if (!known.some(spec => names.has(spec.name))) return false
    at += 4 + littleEndian(value, at + 2, 2)
  }
  return at === value.length
}

function otherLayout(spec: TlvSpec): ValueLayout {
  const other = spec.otherLayouts[0]
  if (other?.layoutKind === 'tlvs') return {kind: 'tlvs', members: other.layout as MemberSpec[]}
  return other?.layout ? fieldsLayout(other.layout as FieldSpec[]) : ownLayout(spec)
}

function ownLayout(spec: TlvSpec): ValueLayout {
  if (spec.kind === 'tlvs') return {kind: 'tlvs', members: spec.members}
  if (spec.kind === 'none') return {kind: 'none'}
  return spec.array ? arrayOf(spec.fields[0] as FieldSpec) : fieldsLayout(spec.fields, spec.olderSizes)
}

/** Pairs of two enums of a byte each: what the page says of the algorithm lists, against eight bytes in the header. */
const bytePair: FieldSpec = {name: 'pair', type: 'UINT16', bytes: 2}
const bandChannel: FieldSpec = {name: 'channel', type: 'WDI_BAND_CHANNEL_MAPPING_ENTRY', bytes: 12}

/** rssi of LINK_INFO stands four bytes later in the older layout of the same length, which has two link ids. */
function isOlderLinkInfo(value: Uint8Array): boolean {
  const signed = (at: number) => littleEndian(value, at, 4) | 0
  const plausible = (rssi: number) => rssi < 0 && rssi > -128
  return value.length >= 40 && !plausible(signed(24)) && plausible(signed(28))
}

/** TLVs whose layout differs between versions, or between page and header: the bytes decide. */
const choices: ReadonlyMap<string, (spec: TlvSpec, value: Uint8Array, length: number) => ValueLayout> = new Map([
  ['WDI_TLV_UNAVAILABLE_BAND_LIST', unavailableBands],
  ['WDI_TLV_BAND_CHANNEL_LIST', (spec, _, length) => (length % 8 === 0 ? ownLayout(spec) : arrayOf(bandChannel))],
  ['WDI_TLV_UNICAST_ALGORITHM_LIST', algorithmPairs],
  ['WDI_TLV_MULTICAST_DATA_ALGORITHM_LIST', algorithmPairs],
  ['WDI_TLV_MULTICAST_MGMT_ALGORITHM_LIST', algorithmPairs],
  ['WDI_TLV_PROTOCOL_OFFLOAD_ID', protocolOffloadId],
  ['WDI_TLV_RSN_KEY_INFO', (spec, _, length) => (length === spec.size ? ownLayout(spec) : otherLayout(spec))],
  [
    'WDI_TLV_PM_PROTOCOL_OFFLOAD_80211RSN_REKEY',
    (spec, _, length) => (length === 44 ? otherLayout(spec) : ownLayout(spec)),
  ],
  ['WDI_TLV_STATION_CAPABILITIES', (spec, _, length) => (length === 50 ? otherLayout(spec) : ownLayout(spec))],
  ['WDI_TLV_LINK_INFO', (spec, value) => (isOlderLinkInfo(value) ? otherLayout(spec) : ownLayout(spec))],
])

function unavailableBands(spec: TlvSpec, value: Uint8Array): ValueLayout {
  return holdsTlvs(value, spec.members) ? ownLayout(spec) : arrayOf(primitive('bandId', 'UINT32', 4, 'WDI_BAND_ID'))
}

function algorithmPairs(spec: TlvSpec, _: Uint8Array, length: number): ValueLayout {
  const whole = (structByName.get('WDI_ALGO_PAIRS')?.size ?? 8) as number
  return length % whole === 0 || length % 2 !== 0 ? ownLayout(spec) : arrayOf(bytePair)
}

function protocolOffloadId(spec: TlvSpec, _: Uint8Array, length: number): ValueLayout {
  return length === 4 ? fieldsLayout([primitive('protocolOffloadId', 'UINT32', 4)]) : ownLayout(spec)
}

/** The layout that fits this value best; `length` as its header says, where the value is cut. */
export function layoutOf(spec: TlvSpec, value: Uint8Array, length = value.length): ValueLayout {
  return choices.get(spec.name)?.(spec, value, length) ?? (ownLayouts.get(spec) as ValueLayout)
}

const ownLayouts: ReadonlyMap<TlvSpec, ValueLayout> = new Map(TLVS.map(spec => [spec, ownLayout(spec)]))

const ofLayout = (spec: TlvSpec): readonly (FieldSpec | MemberSpec)[] => [
  ...spec.fields,
  ...spec.members,
  ...spec.otherLayouts.flatMap(other => other.layout ?? []),
]

/** Keys stand in it: as a field, or as a TLV at any depth, in whichever version. */
const isKeyContainer = (spec: TlvSpec): boolean =>
  ofLayout(spec).some(part => {
    if ('name' in part) return KEY_FIELDS.has(part.name)
    const inner = part.tlv === null ? undefined : tlvByName.get(part.tlv)
    return inner !== undefined && (inner.content?.format === 'key-material' || isKeyContainer(inner))
  })

/** TLVs in which keys stand: their bytes are not kept, unknown members included. */
export const KEY_CONTAINERS: ReadonlySet<string> = new Set(TLVS.filter(isKeyContainer).map(spec => spec.name))
