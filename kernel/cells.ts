// Rows of delimited text with a cell a column: strict subsets of what src/parsers/csv reads, line by line.
import {digits, isHex} from './clock'
import {BLANK, COLUMNS, COMMA, QUOTE} from './memory'
import {isNamed, TELLING} from './names'
import {blanksEnd, columns, delimiter, digitsEnd, fewest, GOES_ON, isBlank, next, NOT, setRowKind, style, TRACERPT, WHOLE} from './row'
import {SOFTWARE, UNDECODED} from './spans'
import {isTime} from './time'
import {addZone} from './zones'

/** What stands in a column; src/parsers/scan/layouts.ts has the same numbers. */
const ANY: u8 = 0
const NUMBER: u8 = 1
const ID: u8 = 2
const TIME: u8 = 3
const PROVIDER: u8 = 4
const PROVIDER_GUID: u8 = 5
const HEX_NUMBER: u8 = 6
const FILETIME: u8 = 7
const GUID: u8 = 8

/** The row being read: its cell, whether a quoted one is open and where it began. */
let column: u32 = 0
let isOpen: bool = false
let cellFrom: usize = 0

export function beginCells(): void {
  column = 0
  isOpen = false
}

export function tracerptLine(from: usize, to: usize): u8 {
  return isOpen ? moreUserData(from, to) : fixedColumns(from, to)
}

/** RFC 4180. */
export function quotedCells(from: usize, to: usize): u8 {
  let at = from
  // A type line may stand between rows.
  if (column == 0 && !isOpen && load<u8>(from) == 35) return NOT
  while (true) {
    if (!isOpen) {
      if (at == to || load<u8>(at) != QUOTE) {
        const place = next(at, to, delimiter, QUOTE)
        if (place < to && load<u8>(place) == QUOTE) return NOT
        if (!cell(at, place)) return NOT
        if (place == to) return column == columns || column == fewest ? WHOLE : NOT
        at = place + 1
        continue
      }
      isOpen = true
      cellFrom = ++at
    }
    const quote = next(at, to, QUOTE, QUOTE)
    if (quote == to) return GOES_ON
    at = quote + 1
    if (at < to && load<u8>(at) == QUOTE) {
      at++
      continue
    }
    if (at < to && load<u8>(at) != delimiter) return NOT
    isOpen = false
    if (!cell(cellFrom, quote)) return NOT
    if (at == to) return column == columns || column == fewest ? WHOLE : NOT
    at++
  }
}

/** The first line of a row of tracerpt. */
function fixedColumns(from: usize, to: usize): u8 {
  const commas = i8x16.splat(COMMA)
  const quotes = i8x16.splat(QUOTE)
  let start = from
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    let marks: u32 = i8x16.bitmask(v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, quotes)))
    while (marks != 0) {
      const place = at + ctz(marks)
      marks &= marks - 1
      if (place >= to) break
      if (load<u8>(place) == QUOTE) return NOT
      if (load<u8>(COLUMNS + column) == ANY) column++
      else if (!cell(start, place)) return NOT
      start = place + 1
      if (column == columns) return userData(start, to)
    }
  }
  // A row without user data may end at its last fixed column.
  return column + 1 == columns && cell(start, to) ? WHOLE : NOT
}

function userData(from: usize, to: usize): u8 {
  let at = from
  while (true) {
    at = blanksEnd(at, to)
    if (at < to && load<u8>(at) == QUOTE) {
      const inside = blanksEnd(at + 1, to)
      // A spreadsheet may have quoted this.
      if (inside + 1 < to && load<u16>(inside) == 0x2222) return NOT
      at = closing(at + 1, to)
      if (at == 0) return NOT
      if (isOpen) return GOES_ON
    } else {
      at = next(at, to, COMMA, QUOTE)
      if (at < to && load<u8>(at) == QUOTE) return NOT
    }
    if (at >= to) return WHOLE
    at++
  }
}

/** Another line of a row of which a value is open: one that cannot begin a row. */
function moreUserData(from: usize, to: usize): u8 {
  let commas: u32 = 0
  for (let at = next(from, to, COMMA, COMMA); at < to; at = next(at + 1, to, COMMA, COMMA)) commas++
  if (commas + 1 >= columns) return NOT
  const at = closing(from, to)
  if (at == 0) return NOT
  if (isOpen) return GOES_ON
  return at >= to ? WHOLE : userData(at + 1, to)
}

/** Place behind the quote that closes a value; quotes inside it are not doubled. 0: the quotes are not plain. */
function closing(from: usize, to: usize): usize {
  let at = from
  isOpen = true
  while (true) {
    const quote = next(at, to, QUOTE, QUOTE)
    if (quote == to) return to
    at = quote + 1
    while (at < to && load<u8>(at) == QUOTE) at++
    const run = at - quote
    const ends = at == to || load<u8>(at) == COMMA
    if (run > 2 || (ends && run == 2)) return 0
    if (ends) {
      isOpen = false
      return at
    }
    if (quote > from && load<u8>(quote - 1) == COMMA) return 0
  }
}

/** Whether the cell is surely what its column demands. */
function cell(from: usize, to: usize): bool {
  // Of the columns that no row has, the count of them tells.
  const kind = column < columns ? load<u8>(COLUMNS + column) : ANY
  column++
  if (kind == ANY) return true
  if (kind == TIME) return isTime(from, to)
  if (kind == PROVIDER_GUID) {
    addZone(from, to)
    return true
  }
  if (kind == NUMBER) return digitsEnd(from, to) == to
  if (kind == ID && style != TRACERPT) return isId(from, to)
  let start = from
  let end = to
  while (start < end && isBlank(load<u8>(start))) start++
  while (end > start && isBlank(load<u8>(end - 1))) end--
  if (kind == PROVIDER) return provider(start, end)
  if (kind == GUID) return start == end || isGuid(start, end)
  if (kind == FILETIME) return end - start == 18 && load<u8>(start) == 49 && digitsEnd(start, end) == end
  if (kind == ID) return isId(start, end)
  // HEX_NUMBER
  if (end - start > 2 && load<u8>(start) == 48 && load<u8>(start, 1) == 120) {
    start += 2
    while (start < end && isHex(load<u8>(start))) start++
    return start == end
  }
  return digitsEnd(start, end) == end
}

/** More digits are hexadecimal ones. */
function isId(from: usize, to: usize): bool {
  addZone(from, to)
  return to - from <= 10 && digitsEnd(from, to) == to
}

function provider(from: usize, to: usize): bool {
  addZone(from, to)
  if (from < to && (load<u8>(from) <= BLANK || load<u8>(to - 1) <= BLANK)) return false
  const length = to - from
  if (style == TRACERPT && (length == 0 || (length >= 36 && length <= 38 && isGuidByte(load<u8>(from))))) {
    // No schema was found. Zeros are no GUID but a name.
    if (length != 0 && (!isGuid(from, to) || load<u64>(from, 1) == 0x3030303030303030)) return false
    setRowKind(UNDECODED)
    return true
  }
  const named = isNamed(from, to)
  if (named == TELLING) return false
  setRowKind(named == 0 && length > 0 ? SOFTWARE : 0)
  return true
}

function isGuidByte(byte: u8): bool {
  return isHex(byte) || byte == 123
}

/** {01234567-89ab-cdef-0123-456789abcdef} */
function isGuid(from: usize, to: usize): bool {
  if (to - from != 38 || load<u8>(from) != 123 || load<u8>(to - 1) != 125) return false
  return hexOrDashes(from + 1, 0b0010000100000000) && hexOrDashes(from + 17, 0b10000100) && hexOrDashes(from + 21, 0b1000)
}

function hexOrDashes(at: usize, dashes: u32): bool {
  const bytes = v128.load(at)
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(6))
  const hex = <u32>i8x16.bitmask(v128.or(digits(bytes), letters))
  return <u32>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(45))) == dashes && (hex | dashes) == 0xffff
}
