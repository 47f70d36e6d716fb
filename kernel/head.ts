// The head of a listing's record: a strict subset of what src/parsers/wpp/head.ts reads.
import {digits, isClock, isDigit, isHex} from './clock'
import {DATE, BLANK, TAB, RETURN, DOT, COLON, OPEN, CLOSE} from './memory'
import {isNamed} from './names'

let dateLength: usize = 0
let fraction: usize = 0
/** In front of the fraction. */
let point: u8 = DOT
let blankAfter: bool = false
/** Of the head read last. */
export let isSoftware: bool = false

export function headLayout(length: usize, digits: usize, blank: bool): void {
  dateLength = length
  fraction = digits
  blankAfter = blank
}

export function setPoint(byte: u32): void {
  point = <u8>byte
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

/** Place behind the date that was read last, a time of day and its fraction; 0: something else stands there. */
export function afterStamp(from: usize): usize {
  let at = from
  if (load<u64>(at) != load<u64>(DATE) || load<u64>(at + dateLength - 8) != load<u64>(DATE + dateLength - 8)) return 0
  at += dateLength
  if (!isClock(at)) return 0
  at += 8
  if (fraction == 0) return at
  const all: u32 = ((1 << <u32>fraction) - 1) << 1
  if (load<u8>(at) != point || (<u32>i8x16.bitmask(digits(v128.load(at))) & all) != all) return 0
  return at + fraction + 1
}

/** Place behind a prefix and its component; 0: there is none such. A line has 64 readable bytes behind it. */
export function afterPrefix(from: usize, end: usize): usize {
  if (dateLength == 0) return 0
  let at = afterCommonIds(from)
  if (at == 0) at = afterIds(from)
  if (at == 0) return 0
  at = afterStamp(at)
  return at == 0 || load<u8>(at) != BLANK || load<u8>(at, 1) != OPEN ? 0 : afterComponent(at + 2, end)
}

/** True for a line that is surely the first of a record. */
export function isHead(line: usize, end: usize): bool {
  if (end - line < 40) return false
  const at = afterPrefix(line, end)
  if (at == 0) return false
  const blank = load<u8>(at) == BLANK
  return blank == blankAfter && load<u8>(at + (blank ? 1 : 0)) > BLANK
}

/** Those that say that nothing could be decoded are left to others, and those with next to nothing behind them. */
function afterComponent(from: usize, end: usize): usize {
  const first = load<u8>(from)
  if (first == CLOSE || first == 85) return 0
  let at = from
  for (;;) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(CLOSE)))
    if (mask != 0) {
      at += ctz(mask)
      break
    }
    at += 16
    if (at >= end) return 0
  }
  if (at + 3 > end) return 0
  isSoftware = isNamed(from, at) == 0
  return at + 1
}

/** A component between others; false: nothing could be decoded, or what it is cannot be told. */
export function noteComponent(from: usize, to: usize): bool {
  const first = load<u8>(from)
  if (first <= BLANK || first == 85 || isDigit(first) || load<u8>(to - 1) <= BLANK) return false
  isSoftware = isNamed(from, to) == 0
  return true
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

