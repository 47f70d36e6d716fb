import {KEY_CONTAINERS, layoutOf, type ValueLayout} from './layout-choice.js'
import {contentLeaf, frameKind, isFrame, keyLeaf, type Leaf, packedLeaf, rawLeaf} from './leaf.js'
import {littleEndian} from './octets.js'
import {problem} from './problem.js'
import {type MemberSpec, messageSpecByName, type TlvSpec, tlvsByType} from './spec.js'

const HEADER = 4
/** Real messages nest four deep. */
const MAX_DEPTH = 16
const NO_BYTES = new Uint8Array(0)

/** Where a TLV stands. */
interface Parent {
  /** What it lists. */
  readonly members: readonly MemberSpec[]
  /** Keys stand in it. */
  readonly keys: boolean
  readonly depth: number
}

/** One TLV of a stream. What it says is decoded when somebody asks: rules want a few fields of large messages. */
export class Tlv {
  readonly #bytes: Uint8Array
  readonly #start: number
  readonly #parent: Parent
  #own: Uint8Array | undefined
  #layout: ValueLayout | undefined
  #leaf: Leaf | undefined
  #tlvs: readonly Tlv[] | undefined

  constructor(
    readonly type: number,
    /** As its header says. */
    readonly length: number,
    /** Those of the stream, in which the value begins at `start`. */
    bytes: Uint8Array,
    start: number,
    /** Of the header, from the first byte of the input. */
    readonly offset: number,
    readonly spec: TlvSpec | undefined,
    parent: Parent,
  ) {
    this.#bytes = bytes
    this.#start = start
    this.#parent = parent
  }

  /** null: no public name. */
  get name(): string | null {
    return this.spec?.name ?? null
  }

  /** Bytes of the value that are there. */
  get left(): number {
    return Math.min(this.length, this.#bytes.length - this.#start)
  }

  /** The value ends before its length says. */
  get cut(): boolean {
    return this.left < this.length
  }

  /** Value of a frame or of a leaf without keys, as far as it is there; else empty. */
  get value(): Uint8Array {
    return this.#isKey || this.tlvs !== null || KEY_CONTAINERS.has(this.spec?.name ?? '') ? NO_BYTES : this.#value
  }

  /** null: another kind of value. */
  get fields(): Leaf['fields'] {
    return this.#members !== null || (this.spec !== undefined && isFrame(this.spec)) ? null : this.leaf.fields
  }

  /** Kind and bytes of an 802.11 frame or of bare elements; null: another kind of value. */
  get frame(): {readonly name: string; readonly bytes: Uint8Array} | null {
    return this.spec !== undefined && isFrame(this.spec) ? {name: frameKind(this.spec), bytes: this.#value} : null
  }

  /** null: no container, or one that is nested deeper than any real message. */
  get tlvs(): readonly Tlv[] | null {
    const members = this.#members
    if (members === null || this.#parent.depth >= MAX_DEPTH) return null
    const keys = this.#parent.keys || KEY_CONTAINERS.has(this.spec?.name ?? '')
    this.#tlvs ??= tlvsIn(this.#value, this.offset + HEADER, {members, keys, depth: this.#parent.depth + 1})
    return this.#tlvs
  }

  /** What it says if it is no container; of one that is nested too deep, that it is. */
  get leaf(): Leaf {
    this.#leaf ??= this.#decode()
    return this.#leaf
  }

  get #value(): Uint8Array {
    this.#own ??= this.#bytes.subarray(this.#start, this.#start + this.length)
    return this.#own
  }

  #decode(): Leaf {
    const {spec, offset} = this
    if (this.#isKey) return keyLeaf(this.length)
    if (spec === undefined) return rawLeaf(this.#value)
    const content = contentLeaf(spec, this.#value, offset, HEADER)
    if (content !== null) return content
    const layout = this.#valueLayout(spec)
    if (layout.kind !== 'tlvs') return packedLeaf(spec, layout, this.#value, offset)
    return rawLeaf(NO_BYTES, [problem(offset, 'invalid', `${spec.name} is nested more than ${MAX_DEPTH} deep`)])
  }

  get #isKey(): boolean {
    return this.spec === undefined ? this.#parent.keys : this.spec.content?.format === 'key-material'
  }

  /** Of a container. */
  get #members(): readonly MemberSpec[] | null {
    if (this.spec === undefined || this.spec.content?.format !== undefined) return null
    const layout = this.#valueLayout(this.spec)
    return layout.kind === 'tlvs' ? layout.members : null
  }

  #valueLayout(spec: TlvSpec): ValueLayout {
    this.#layout ??= layoutOf(spec, this.#value, this.length)
    return this.#layout
  }
}

const TOP_LEVEL: ReadonlyMap<string, Parent> = new Map(
  [...messageSpecByName].map(([name, {payloads}]) => [
    name,
    {members: Object.values(payloads).flat(), keys: false, depth: 0},
  ]),
)
const NOWHERE: Parent = {members: [], keys: false, depth: 0}

/** TLVs of a message's payload; `base` is the offset of its first byte in the input. */
export function payloadTlvs(bytes: Uint8Array, message: string | undefined, base = 0): readonly Tlv[] {
  return tlvsIn(bytes, base, (message !== undefined && TOP_LEVEL.get(message)) || NOWHERE)
}

/** TLVs of a stream; up to three bytes behind the last whole header are surplus. */
function tlvsIn(bytes: Uint8Array, base: number, parent: Parent): readonly Tlv[] {
  const tlvs: Tlv[] = []
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const type = littleEndian(bytes, at, 2)
    const length = littleEndian(bytes, at + 2, 2)
    const start = at + HEADER
    tlvs.push(new Tlv(type, length, bytes, start, base + at, specOf(type, parent.members), parent))
    at = start + length
  }
  return tlvs
}

/** Where a number has two names, the one that the parent lists; else the newer one, which comes first. */
function specOf(type: number, expected: readonly MemberSpec[]): TlvSpec | undefined {
  const candidates = tlvsByType.get(type)
  if (candidates === undefined || candidates.length === 1) return candidates?.[0]
  return candidates.find(spec => expected.some(member => member.tlv === spec.name)) ?? candidates[0]
}
