// Texts, numbers and words of JSON, as far as they are plain: everything else is none.
import {isDigit, isHex} from './clock'
import {BLANK, COLON, DOT, NEWLINE, QUOTE, RETURN, TAB} from './memory'

/** Instead of a place: the text ends before that can be told; what is there is not plain. */
export const UNFINISHED: usize = 0
export const FOREIGN: usize = 1

const BACKSLASH: u8 = 92

/** Something was read of which only a reader can tell what it comes to. */
export let isOdd: bool = false
/** The text read last has escapes. */
export let isEscaped: bool = false
/** Place behind an escape for a blank. */
let behindBlank: usize = 0

export function setOdd(odd: bool): void {
  isOdd = odd
}

export function behindSpace(from: usize, end: usize): usize {
  let at = from
  while (at < end) {
    if (load<u8>(at) > BLANK) return at
    const bytes = v128.load(at)
    const lines = v128.or(i8x16.eq(bytes, i8x16.splat(NEWLINE)), i8x16.eq(bytes, i8x16.splat(RETURN)))
    const blanks = v128.or(i8x16.eq(bytes, i8x16.splat(BLANK)), i8x16.eq(bytes, i8x16.splat(TAB)))
    const others: u32 = i8x16.bitmask(v128.or(lines, blanks)) ^ 0xffff
    if (others != 0) return min(at + ctz(others), end)
    at += 16
  }
  return end
}

/** Place of the quote that ends a text, which begins behind another one. */
export function textEnd(from: usize, end: usize): usize {
  isEscaped = false
  let at = from
  while (at < end) {
    const bytes = v128.load(at)
    const marks = v128.or(i8x16.eq(bytes, i8x16.splat(QUOTE)), i8x16.eq(bytes, i8x16.splat(BACKSLASH)))
    const mask = i8x16.bitmask(v128.or(marks, i8x16.lt_u(bytes, i8x16.splat(BLANK))))
    if (mask == 0) {
      at += 16
      continue
    }
    at += ctz(mask)
    if (at >= end) return UNFINISHED
    const byte = load<u8>(at)
    if (byte == QUOTE) return at
    if (byte != BACKSLASH) return FOREIGN
    if (end - at < 6) return UNFINISHED
    isEscaped = true
    at = escape(at, from)
    if (at == FOREIGN) return FOREIGN
  }
  return UNFINISHED
}

/** Place behind an escape; those that could hide a literal make the text an odd one. */
function escape(at: usize, from: usize): usize {
  switch (load<u8>(at, 1)) {
    case QUOTE:
    case BACKSLASH:
    case 47: // /
      return at + 2
    case 110: // n
    case 114: // r
      return (behindBlank = at + 2)
    case 116: // t
      // A blank of a literal may be a tab, but not behind these.
      if (at != from && at != behindBlank && load<u8>(at - 1) != COLON) isOdd = true
      return (behindBlank = at + 2)
    case 98: // b
    case 102: // f
      isOdd = true
      return at + 2
    case 117: // u
      for (let i = 2; i < 6; i++) if (!isHex(load<u8>(at + i))) return FOREIGN
      if (!isHarmless(load<u32>(at, 2) | 0x20000000)) isOdd = true
      return at + 6
    default:
      return FOREIGN
  }
}

/** Digits of " & ' < >: Windows PowerShell writes most of them so. */
function isHarmless(digits: u32): bool {
  return (
    digits == 0x32323030 || digits == 0x36323030 || digits == 0x37323030 || digits == 0x63333030 || digits == 0x65333030
  )
}

/** Place behind a number; readers write others than plain whole ones in their own way. */
export function numberEnd(from: usize, end: usize): usize {
  const first = load<u8>(from) == 45 ? from + 1 : from
  let at = first
  while (at < end && isDigit(load<u8>(at))) at++
  if (at == first || (load<u8>(first) == 48 && at - from > 1)) isOdd = true
  while (at < end && isOfNumber(load<u8>(at))) {
    isOdd = true
    at++
  }
  return at < end ? at : UNFINISHED
}

function isOfNumber(byte: u8): bool {
  return isDigit(byte) || byte == DOT || byte == 43 || byte == 45 || (byte | 32) == 101
}

/** Place behind true, false or null. */
export function wordEnd(from: usize, end: usize): usize {
  if (end - from < 5) return UNFINISHED
  const word = load<u32>(from)
  if (word == 0x65757274 || word == 0x6c6c756e) return from + 4
  return word == 0x736c6166 && load<u8>(from, 4) == 101 ? from + 5 : FOREIGN
}
