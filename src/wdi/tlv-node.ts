import type {FieldValues} from './fields.js'
import type {FrameNode} from './frame-tree.js'
import type {DecodeProblem} from './problem.js'

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
