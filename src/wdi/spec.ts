import codesJson from './spec/80211-codes.json' with {type: 'json'}
import enumsJson from './spec/enums.json' with {type: 'json'}
import messagesJson from './spec/messages.json' with {type: 'json'}
import structsJson from './spec/structs.json' with {type: 'json'}
import tlvsJson from './spec/tlvs.json' with {type: 'json'}
import type {
  BareMessageSpec,
  ContentSpec,
  EnumSpec,
  FieldSpec,
  Layout,
  MemberSpec,
  MessageSpec,
  StructSpec,
  TlvSpec,
} from './spec-types.js'

export type * from './spec-types.js'

interface RawTlv extends Layout {
  readonly name: string
  readonly type: number | null
  readonly typeSource: string | null
  readonly models: readonly string[]
  readonly status: string
  readonly doc: string | null
  readonly content?: ContentSpec
  readonly minItems?: number
  readonly notes?: readonly string[]
  readonly renamedTo?: string
  readonly variants?: {readonly WDI?: Layout}
  readonly knownLengths?: readonly {readonly bytes: number}[]
  readonly otherLayouts?: readonly Layout[]
}

interface BareTlv {
  readonly name: string
  readonly type: number
  readonly typeSource: string
}

const rawTlvs = tlvsJson.tlvs as unknown as readonly RawTlv[]
const bareTlvs = tlvsJson.undocumented as readonly BareTlv[]

/** Lengths below the current one that are versions of their own, not damage. */
function olderSizes(raw: RawTlv): number[] {
  const lengths = (raw.knownLengths ?? []).map(known => known.bytes)
  const older = raw.variants?.WDI?.size
  const all = older === undefined ? lengths : [...lengths, older]
  return [...new Set(all)].filter(length => length < (raw.size ?? 0)).sort((a, b) => a - b)
}

function toTlv(raw: RawTlv): TlvSpec {
  const layout = raw.layout ?? []
  return {
    name: raw.name,
    type: raw.type,
    typeSource: raw.typeSource,
    fields: raw.layoutKind === 'fields' ? (layout as FieldSpec[]) : [],
    members: raw.layoutKind === 'tlvs' ? (layout as MemberSpec[]) : [],
    kind: raw.layoutKind ?? 'none',
    array: raw.array,
    size: raw.size ?? 0,
    olderSizes: olderSizes(raw),
    otherLayouts: raw.otherLayouts ?? [],
    content: raw.content ?? null,
    renamedTo: raw.renamedTo ?? null,
    unused: raw.status === 'unused',
    models: raw.models,
    notes: raw.notes ?? [],
    source: raw.doc,
  }
}

const toBareTlv = ({name, type, typeSource}: BareTlv): TlvSpec => ({
  ...toTlv({name, type, typeSource, models: ['WDI'], status: 'documented', doc: null} as unknown as RawTlv),
  kind: 'none',
  array: false,
  notes: ['numbered by a header, described by no page'],
})

/** All TLVs, WiFiCx and WDI, in order of name. */
export const TLVS: readonly TlvSpec[] = [...rawTlvs.map(toTlv), ...bareTlvs.map(toBareTlv)]

export const tlvByName: ReadonlyMap<string, TlvSpec> = new Map(TLVS.map(tlv => [tlv.name, tlv]))

/** TLVs of a type number: one, or two where WiFiCx renamed a WDI name. The newer name comes first. */
export const tlvsByType: ReadonlyMap<number, readonly TlvSpec[]> = groupByType()

function groupByType(): Map<number, TlvSpec[]> {
  const groups = new Map<number, TlvSpec[]>()
  for (const tlv of TLVS) {
    if (tlv.type === null) continue
    const group = groups.get(tlv.type) ?? []
    group.push(tlv)
    groups.set(tlv.type, group)
  }
  for (const group of groups.values()) group.sort((a, b) => Number(a.renamedTo !== null) - Number(b.renamedTo !== null))
  return groups
}

export const MESSAGES = messagesJson.messages as unknown as readonly MessageSpec[]
export const BARE_MESSAGES = messagesJson.undocumented as readonly BareMessageSpec[]
export const messageSpecByName: ReadonlyMap<string, MessageSpec> = new Map(MESSAGES.map(m => [m.name, m]))

export const ENUMS = enumsJson.enums as unknown as readonly EnumSpec[]
export const enumByName: ReadonlyMap<string, EnumSpec> = new Map(ENUMS.map(set => [set.name, set]))

export const structByName: ReadonlyMap<string, StructSpec> = new Map(
  (structsJson.structs as unknown as readonly StructSpec[]).map(struct => [struct.name, struct]),
)
/** Bytes of each primitive type. */
export const primitiveBytes: ReadonlyMap<string, number> = new Map(Object.entries(structsJson.primitives))

const codeMap = (codes: Record<string, string>): ReadonlyMap<number, string> =>
  new Map(Object.entries(codes).map(([code, name]) => [Number(code), name]))

/** IEEE 802.11 codes: number to short name. */
export const codes: Readonly<Record<'statusCodes' | 'reasonCodes', ReadonlyMap<number, string>>> = {
  statusCodes: codeMap(codesJson.statusCodes),
  reasonCodes: codeMap(codesJson.reasonCodes),
}

/** What the source tags (`doc`, `header-wificx`, …) mean. */
export const SOURCES: Readonly<Record<string, string>> = tlvsJson.sources

/** Bytes of the header before a message's TLVs. */
export const MESSAGE_HEADER_BYTES = 16
