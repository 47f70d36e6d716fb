import codesJson from './spec/80211-codes.json' with {type: 'json'}
import enumsJson from './spec/enums.json' with {type: 'json'}
import messagesJson from './spec/messages.json' with {type: 'json'}
import structsJson from './spec/structs.json' with {type: 'json'}
import tlvsJson from './spec/tlvs.json' with {type: 'json'}

/** One packed field of a TLV or struct. `type` is a primitive or the name of a struct. */
export interface FieldSpec {
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly bool?: boolean
  readonly enum?: string
  readonly flags?: string
  readonly codes?: 'statusCodes' | 'reasonCodes'
  readonly unit?: string
  readonly count?: number
  readonly endian?: 'big'
  readonly values?: Readonly<Record<string, string>>
}

/** A TLV that may stand inside a container or a message. `tlv` is null where the page names a bare type. */
export interface MemberSpec {
  readonly tlv: string | null
  readonly multiple: boolean
  readonly optional: boolean
}

export interface ContentSpec {
  readonly format: string
  readonly frame?: string
}

export interface Layout {
  readonly layoutKind: 'fields' | 'tlvs' | null
  readonly layout: readonly (FieldSpec | MemberSpec)[] | null
  readonly array: boolean
  readonly size?: number
}

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

export interface TlvSpec {
  readonly name: string
  /** null: no public source gives the number. */
  readonly type: number | null
  readonly typeSource: string | null
  /** Packed fields; empty for containers and TLVs without a layout. */
  readonly fields: readonly FieldSpec[]
  /** Members of a container; empty for everything else. */
  readonly members: readonly MemberSpec[]
  readonly kind: 'fields' | 'tlvs' | 'none'
  /** The value is any number of the fields, one after another. */
  readonly array: boolean
  /** Bytes of all fields (of one item of an array); 0 for containers. */
  readonly size: number
  /** Shorter lengths that older WDI versions write: each is a prefix of the fields. */
  readonly olderSizes: readonly number[]
  /** Layouts of other versions that are no prefix. */
  readonly otherLayouts: readonly Layout[]
  readonly content: ContentSpec | null
  /** The newer name of the same number. */
  readonly renamedTo: string | null
  readonly unused: boolean
  readonly models: readonly string[]
  readonly notes: readonly string[]
  readonly source: string | null
}

export interface MessageSpec {
  readonly name: string
  readonly kind: 'task' | 'property' | 'indication'
  readonly object: string | null
  readonly messageId: number
  readonly value: number
  readonly valueSource: string
  readonly models: readonly string[]
  readonly doc: string | null
  readonly payloads: {
    readonly parameters?: readonly MemberSpec[]
    readonly results?: readonly MemberSpec[]
    readonly payload?: readonly MemberSpec[]
  }
  readonly undocumentedPayload?: readonly MemberSpec[]
  readonly variants?: {readonly WDI?: Partial<Pick<MessageSpec, 'payloads' | 'object'>>}
  readonly completion?: string | null
  readonly completes?: string | null
  readonly normalExecutionTimeS?: number | null
  readonly abortCapable?: boolean | null
  readonly serializedWithTask?: boolean | null
  readonly directOid?: boolean | null
}

/** A message that headers number but no page describes. */
export interface BareMessageSpec {
  readonly name: string
  readonly messageId: number
  readonly value: number
}

export interface EnumMember {
  readonly name: string
  readonly value: number | null
  readonly source: string | null
  /** Suite type of an AKM or cipher suite. */
  readonly type?: number
  /** Other numbers that real bytes carry for this member. */
  readonly alsoSeen?: readonly number[]
  readonly renamedTo?: string
  readonly note?: string
}

export interface EnumSpec {
  readonly name: string
  readonly kind: 'enum' | 'flags' | 'suite' | 'version'
  readonly values: readonly EnumMember[]
  readonly docs: Readonly<Record<string, string>>
  readonly notes: readonly string[]
}

export interface StructSpec {
  readonly name: string
  readonly size: number
  readonly fields: readonly FieldSpec[]
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
