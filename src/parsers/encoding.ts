import {recogniseBinary} from './binary.js'
import type {Encoding} from './parser.js'
import {validUtf8Length} from './utf8.js'

/** What the first bytes of a file tell about its characters. */
export interface Detected {
  readonly encoding: Encoding
  /** Length of the byte order mark. */
  readonly mark: number
}

/** Share of NULs among the bytes of one parity that makes text UTF-16 (formats.md 0.2). */
const UTF16_SHARE = 0.3
/** Share of control characters that no text has. */
const BINARY_SHARE = 0.02
const UTF16_SAMPLE = 4096

/**
 * Tells the encoding from the head of a file, at most its first 64 KiB: byte order mark, UTF-16 by the
 * position of its NULs, strict UTF-8, else Windows-1252. Bytes that are no text in any of them are `binary`.
 * A character cut by the end of the head is no error.
 */
export function detectEncoding(head: Uint8Array): Detected {
  if (recogniseBinary(head) !== null) return {encoding: 'binary', mark: 0}
  if (head[0] === 0xff && head[1] === 0xfe) return {encoding: 'utf-16le', mark: 2}
  if (head[0] === 0xfe && head[1] === 0xff) return {encoding: 'utf-16be', mark: 2}
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return {encoding: eightBit(head), mark: 3}
  const wide = wideEncoding(head)
  if (wide !== null) return {encoding: controlShare(head, wide) > BINARY_SHARE ? 'binary' : wide, mark: 0}
  if (controlShare(head, 'utf-8') > BINARY_SHARE) return {encoding: 'binary', mark: 0}
  return {encoding: eightBit(head), mark: 0}
}

function eightBit(head: Uint8Array): Encoding {
  const valid = validUtf8Length(head)
  // At most three bytes of a character can be missing their rest.
  return valid.end === head.length || valid.cut ? 'utf-8' : 'windows-1252'
}

function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length, UTF16_SAMPLE) & ~1
  if (length === 0) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * UTF16_SHARE && even < odd / 2) return 'utf-16le'
  if (even > half * UTF16_SHARE && odd < even / 2) return 'utf-16be'
  return null
}

/** Share of characters below U+0020 that are no white space and no escape. */
function controlShare(head: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): number {
  const step = encoding === 'utf-8' ? 1 : 2
  const low = encoding === 'utf-16be' ? 1 : 0
  let controls = 0
  let characters = 0
  for (let i = 0; i + step <= head.length; i += step) {
    const code = step === 1 ? (head[i] as number) : (head[i + low] as number) | ((head[i + 1 - low] as number) << 8)
    characters++
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 27) controls++
  }
  return characters === 0 ? 0 : controls / characters
}
