import {decodeArray, decodeFields, emptyRecord, type FieldValues, keyText} from './fields.js'
import {decodeFrame, type FrameNode} from './frame-tree.js'
import {KEY_CONTAINERS, layoutOf} from './layout-choice.js'
import {hexText, littleEndian, ssidText} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'
import {MESSAGE_HEADER_BYTES, type MemberSpec, messageSpecByName, type TlvSpec, tlvsByType} from './spec.js'

/** One TLV of a stream. Exactly one of `fields`, `tlvs`, `frame` and `bytes` is not null. */
export interface TlvNode {
  readonly type: number
  /** null: no public name. */
  readonly name: string | null
  /** Of the TLV's header, from the first byte of the input. */
  readonly offset: number
  /** As its header says. */
  readonly length: number
  readonly fields: FieldValues | null
  readonly tlvs: readonly TlvNode[] | null
  readonly frame: FrameNode | null
  readonly bytes: Uint8Array | null
  /** Value of a frame or of a leaf without keys, as far as it is there; else empty. */
  readonly value: Uint8Array
  /** The value ends before its length says. */
  readonly cut: boolean
  readonly problems: readonly DecodeProblem[]
}

export interface Decoded {
  readonly tlvs: readonly TlvNode[]
  /** Those of all nodes and elements, in order of offset. */
  readonly problems: readonly DecodeProblem[]
}

export interface DecodeOptions {
  /** Full name of the message, which settles type numbers with two names. */
  readonly message?: string | undefined
  /** Offset of the first byte in the input. */
  readonly base?: number
}

const HEADER = 4
/** Real messages nest four deep. */
const MAX_DEPTH = 16

interface Context {
  readonly expected: ReadonlySet<string>
  readonly keys: boolean
  readonly depth: number
  readonly problems: DecodeProblem[]
}

const namesOf = (members: readonly MemberSpec[]): Set<string> =>
  new Set(members.flatMap(member => (member.tlv === null ? [] : [member.tlv])))

function expectedIn(message: string | undefined): Set<string> {
  const payloads = message === undefined ? undefined : messageSpecByName.get(message)?.payloads
  return namesOf(Object.values(payloads ?? {}).flat())
}

/**
 * A TLV stream as a tree. Never throws: what does not fit is a problem, unknown types and surplus bytes are none.
 * Layouts are those of the specification, shorter ones of older versions included.
 */
export function decodeTlvs(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const context: Context = {expected: expectedIn(options.message), keys: false, depth: 0, problems: []}
  const tlvs = stream(bytes, options.base ?? 0, context)
  return {tlvs, problems: context.problems.sort((a, b) => a.offset - b.offset)}
}

/** Nodes of a stream; up to three bytes behind the last whole header are surplus. */
function stream(bytes: Uint8Array, base: number, context: Context): TlvNode[] {
  const nodes: TlvNode[] = []
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = littleEndian(bytes, at + 2, 2)
    const end = at + HEADER + length
    nodes.push(node(littleEndian(bytes, at, 2), length, bytes.subarray(at + HEADER, end), base + at, context))
    at = end
  }
  return nodes
}

/** Where a number has two names, the one that the parent lists; else the newer one, which comes first. */
function specOf(type: number, expected: ReadonlySet<string>): TlvSpec | undefined {
  const candidates = tlvsByType.get(type)
  return candidates?.find(spec => expected.has(spec.name)) ?? candidates?.[0]
}

function node(type: number, length: number, value: Uint8Array, offset: number, context: Context): TlvNode {
  const spec = specOf(type, context.expected)
  const problems: DecodeProblem[] = []
  const called = spec?.name ?? `TLV 0x${type.toString(16)}`
  if (value.length < length) {
    problems.push(problem(offset, 'truncated', `${called} says ${length} bytes, ${value.length} are left`))
  }
  const key = spec ? spec.content?.format === 'key-material' : context.keys
  const content = key ? keyContent(length) : spec ? contentOf(spec, value, offset, problems, context) : raw(value)
  // A cut value is short too, but its length is what is wrong with it.
  const kept =
    value.length < length ? problems.filter(({code, offset: at}) => code !== 'short' || at !== offset) : problems
  context.problems.push(...kept)
  return {
    type,
    name: spec?.name ?? null,
    offset,
    length,
    ...content,
    value: key || content.tlvs !== null || KEY_CONTAINERS.has(spec?.name ?? '') ? new Uint8Array(0) : value,
    cut: value.length < length,
    problems: kept,
  }
}

type Content = Pick<TlvNode, 'fields' | 'tlvs' | 'frame' | 'bytes'>
const EMPTY: Content = {fields: null, tlvs: null, frame: null, bytes: null}
const raw = (bytes: Uint8Array): Content => ({...EMPTY, bytes})

function single(name: string, text: string): Content {
  const values = emptyRecord<string>()
  values[name] = text
  return {...EMPTY, fields: {values, names: emptyRecord()}}
}

const keyContent = (length: number): Content => single('data', keyText(length))

function contentOf(
  spec: TlvSpec,
  value: Uint8Array,
  offset: number,
  problems: DecodeProblem[],
  context: Context,
): Content {
  const content = spec.content?.format
  if (content === '80211-frame' || content === '80211-elements') {
    const frame = decodeFrame(spec.content?.frame ?? 'elements', value, offset, HEADER)
    problems.push(...frame.problems)
    return {...EMPTY, frame}
  }
  if (content !== undefined) return text(spec, value, offset, problems)
  const layout = layoutOf(spec, value)
  if (layout.kind === 'tlvs') return nested(spec, layout.members, value, offset, problems, context)
  if (layout.kind === 'fields') {
    if (!fits(value.length, layout.sizes)) problems.push(shorter(spec, offset, value.length, layout.sizes.at(-1) ?? 0))
    return {...EMPTY, fields: decodeFields(layout.fields, value)}
  }
  if (layout.kind === 'none' || isByte(layout.item)) return raw(value)
  if (value.length % layout.item.bytes !== 0) {
    const whole = (Math.floor(value.length / layout.item.bytes) + 1) * layout.item.bytes
    problems.push(shorter(spec, offset, value.length, whole))
  }
  return {...EMPTY, fields: decodeArray(layout.item, value)}
}

const isByte = (field: {readonly type: string; readonly bytes: number}): boolean =>
  field.type === 'UINT8' && field.bytes === 1

/** The current layout, more, or exactly one of the older ones. */
const fits = (length: number, sizes: readonly number[]): boolean =>
  length >= (sizes.at(-1) ?? 0) || sizes.includes(length)

const shorter = (spec: TlvSpec, offset: number, length: number, needed: number): DecodeProblem =>
  problem(offset, 'short', `${spec.name} ends after ${length} of ${needed} bytes`)

function nested(
  spec: TlvSpec,
  members: readonly MemberSpec[],
  value: Uint8Array,
  offset: number,
  problems: DecodeProblem[],
  context: Context,
): Content {
  if (context.depth >= MAX_DEPTH) {
    problems.push(problem(offset, 'invalid', `${spec.name} is nested more than ${MAX_DEPTH} deep`))
    return raw(new Uint8Array(0))
  }
  const inner = {
    expected: namesOf(members),
    keys: context.keys || KEY_CONTAINERS.has(spec.name),
    depth: context.depth + 1,
    problems: context.problems,
  }
  return {...EMPTY, tlvs: stream(value, offset + HEADER, inner)}
}

const SSID_MAX = 32
const PMKID_BYTES = 16

/** Byte arrays that hold a name, a text or an identifier. */
function text(spec: TlvSpec, value: Uint8Array, offset: number, problems: DecodeProblem[]): Content {
  const field = spec.fields[0]?.name ?? 'data'
  if (spec.content?.format === 'bytes') {
    if (value.length < PMKID_BYTES) problems.push(shorter(spec, offset, value.length, PMKID_BYTES))
    return single(field, hexText(value))
  }
  if (spec.content?.format === 'ssid' && value.length > SSID_MAX) {
    problems.push(problem(offset, 'invalid', `an SSID of ${value.length} bytes; ${SSID_MAX} fit`))
  }
  const terminator = spec.content?.format === 'ascii-nul-terminated' ? value.indexOf(0) : -1
  return single(field, ssidText(terminator < 0 ? value : value.subarray(0, terminator)))
}

export interface DecodedMessage extends Decoded {
  /** null: fewer than 16 bytes. */
  readonly header: {
    readonly portId: number
    readonly status: number
    readonly transactionId: number
    readonly ihvId: number
  } | null
}

/** A message: the 16-byte header, then the stream. Offsets count from the first byte of the header. */
export function decodeMessage(bytes: Uint8Array, options: DecodeOptions = {}): DecodedMessage {
  if (bytes.length < MESSAGE_HEADER_BYTES) {
    const found = `${bytes.length} bytes are no message: its header alone has ${MESSAGE_HEADER_BYTES}`
    return {header: null, tlvs: [], problems: [problem(0, 'short', found)]}
  }
  const header = {
    portId: littleEndian(bytes, 0, 2),
    status: littleEndian(bytes, 4, 4),
    transactionId: littleEndian(bytes, 8, 4),
    ihvId: littleEndian(bytes, 12, 4),
  }
  const base = (options.base ?? 0) + MESSAGE_HEADER_BYTES
  return {header, ...decodeTlvs(bytes.subarray(MESSAGE_HEADER_BYTES), {...options, base})}
}
