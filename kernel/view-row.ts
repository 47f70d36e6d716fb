// Rows that begin with the name of an event, milliseconds and a process, quoted where a separator is in a cell: a strict
// subset of what src/parsers/perfview reads.
import {COMMA, DOT, QUOTE} from './memory'
import {isNamed, TELLING} from './names'
import {columns, delimiter, digitsEnd, next, NOT, setRowKind, WHOLE} from './row'
import {SOFTWARE} from './spans'
import {addZone} from './zones'

const SLASH: u8 = 47
const MOST_DIGITS: usize = 12
const DECIMALS: usize = 3

export function viewRow(from: usize, to: usize): u8 {
  const end = next(from, to, delimiter, QUOTE)
  if (end == to || load<u8>(end) == QUOTE) return NOT
  // The id of the event is in its name, as the provider is.
  addZone(from, end)
  const slash = next(from, end, SLASH, SLASH)
  if (slash > from && slash < end) {
    const named = isNamed(from, slash)
    if (named == TELLING) return NOT
    if (named == 0) setRowKind(SOFTWARE)
  }
  const behind = timeEnd(end + 1, to)
  return behind != 0 && cells(behind, to) == columns ? WHOLE : NOT
}

/** Place behind a time and its separator; 0: there is none. */
function timeEnd(from: usize, to: usize): usize {
  const mark = digitsEnd(from, to)
  if (mark == from || mark - from > MOST_DIGITS || mark + DECIMALS + 1 >= to) return 0
  const byte = load<u8>(mark)
  if (byte == delimiter || (byte != DOT && byte != COMMA)) return 0
  const end = digitsEnd(mark + 1, to)
  return end == mark + 1 + DECIMALS && load<u8>(end) == delimiter ? end + 1 : 0
}

/** Cells of a row from the third on, with the two in front of it; 0: its quotes are not plain. */
function cells(from: usize, to: usize): u32 {
  let at = from
  let count: u32 = 2
  while (true) {
    count++
    at = at < to && load<u8>(at) == QUOTE ? quotedEnd(at + 1, to) : next(at, to, delimiter, delimiter)
    if (at == 0) return 0
    if (at == to) return count
    if (load<u8>(at) != delimiter) return 0
    at++
  }
}

/** Place behind the quote that closes a cell, those in it are doubled; 0: none does. */
function quotedEnd(from: usize, to: usize): usize {
  let at = from
  while (true) {
    at = next(at, to, QUOTE, QUOTE)
    if (at + 1 >= to || load<u8>(at, 1) != QUOTE) return at == to ? 0 : at + 1
    at += 2
  }
}
