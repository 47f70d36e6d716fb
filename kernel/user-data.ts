// Values behind the columns that every row has, quoted without any escape: a strict subset of
// src/parsers/csv/user-data.ts.
import {COMMA, QUOTE} from './memory'
import {blanksEnd, GOES_ON, next, NOT, WHOLE} from './row'

/** A quoted value goes on with the next line. */
export let isValueOpen: bool = false

export function beginUserData(): void {
  isValueOpen = false
}

export function userData(from: usize, to: usize): u8 {
  let at = from
  while (true) {
    at = blanksEnd(at, to)
    if (at < to && load<u8>(at) == QUOTE) {
      const inside = blanksEnd(at + 1, to)
      // A spreadsheet may have quoted this.
      if (inside + 1 < to && load<u16>(inside) == 0x2222) return NOT
      at = closing(at + 1, to)
      if (at == 0) return NOT
      if (isValueOpen) return GOES_ON
    } else {
      at = next(at, to, COMMA, QUOTE)
      if (at < to && load<u8>(at) == QUOTE) return NOT
    }
    if (at >= to) return WHOLE
    at++
  }
}

/** Place behind the quote that closes a value; quotes inside it are not doubled. 0: the quotes are not plain. */
export function closing(from: usize, to: usize): usize {
  let at = from
  isValueOpen = true
  while (true) {
    const quote = next(at, to, QUOTE, QUOTE)
    if (quote == to) return to
    at = quote + 1
    while (at < to && load<u8>(at) == QUOTE) at++
    const run = at - quote
    const ends = at == to || load<u8>(at) == COMMA
    if (run > 2 || (ends && run == 2)) return 0
    if (ends) {
      isValueOpen = false
      return at
    }
    if (quote > from && load<u8>(quote - 1) == COMMA) return 0
  }
}
