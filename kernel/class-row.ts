// Rows that begin with the name of a class of events and a number of microseconds: a strict subset of what
// src/parsers/xperf reads.
import {classKind, NO_CLASS} from './classes'
import {COMMA, QUOTE} from './memory'
import {blanksEnd, digitsEnd, isBlank, next, NOT, setRowKind, WHOLE} from './row'

/** The program knows the names of as many values without a column as fit in. */
const LONGEST_ROW: usize = 2000
const MOST_BLANKS: usize = 64
const MOST_DIGITS: usize = 15

export function classRow(from: usize, to: usize): u8 {
  if (to - from > LONGEST_ROW) return NOT
  const name = blanksEnd(from, to)
  const comma = next(name, to, COMMA, QUOTE)
  if (comma == to || load<u8>(comma) == QUOTE || comma - from > 1024) return NOT
  let end = comma
  while (end > name && isBlank(load<u8>(end - 1))) end--
  const kind = classKind(name, end - name)
  if (kind == NO_CLASS) return NOT
  setRowKind(kind)
  const time = blanksEnd(comma + 1, to)
  const behind = digitsEnd(time, to)
  const at = blanksEnd(behind, to)
  if (time - comma > MOST_BLANKS || behind == time || behind - time > MOST_DIGITS || at - behind > MOST_BLANKS) return NOT
  // Whatever is behind it: where a string goes on, the next line begins no row, and is handed on with this one.
  return at == to || load<u8>(at) == COMMA ? WHOLE : NOT
}
