// Tags and text of XML, as far as they are plain: everything else is none.
import {APOSTROPHE, ATTRIBUTES, BLANK, NEWLINE, QUOTE, RETURN, TAB} from './memory'

/** Instead of a place: the text ends before that can be told; what is there is not plain. */
export const UNFINISHED: usize = 0
export const FOREIGN: usize = 1

const MOST_ATTRIBUTES: u32 = 8
const AMPERSAND: u8 = 38
export const SLASH: u8 = 47
const LESS: u8 = 60
const GREATER: u8 = 62

/** Of the start tag read last. */
export let tagName: usize = 0
export let tagLength: usize = 0
export let tagIsEmpty: bool = false
export let attributeCount: u32 = 0

export function isSpace(byte: u8): bool {
  return byte == BLANK || byte == NEWLINE || byte == RETURN || byte == TAB
}

/** Place of the next tag, if nothing stands in front of it but blanks and controls. */
export function nextTag(from: usize, end: usize): usize {
  for (let at = from; at < end; at += 16) {
    const mask = i8x16.bitmask(i8x16.gt_u(v128.load(at), i8x16.splat(BLANK)))
    if (mask == 0) continue
    const place = at + ctz(mask)
    if (place >= end) return UNFINISHED
    return load<u8>(place) == LESS ? place : FOREIGN
  }
  return UNFINISHED
}

/**
 * Place of the byte that ends text; references to characters are those that tools write, so that none hides a literal.
 * No `<` or `>` may stand in front of it.
 */
export function textEnd(from: usize, end: usize, stop: u8): usize {
  const stops = i8x16.splat(stop)
  let at = from
  while (at < end) {
    const bytes = v128.load(at)
    // < or >
    const angles = i8x16.eq(v128.and(bytes, i8x16.splat(-3)), i8x16.splat(LESS))
    const others = v128.or(i8x16.eq(bytes, i8x16.splat(AMPERSAND)), i8x16.eq(bytes, stops))
    const mask = i8x16.bitmask(v128.or(angles, others))
    if (mask == 0) {
      at += 16
      continue
    }
    at += ctz(mask)
    if (at >= end) return UNFINISHED
    const byte = load<u8>(at)
    if (byte == stop) return at
    if (byte != AMPERSAND) return FOREIGN
    at = reference(at, end)
    if (at <= FOREIGN) return at
  }
  return UNFINISHED
}

/** Place behind a reference. */
function reference(at: usize, end: usize): usize {
  if (end - at < 6) return UNFINISHED
  const text = load<u64>(at) & 0xffffffffff00
  // &lt; &gt; &amp; &#13; &#10; &quot; &apos;
  if ((text & 0xffffff00) == 0x3b746c00 || (text & 0xffffff00) == 0x3b746700) return at + 4
  if ((text & 0xffffffff00) == 0x3b706d6100) return at + 5
  if ((text & 0xffffffff00) == 0x3b33312300 || (text & 0xffffffff00) == 0x3b30312300) return at + 5
  if (text == 0x3b746f757100 || text == 0x3b736f706100) return at + 6
  return FOREIGN
}

/** Length of the name at a place; 0: there is none of plain letters. */
function nameLength(at: usize): usize {
  if (<u8>((load<u8>(at) | 32) - 97) >= 26) return 0
  let end = at
  while (true) {
    const bytes = v128.load(end)
    const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26))
    const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10))
    const mask: u32 = i8x16.bitmask(v128.or(letters, digits)) ^ 0xffff
    if (mask != 0) return end + ctz(mask) - at
    end += 16
    if (end - at > 64) return 0
  }
}

export function sameBytes(one: usize, other: usize, length: usize): bool {
  let at: usize = 0
  for (; at + 8 <= length; at += 8) if (load<u64>(one + at) != load<u64>(other + at)) return false
  const rest = length - at
  return rest == 0 || (load<u64>(one + at) ^ load<u64>(other + at)) << (64 - 8 * <u64>rest) == 0
}

/** Place behind the start tag at a place. */
export function startTag(from: usize, end: usize): usize {
  tagName = from + 1
  tagLength = nameLength(tagName)
  attributeCount = 0
  tagIsEmpty = false
  const at = tagName + tagLength
  if (at + 1 >= end) return UNFINISHED
  if (tagLength == 0) return FOREIGN
  return load<u8>(at) == GREATER ? at + 1 : attributes(at, end)
}

function attributes(from: usize, end: usize): usize {
  let at = from
  while (true) {
    const start = at
    while (at < end && isSpace(load<u8>(at))) at++
    if (at + 1 >= end) return UNFINISHED
    const byte = load<u8>(at)
    if (byte == GREATER) return at + 1
    if (byte == SLASH) {
      tagIsEmpty = true
      return load<u8>(at, 1) == GREATER ? at + 2 : FOREIGN
    }
    if (at == start || attributeCount == MOST_ATTRIBUTES) return FOREIGN
    at = attribute(at, end)
    if (at <= FOREIGN) return at
  }
}

/** Name="value" */
function attribute(from: usize, end: usize): usize {
  const length = nameLength(from)
  let at = from + length
  if (at + 2 >= end) return UNFINISHED
  const quote = load<u8>(at, 1)
  if (length == 0 || load<u8>(at) != 61 || (quote != QUOTE && quote != APOSTROPHE)) return FOREIGN
  const value = at + 2
  at = textEnd(value, end, quote)
  if (at <= FOREIGN) return at
  for (let i: u32 = 0; i < attributeCount; i++) {
    const known = ATTRIBUTES + 16 * i
    if (<usize>load<u32>(known, 4) == length && sameBytes(<usize>load<u32>(known), from, length)) return FOREIGN
  }
  const entry = ATTRIBUTES + 16 * attributeCount
  store<u32>(entry, from)
  store<u32>(entry, length, 4)
  store<u32>(entry, value, 8)
  store<u32>(entry, at, 12)
  attributeCount++
  return at + 1
}
