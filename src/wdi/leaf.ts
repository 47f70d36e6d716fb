import {decodeArray, decodeFields, emptyRecord, type FieldValues, keyText} from './fields.js'
import {decodeFrame, type FrameNode} from './frame-tree.js'
import type {ValueLayout} from './layout-choice.js'
import {hexText, ssidText} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'
import type {TlvSpec} from './spec.js'

/** What a value without TLVs inside says: one of the three is not null. */
export interface Leaf {
  readonly fields: FieldValues | null
  readonly frame: FrameNode | null
  readonly bytes: Uint8Array | null
  readonly problems: readonly DecodeProblem[]
}

const leaf = (content: Partial<Leaf>): Leaf => ({fields: null, frame: null, bytes: null, problems: [], ...content})

/** Bytes as they are. */
export const rawLeaf = (bytes: Uint8Array, problems: readonly DecodeProblem[] = []): Leaf => leaf({bytes, problems})

/** Keys are shown by length only. */
export const keyLeaf = (length: number): Leaf => textLeaf('data', keyText(length))

function textLeaf(name: string, text: string, problems: readonly DecodeProblem[] = []): Leaf {
  const values = emptyRecord<string>()
  values[name] = text
  return leaf({fields: {values, names: emptyRecord()}, problems})
}

/** The value is an 802.11 frame body or bare elements. */
export const isFrame = ({content}: TlvSpec): boolean =>
  content?.format === '80211-frame' || content?.format === '80211-elements'

/** Which frame it is, as `decodeFrame` calls it. */
export const frameKind = ({content}: TlvSpec): string => content?.frame ?? 'elements'

/** Frames, elements, texts and identifiers; null: the value is packed fields or nothing that is known. */
export function contentLeaf(spec: TlvSpec, value: Uint8Array, offset: number, header: number): Leaf | null {
  const format = spec.content?.format
  if (format === undefined) return null
  if (isFrame(spec)) {
    const frame = decodeFrame(frameKind(spec), value, offset, header)
    return leaf({frame, problems: frame.problems})
  }
  return nameLeaf(spec, value, offset)
}

const SSID_MAX = 32
const PMKID_BYTES = 16

function nameLeaf(spec: TlvSpec, value: Uint8Array, offset: number): Leaf {
  const field = spec.fields[0]?.name ?? 'data'
  const format = spec.content?.format
  if (format === 'bytes') return textLeaf(field, hexText(value), shorter(spec, offset, value.length, PMKID_BYTES))
  const terminator = format === 'ascii-nul-terminated' ? value.indexOf(0) : -1
  const text = ssidText(terminator < 0 ? value : value.subarray(0, terminator))
  const long = format === 'ssid' && value.length > SSID_MAX
  return textLeaf(
    field,
    text,
    long ? [problem(offset, 'invalid', `an SSID of ${value.length} bytes; ${SSID_MAX} fit`)] : [],
  )
}

/** Packed fields, an array of them, or bytes. */
export function packedLeaf(
  spec: TlvSpec,
  layout: Exclude<ValueLayout, {kind: 'tlvs'}>,
  value: Uint8Array,
  offset: number,
): Leaf {
  if (layout.kind === 'fields') {
    // The current layout, more, or exactly one of the older ones.
    const needed = layout.sizes.includes(value.length) ? 0 : (layout.sizes.at(-1) ?? 0)
    return leaf({fields: decodeFields(layout.fields, value), problems: shorter(spec, offset, value.length, needed)})
  }
  if (layout.kind === 'none' || (layout.item.type === 'UINT8' && layout.item.bytes === 1)) return rawLeaf(value)
  const whole = Math.ceil(value.length / layout.item.bytes) * layout.item.bytes
  return leaf({fields: decodeArray(layout.item, value), problems: shorter(spec, offset, value.length, whole)})
}

const shorter = (spec: TlvSpec, offset: number, length: number, needed: number): DecodeProblem[] =>
  length < needed ? [problem(offset, 'short', `${spec.name} ends after ${length} of ${needed} bytes`)] : []
