import {ELEMENT, frameElements, unknownElements, walkElements} from './elements.js'
import type {AssociationFrame} from './frames.js'
import {littleEndian} from './octets.js'

/** Capability and listen interval. */
const ASSOC_ELEMENTS = 4
/** The same, then the address of the current AP. */
const REASSOC_ELEMENTS = 10
/** Capability, status code, association id. */
const RESPONSE_ELEMENTS = 6

export interface RequestShape {
  readonly forms: readonly ('assoc' | 'reassoc')[]
  /** Where the elements start, in the form that counts. */
  readonly elementsAt: 4 | 10
}

const startsWithSsid = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === ELEMENT.ssid && (bytes[at + 1] ?? 255) <= 32 && at + 2 + (bytes[at + 1] as number) <= bytes.length

function ssidCount(bytes: Uint8Array, at: number): number {
  return walkElements(bytes, at).elements.filter(element => element.id === ELEMENT.ssid).length
}

/**
 * Forms in which a request body parses: an SSID element at the form's offset, and elements from there to the end.
 * Both may: then the entry's reassociation flag decides, unless the association form has two SSID elements,
 * which no request has: its first one is the address of the current AP.
 */
export function requestShape(bytes: Uint8Array, reassociation: boolean | undefined): RequestShape {
  const ssidAt = (at: number) => startsWithSsid(bytes, at)
  const clean = (at: number) => ssidAt(at) && walkElements(bytes, at).clean
  const assoc = clean(ASSOC_ELEMENTS)
  const reassoc = clean(REASSOC_ELEMENTS)
  const preferred = reassociation === true ? REASSOC_ELEMENTS : ASSOC_ELEMENTS
  if (assoc && reassoc) {
    const elementsAt = ssidCount(bytes, ASSOC_ELEMENTS) > 1 ? REASSOC_ELEMENTS : preferred
    return {forms: ['assoc', 'reassoc'], elementsAt}
  }
  if (assoc) return {forms: ['assoc'], elementsAt: ASSOC_ELEMENTS}
  if (reassoc) return {forms: ['reassoc'], elementsAt: REASSOC_ELEMENTS}
  if (ssidAt(preferred)) return {forms: [], elementsAt: preferred}
  if (ssidAt(ASSOC_ELEMENTS)) return {forms: [], elementsAt: ASSOC_ELEMENTS}
  return {forms: [], elementsAt: ssidAt(REASSOC_ELEMENTS) ? REASSOC_ELEMENTS : preferred}
}

/**
 * Body of an association or reassociation request. A body too short for its fixed fields (a single byte stands for
 * "there, but not exported") has no known element.
 */
export function parseAssociationRequest(bytes: Uint8Array, reassociation?: boolean, cut = false): AssociationFrame {
  const {forms, elementsAt} = requestShape(bytes, reassociation)
  const whole = bytes.length >= elementsAt
  const elements = whole ? frameElements(walkElements(bytes, elementsAt), cut) : unknownElements()
  return {...elements, bytes, forms, code: null}
}

/** Body of an association or reassociation response. */
export function parseAssociationResponse(bytes: Uint8Array, cut = false): AssociationFrame {
  const whole = bytes.length >= RESPONSE_ELEMENTS
  return {
    ...(whole ? frameElements(walkElements(bytes, RESPONSE_ELEMENTS), cut) : unknownElements()),
    bytes,
    forms: ['response'],
    code: bytes.length >= 4 ? littleEndian(bytes, 2, 2) : null,
  }
}
