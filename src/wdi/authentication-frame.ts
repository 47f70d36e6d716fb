import {ELEMENT, EXTENSION, frameElements, unknownElements, walkElements} from './elements.js'
import type {AuthenticationFrame} from './frames.js'
import {littleEndian} from './octets.js'

const MAC_HEADER = 24
/** Algorithm, sequence number, status code. */
const FIXED = 6
/** First byte of the frame control field of an authentication frame. */
const FRAME_CONTROL = 0xb0
const SAE = 3
const SAE_COMMIT = 1
const SAE_CONFIRM = 2

/** Bytes of a coordinate by group: an element is two of them, a scalar one (IEEE 802.11 § 12.4.4). */
const SAE_PRIMES = new Map([
  [19, 32],
  [20, 48],
  [21, 66],
])
const CONFIRM_LENGTHS = [32, 48, 64]

export interface AuthenticationShape {
  /** Bytes of a MAC header in front, which frames here should not have. */
  readonly headerBytes: number
  /** Where the fixed fields start; null: the blob is elements only. */
  readonly fixedAt: number | null
  /** Where the elements start; null: SAE content of unknown length hides them. */
  readonly elementsAt: number | null
}

/** Fixed fields never look like the elements that open an FT blob: those ids are 48 and above. */
const fixedFieldsAt = (bytes: Uint8Array, at: number): boolean =>
  bytes.length >= at + FIXED && littleEndian(bytes, at, 2) <= 7 && inSequence(littleEndian(bytes, at + 2, 2))

const inSequence = (sequence: number): boolean => sequence >= 1 && sequence <= 8

/**
 * Shape of an authentication body: with its fixed fields, after a MAC header, or (FT blobs) elements alone.
 * The pages do not say which of the three an FT blob is.
 */
export function authenticationShape(bytes: Uint8Array): AuthenticationShape {
  if (fixedFieldsAt(bytes, 0)) return withFixedFields(bytes, 0)
  if (bytes[0] === FRAME_CONTROL && fixedFieldsAt(bytes, MAC_HEADER)) return withFixedFields(bytes, MAC_HEADER)
  return {headerBytes: 0, fixedAt: null, elementsAt: 0}
}

function withFixedFields(bytes: Uint8Array, fixedAt: number): AuthenticationShape {
  const body = fixedAt + FIXED
  const elementsAt = littleEndian(bytes, fixedAt, 2) === SAE ? saeElementsAt(bytes, fixedAt) : body
  return {headerBytes: fixedAt, fixedAt, elementsAt}
}

/** Elements after SAE content: where its length is known they start there, else at a Multi-Link element that ends the body. */
function saeElementsAt(bytes: Uint8Array, fixedAt: number): number | null {
  const body = fixedAt + FIXED
  const sequence = littleEndian(bytes, fixedAt + 2, 2)
  const lengths =
    sequence === SAE_COMMIT ? commitLengths(bytes, body) : sequence === SAE_CONFIRM ? confirmLengths() : []
  for (const length of lengths) {
    if (bytes.length >= body + length && walkElements(bytes, body + length).clean) return body + length
  }
  return lastMultiLink(bytes, body)
}

function commitLengths(bytes: Uint8Array, body: number): number[] {
  const prime = SAE_PRIMES.get(littleEndian(bytes, body, 2))
  return prime === undefined ? [] : [2 + 3 * prime]
}

const confirmLengths = (): number[] => CONFIRM_LENGTHS.map(length => 2 + length)

function lastMultiLink(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 3 <= bytes.length; at++) {
    const opens = bytes[at] === ELEMENT.extended && bytes[at + 2] === EXTENSION.multiLink
    if (opens && walkElements(bytes, at).clean) return at
  }
  return null
}

/**
 * Authentication body, FT blobs included. A body shorter than six bytes that is no element (a single byte stands for
 * "there, but not exported") has no known field.
 */
export function parseAuthentication(bytes: Uint8Array, cut = false): AuthenticationFrame {
  const {fixedAt, elementsAt} = authenticationShape(bytes)
  const known = elementsAt !== null && bytes.length > 1
  const field = (at: number) => (fixedAt === null ? null : littleEndian(bytes, fixedAt + at, 2))
  return {
    ...(known ? frameElements(walkElements(bytes, elementsAt), cut) : unknownElements()),
    bytes,
    algorithm: field(0),
    sequence: field(2),
    code: field(4),
  }
}
