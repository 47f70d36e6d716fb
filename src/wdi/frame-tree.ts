import {decodeElements, type ElementNode} from './element-tree.js'
import {walkElements} from './elements.js'
import {emptyRecord, type FieldValues, type Plain} from './fields.js'
import {frameShape, type Shape} from './frame-shape.js'
import {littleEndian, macText} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'
import {codes} from './spec.js'

export type {ElementNode} from './element-tree.js'

/** An 802.11 frame body, or bare elements. */
export interface FrameNode {
  /** association-request, reassociation-request, association-response, authentication, beacon, deauthentication, disassociation, action, elements. */
  readonly kind: string
  readonly fields: FieldValues
  readonly elements: readonly ElementNode[]
  /** What is neither fixed field nor element: SAE content, action details. */
  readonly rest: Uint8Array
  readonly problems: readonly DecodeProblem[]
}

/**
 * A frame body. `offset` is where its problems are placed that belong to no element (its TLV's header),
 * `ahead` the bytes between there and the body. A body of one byte stands for "there, but not exported", an empty one
 * for nothing: neither is a problem.
 */
export function decodeFrame(frame: string, bytes: Uint8Array, offset: number, ahead = 0): FrameNode {
  const shape = frameShape(frame, bytes)
  const problems: DecodeProblem[] = []
  if (bytes.length > 1 && bytes.length < shape.fixed) {
    problems.push(problem(offset, 'short', `the ${shape.kind} body ends after ${bytes.length} of ${shape.fixed} bytes`))
  }
  const exported = bytes.length !== 1 || frame === 'elements'
  const from = exported ? shape.elementsAt : null
  const elements = from === null ? [] : decodeElements(bytes.subarray(from), offset + ahead + from)
  for (const element of elements) problems.push(...element.problems)
  const rest = bytes.subarray(exported ? Math.min(shape.fixed, bytes.length) : 0, from ?? bytes.length)
  return {kind: shape.kind, fields: exported ? fixedFields(shape, bytes) : noFields(), elements, rest, problems}
}

/** The elements of a body go up to its end: nothing in it was cut. */
export function endsWithElement(frame: string, bytes: Uint8Array): boolean {
  const {elementsAt} = frameShape(frame, bytes)
  return elementsAt === null || elementsAt > bytes.length || walkElements(bytes, elementsAt).clean
}

const noFields = (): FieldValues => ({values: emptyRecord(), names: emptyRecord()})

function fixedFields(shape: Shape, bytes: Uint8Array): FieldValues {
  const values = emptyRecord<Plain>()
  const names = emptyRecord<Plain>()
  for (const [name, at, kind] of shape.fields) {
    const size = kind === 'address' ? 6 : kind === 'byte' ? 1 : 2
    if (at + size > bytes.length) break
    const value = littleEndian(bytes, at, size)
    values[name] = kind === 'address' ? macText(bytes, at) : value
    const code =
      kind === 'status' ? codes.statusCodes.get(value) : kind === 'reason' ? codes.reasonCodes.get(value) : null
    if (code) names[name] = code
  }
  return {values, names}
}
