// Rows that begin a record of a listing: strict subsets of what src/parsers/tables reads, and what surely is none.
import {isBlank, next} from './row'
import {isDigit, isHex} from './clock'
import {afterPrefix, afterStamp, noteComponent} from './head'
import {BLANK, COMMA, OPEN, QUOTE, RETURN, TAB} from './memory'

/** The prefix is looked for in the first 4096 characters. */
const LONGEST_CELLS: usize = 4000

/** `cell,cell,"[1]2345.6789::stamp [component]message"`, with or without the quotes. */
export function isPrefixedRow(line: usize, end: usize): bool {
  const place = next(line, end, OPEN, OPEN)
  if (place == end || place == line || place - line > LONGEST_CELLS) return false
  let at = place - 1
  if (load<u8>(at) == QUOTE) at--
  while (at >= line && isBlank(load<u8>(at))) at--
  // Whether the quote is closed does not matter: a line behind it that is plain text continues the message either way.
  if (at < line || load<u8>(at) != COMMA) return false
  return afterPrefix(place, end) != 0
}

/** A line that can only continue a message, in quotes or not: nothing in it divides cells or begins a prefix. */
export function isPlainText(line: usize, end: usize): bool {
  let to = end
  while (to > line && load<u8>(to - 1) == RETURN) to--
  let at = line
  while (at < to && isBlank(load<u8>(at))) at++
  if (at == to) return true
  const byte = load<u8>(at)
  // What could not be decoded begins with U or *, a time with a digit.
  if (byte <= BLANK || byte == QUOTE || byte == 42 || byte == 85 || isDigit(byte)) return false
  return next(at, to, COMMA, OPEN) == to
}

/** Columns in front of the time that TraceView shows as long as nobody chooses others. */
const BEFORE_TIME: u32 = 6

/** `number TAB component TAB process TAB thread TAB cpu TAB sequence TAB stamp TAB message` */
export function isTableRow(line: usize, end: usize): bool {
  let at = line
  for (let column: u32 = 0; column < BEFORE_TIME; column++) {
    const tab = next(at, end, TAB, TAB)
    if (tab == end || tab == at) return false
    if (column == 1 ? !noteComponent(at, tab) : !isNumber(at, tab, column == 2 || column == 3)) return false
    at = tab + 1
  }
  at = afterStamp(at)
  return at != 0 && at < end && load<u8>(at) == TAB
}

function isNumber(from: usize, to: usize, hex: bool): bool {
  if (to - from > 10) return false
  let at = from
  // 0x
  if (hex && to - from > 2 && load<u16>(at) == 0x7830) at += 2
  while (at < to && (hex ? isHex(load<u8>(at)) : isDigit(load<u8>(at)))) at++
  return at == to
}

/** A line of too few cells for a row. */
export function isBelowTable(line: usize, end: usize): bool {
  let at = line
  for (let tabs: u32 = 0; tabs < BEFORE_TIME; tabs++) {
    at = next(at, end, TAB, TAB)
    if (at == end) return true
    at++
  }
  return false
}
