import {elementContent} from './element-fields.js'
import {ELEMENT_NAMES, EXTENSION_NAMES} from './element-names.js'
import {walkElements} from './elements.js'
import type {FieldValues} from './fields.js'
import type {Element} from './frames.js'
import {type DecodeProblem, problem} from './problem.js'

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

/** Elements one after another; what is left at the end of a cut body is one more. */
export function decodeElements(bytes: Uint8Array, base: number): ElementNode[] {
  const walk = walkElements(bytes, 0, base)
  const elements = walk.elements.map(elementNode)
  return walk.clean ? elements : [...elements, cutElement(bytes.subarray(walk.end), base + walk.end)]
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
