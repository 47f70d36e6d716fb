import {requestShape} from './association-frame.js'
import {authenticationShape} from './authentication-frame.js'
import {beaconShape} from './beacon-frame.js'
import {elementContent} from './element-fields.js'
import {ELEMENT_NAMES, EXTENSION_NAMES} from './element-names.js'
import {walkElements} from './elements.js'
import {emptyRecord, type FieldValues, type Plain} from './fields.js'
import type {Element} from './frames.js'
import {littleEndian, macText} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'
import {codes} from './spec.js'

export interface ElementNode {
  readonly id: number
  readonly extension: number | null
  readonly name: string | null
  /** Of the element's id, from the first byte of the input. */
  readonly offset: number
  /** As its second byte says. */
  readonly length: number
  readonly fields: FieldValues | null
  readonly bytes: Uint8Array | null
  readonly problems: readonly DecodeProblem[]
}

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

interface Shape {
  readonly kind: string
  /** Bytes before the elements; null: elements cannot be told from other content. */
  readonly elementsAt: number | null
  readonly fields: readonly [name: string, at: number, kind?: 'status' | 'reason' | 'address' | 'byte'][]
  /** End of the fixed fields. */
  readonly fixed: number
}

const capability = ['capability', 0] as const

function requestFrame(bytes: Uint8Array): Shape {
  const {elementsAt} = requestShape(bytes, undefined)
  const fields: Shape['fields'] = [[...capability], ['listenInterval', 2]]
  return elementsAt === 10
    ? {kind: 'reassociation-request', elementsAt, fixed: 10, fields: [...fields, ['currentAp', 4, 'address']]}
    : {kind: 'association-request', elementsAt, fixed: 4, fields}
}

function authenticationFrame(bytes: Uint8Array): Shape {
  const {fixedAt, elementsAt} = authenticationShape(bytes)
  if (fixedAt === null) return {kind: 'authentication', elementsAt, fixed: 0, fields: []}
  const fields: Shape['fields'] = [
    ['algorithm', fixedAt],
    ['sequence', fixedAt + 2],
    ['status', fixedAt + 4, 'status'],
  ]
  return {kind: 'authentication', elementsAt, fixed: fixedAt + 6, fields}
}

const reasonShape = (kind: string): Shape => ({kind, elementsAt: 2, fixed: 2, fields: [['reason', 0, 'reason']]})

function beaconFrame(bytes: Uint8Array): Shape {
  const {dmg, elementsAt} = beaconShape(bytes)
  if (dmg) return {kind: 'dmg-beacon', elementsAt, fixed: elementsAt, fields: [['beaconInterval', 11]]}
  const fields: Shape['fields'] = [
    ['beaconInterval', 8],
    ['capability', 10],
  ]
  return {kind: 'beacon', elementsAt, fixed: elementsAt, fields}
}

const shapes: ReadonlyMap<string, (bytes: Uint8Array) => Shape> = new Map([
  ['association-or-reassociation-request', requestFrame],
  [
    'association-or-reassociation-response',
    () => ({
      kind: 'association-response',
      elementsAt: 6,
      fixed: 6,
      fields: [[...capability], ['status', 2, 'status'], ['associationId', 4]],
    }),
  ],
  ['authentication', authenticationFrame],
  ['deauthentication', () => reasonShape('deauthentication')],
  ['disassociation', () => reasonShape('disassociation')],
  ['beacon', beaconFrame],
  ['probe-response', beaconFrame],
  ['beacon-or-probe-response', beaconFrame],
  [
    'action',
    () => ({
      kind: 'action',
      elementsAt: null,
      fixed: 2,
      fields: [
        ['category', 0, 'byte'],
        ['action', 1, 'byte'],
      ],
    }),
  ],
])

const ELEMENTS_ONLY: Shape = {kind: 'elements', elementsAt: 0, fixed: 0, fields: []}

/**
 * A frame body. `offset` is where its problems are placed that belong to no element (its TLV's header),
 * `ahead` the bytes between there and the body. A body of one byte stands for "there, but not exported", an empty one
 * for nothing: neither is a problem.
 */
export function decodeFrame(frame: string, bytes: Uint8Array, offset: number, ahead = 0): FrameNode {
  const shape = bytes.length > 0 ? (shapes.get(frame)?.(bytes) ?? ELEMENTS_ONLY) : ELEMENTS_ONLY
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

/** Elements one after another; what is left at the end of a cut body is one more. */
export function decodeElements(bytes: Uint8Array, base: number): ElementNode[] {
  const walk = walkElements(bytes, 0, base)
  const elements = walk.elements.map(elementNode)
  return walk.clean ? elements : [...elements, cutElement(bytes.subarray(walk.end), base + walk.end)]
}

const noFields = (): FieldValues => ({values: emptyRecord(), names: emptyRecord()})

function fixedFields(shape: Shape, bytes: Uint8Array): FieldValues {
  const values = emptyRecord<Plain>()
  const names = emptyRecord<Plain>()
  for (const [name, at, kind] of shape.fields) {
    const size = kind === 'address' ? 6 : kind === 'byte' ? 1 : 2
    if (at + size > bytes.length) break
    const value = littleEndian(bytes, at, size)
    values[name] = kind === 'address' ? macText(bytes.subarray(at, at + 6)) : value
    const code =
      kind === 'status' ? codes.statusCodes.get(value) : kind === 'reason' ? codes.reasonCodes.get(value) : null
    if (code) names[name] = code
  }
  return {values, names}
}

const nameOf = (id: number, extension: number | null): string | null =>
  (extension === null ? ELEMENT_NAMES.get(id) : EXTENSION_NAMES.get(extension)) ?? null

function elementNode(element: Element): ElementNode {
  const {id, extension, body, offset} = element
  const content = elementContent(element)
  const readable = content !== null && 'fields' in content
  const called = nameOf(id, extension) ?? `element ${id}`
  return {
    id,
    extension,
    name: nameOf(id, extension),
    offset,
    length: body.length + (extension === null ? 0 : 1),
    fields: readable ? content.fields : null,
    bytes: readable ? null : body,
    problems: content && !readable ? [problem(offset, content.code, `${called}: ${content.message}`)] : [],
  }
}

/**
 * What is left where an element does not fit. A tail that starts with no element known here is surplus, as in
 * frames of the sample driver with a wrong length further ahead; any other one was cut.
 */
function cutElement(bytes: Uint8Array, offset: number): ElementNode {
  const id = bytes[0] as number
  const length = bytes[1] as number
  const extension = id === 255 && bytes.length > 2 ? (bytes[2] as number) : null
  const name = nameOf(id, extension)
  const message = `${name} says ${length} bytes, ${bytes.length - 2} are left`
  const problems = name === null ? [] : [problem(offset, 'truncated', message)]
  return {id, extension, name, offset, length, fields: null, bytes: bytes.subarray(2), problems}
}
