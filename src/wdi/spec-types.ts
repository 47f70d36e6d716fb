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
