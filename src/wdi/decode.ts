import {KEY_CONTAINERS, layoutOf} from './layout-choice.js'
import {contentLeaf, keyLeaf, type Leaf, packedLeaf, rawLeaf} from './leaf.js'
import {littleEndian} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'
import {type MemberSpec, messageSpecByName, type TlvSpec, tlvsByType} from './spec.js'
import type {Decoded, TlvNode} from './tlv-node.js'

export type {Decoded, TlvNode} from './tlv-node.js'

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
  /** What the parent lists. */
  readonly expected: readonly MemberSpec[]
  readonly keys: boolean
  readonly depth: number
  readonly problems: DecodeProblem[]
}

function payloadOf(message: string | undefined): readonly MemberSpec[] {
  const payloads = message === undefined ? undefined : messageSpecByName.get(message)?.payloads
  return payloads ? Object.values(payloads).flat() : []
}

/**
 * A TLV stream as a tree. Never throws: what does not fit is a problem, unknown types and surplus bytes are none.
 * Layouts are those of the specification, shorter ones of older versions included.
 */
export function decodeTlvs(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const context: Context = {expected: payloadOf(options.message), keys: false, depth: 0, problems: []}
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
function specOf(type: number, expected: readonly MemberSpec[]): TlvSpec | undefined {
  const candidates = tlvsByType.get(type)
  if (candidates === undefined || candidates.length === 1) return candidates?.[0]
  return candidates.find(spec => expected.some(member => member.tlv === spec.name)) ?? candidates[0]
}

function node(type: number, length: number, value: Uint8Array, offset: number, context: Context): TlvNode {
  const spec = specOf(type, context.expected)
  const cut = value.length < length
  const called = spec?.name ?? `TLV 0x${type.toString(16)}`
  const own = cut ? [problem(offset, 'truncated', `${called} says ${length} bytes, ${value.length} are left`)] : []
  const key = spec ? spec.content?.format === 'key-material' : context.keys
  const content: Content = key
    ? keyLeaf(length)
    : spec
      ? contentOf(spec, value, length, offset, context)
      : rawLeaf(value)
  // A cut value is short too, but its length is what is wrong with it.
  const rest = content.problems.filter(found => !(cut && found.code === 'short' && found.offset === offset))
  const problems = [...own, ...rest]
  context.problems.push(...problems)
  const secret = key || content.tlvs || KEY_CONTAINERS.has(spec?.name ?? '')
  const kept = secret ? new Uint8Array(0) : value
  return {type, name: spec?.name ?? null, offset, length, tlvs: null, ...content, value: kept, cut, problems}
}

type Content = Leaf & {readonly tlvs?: readonly TlvNode[]}

function contentOf(spec: TlvSpec, value: Uint8Array, length: number, offset: number, context: Context): Content {
  const content = contentLeaf(spec, value, offset, HEADER)
  if (content) return content
  const layout = layoutOf(spec, value, length)
  if (layout.kind !== 'tlvs') return packedLeaf(spec, layout, value, offset)
  if (context.depth >= MAX_DEPTH) {
    return rawLeaf(new Uint8Array(0), [
      problem(offset, 'invalid', `${spec.name} is nested more than ${MAX_DEPTH} deep`),
    ])
  }
  const inner = {
    expected: layout.members,
    keys: context.keys || KEY_CONTAINERS.has(spec.name),
    depth: context.depth + 1,
    problems: context.problems,
  }
  return {fields: null, frame: null, bytes: null, problems: [], tlvs: stream(value, offset + HEADER, inner)}
}
