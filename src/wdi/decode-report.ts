import type {TlvNode} from './decode.js'
import type {FieldValues, Plain} from './fields.js'
import type {ElementNode, FrameNode} from './frame-tree.js'
import {hexText} from './octets.js'
import type {DecodeProblem} from './problem.js'

/** Header of a message; `name` is null where nobody named it. */
export interface MessageShape {
  readonly name: string | null
  readonly portId: number
  readonly status: number
  readonly transactionId: number
  readonly ihvId: number
}

/** Everything that `decode` shows. `frame` only for bare frames. */
export interface DecodeReport {
  readonly message: MessageShape | null
  readonly tlvs: readonly TlvNode[]
  readonly frame?: FrameNode
  readonly problems: readonly DecodeProblem[]
}

const fieldsShape = ({values, names}: FieldValues): {fields: Record<string, Plain>; names: Record<string, Plain>} => ({
  fields: values,
  names,
})

function elementShape({id, extension, name, offset, length, fields, bytes, problems}: ElementNode): object {
  const content = fields ? fieldsShape(fields) : {bytes: hexText(bytes ?? new Uint8Array(0))}
  return {id, extension, name, offset, length, ...content, problems}
}

function frameShape({kind, fields, elements, rest, problems}: FrameNode): object {
  return {kind, ...fieldsShape(fields), rest: hexText(rest), elements: elements.map(elementShape), problems}
}

function tlvShape({type, name, offset, length, fields, tlvs, frame, bytes, problems}: TlvNode): object {
  const content = fields
    ? fieldsShape(fields)
    : tlvs
      ? {tlvs: tlvs.map(tlvShape)}
      : frame
        ? {frame: frameShape(frame)}
        : {bytes: hexText(bytes ?? new Uint8Array(0))}
  return {type, name, offset, length, ...content, problems}
}

/** The report as the JSON of the public contract, in the order of its keys. */
export function decodeShape({message, tlvs, frame, problems}: DecodeReport): object {
  return {
    message,
    tlvs: tlvs.map(tlvShape),
    ...(frame ? {frame: frameShape(frame)} : {}),
    problems,
  }
}
