import {type DecodeProblem, problem} from './problem.js'
import {payloadTlvs, type Tlv} from './tlv.js'
import type {Decoded, TlvNode} from './tlv-node.js'

export type {Decoded, TlvNode} from './tlv-node.js'

export interface DecodeOptions {
  /** Full name of the message, which settles type numbers with two names. */
  readonly message?: string | undefined
  /** Offset of the first byte in the input. */
  readonly base?: number
}

/**
 * A TLV stream as a tree. Never throws: what does not fit is a problem, unknown types and surplus bytes are none.
 * Layouts are those of the specification, shorter ones of older versions included.
 */
export function decodeTlvs(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const problems: DecodeProblem[] = []
  const tlvs = payloadTlvs(bytes, options.message, options.base).map(tlv => node(tlv, problems))
  return {tlvs, problems: problems.sort((a, b) => a.offset - b.offset)}
}

function node(tlv: Tlv, all: DecodeProblem[]): TlvNode {
  const {type, name, offset, length, value, cut} = tlv
  const tlvs = tlv.tlvs?.map(inner => node(inner, all)) ?? null
  const {fields, frame, bytes, problems: met} = tlvs === null ? tlv.leaf : CONTAINER
  const called = name ?? `TLV 0x${type.toString(16)}`
  const own = cut ? [problem(offset, 'truncated', `${called} says ${length} bytes, ${tlv.left} are left`)] : []
  // A cut value is short too, but its length is what is wrong with it.
  const rest = met.filter(found => !(cut && found.code === 'short' && found.offset === offset))
  const problems = [...own, ...rest]
  all.push(...problems)
  return {type, name, offset, length, tlvs, fields, frame, bytes, value, cut, problems}
}

const CONTAINER = {fields: null, frame: null, bytes: null, problems: []} as const
