// The head of a listing's record: a strict subset of what src/parsers/wpp/head.ts reads.
import {digits, isClock, isDigit, isHex} from './clock'
import {DATE, BLANK, TAB, RETURN, DOT, COLON, OPEN, CLOSE} from './memory'
import {isNamed} from './names'

let dateLength: usize = 0
let fraction: usize = 0
let blankAfter: bool = false
/** Of the head read last. */
export let isSoftware: bool = false

export function headLayout(length: usize, digits: usize, blank: bool): void {
  dateLength = length
  fraction = digits
  blankAfter = blank
}

/** Place behind four to eight hex digits; 0: there are fewer or more. */
function afterHex(at: usize): usize {
  let end = at
  while (isHex(load<u8>(end)) && end - at < 9) end++
  return end - at >= 4 && end - at <= 8 ? end : 0
}

/** `[1]2345.6789::`, the common widths: place behind it; 0: another width, or no head. */
@inline
function afterCommonIds(line: usize): usize {
  const bytes = v128.load(line)
  const marks = i8x16.bitmask(i8x16.eq(bytes, i8x16(91, 0, 93, 0, 0, 0, 0, 46, 0, 0, 0, 0, 58, 58, 0, 0)))
  const hex = i8x16.bitmask(v128.or(digits(bytes), i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(6))))
  const sound = (marks & 0b11000010000101) == 0b11000010000101 && (hex & 0b111101111000) == 0b111101111000
  return sound && isDigit(load<u8>(line, 1)) ? line + 14 : 0
}

function afterIds(line: usize): usize {
  if (load<u8>(line) != OPEN) return 0
  let at = line + 1
  while (isDigit(load<u8>(at)) && at - line < 6) at++
  if (load<u8>(at) != CLOSE || at - line < 2 || at - line > 5) return 0
  at = afterHex(at + 1)
  if (at == 0 || load<u8>(at) != DOT) return 0
  at = afterHex(at + 1)
  return at == 0 || load<u8>(at) != COLON || load<u8>(at, 1) != COLON ? 0 : at + 2
}

/** True for a line that is surely the first of a record. A line has 64 readable bytes behind it. */
export function isHead(line: usize, end: usize): bool {
  if (dateLength == 0 || end - line < 40) return false
  let at = afterCommonIds(line)
  if (at == 0) at = afterIds(line)
  if (at == 0) return false
  if (load<u64>(at) != load<u64>(DATE) || load<u64>(at + dateLength - 8) != load<u64>(DATE + dateLength - 8)) return false
  at += dateLength
  if (!isClock(at)) return false
  at += 8
  if (fraction > 0) {
    const all: u32 = ((1 << <u32>fraction) - 1) << 1
    if (load<u8>(at) != DOT || (<u32>i8x16.bitmask(digits(v128.load(at))) & all) != all) return false
    at += fraction + 1
  }
  if (load<u8>(at) != BLANK || load<u8>(at, 1) != OPEN) return false
  return isComponent(at + 2, end)
}

/** The component and what follows it; those that say that nothing could be decoded are left to others. */
function isComponent(from: usize, end: usize): bool {
  const first = load<u8>(from)
  if (first == CLOSE || first == 85) return false
  let at = from
  for (;;) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(CLOSE)))
    if (mask != 0) {
      at += ctz(mask)
      break
    }
    at += 16
    if (at >= end) return false
  }
  if (at + 3 > end) return false
  isSoftware = isNamed(from, at) == 0
  const blank = load<u8>(at, 1) == BLANK
  return blank == blankAfter && load<u8>(at + (blank ? 2 : 1)) > BLANK
}

/** A line that can only continue the record before it: blank, or indented and no record behind the blanks. */
export function isQuiet(line: usize, end: usize): bool {
  let at = line
  let byte = load<u8>(at)
  while (at < end && (byte == BLANK || byte == TAB)) byte = load<u8>(++at)
  while (at < end && byte == RETURN) byte = load<u8>(++at)
  if (at == end) return true
  return at > line && byte != OPEN && !isDigit(byte)
}

