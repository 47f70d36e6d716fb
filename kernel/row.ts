// What rows of delimited text look like, what a line of them turns out to be, and how its cells are found.
import {isDigit} from './clock'
import {BLANK, COMMA, TAB} from './memory'

/** No row, a whole one, one that goes on with the next line. */
export const NOT: u8 = 0
export const WHOLE: u8 = 1
export const GOES_ON: u8 = 2

/** How cells are written; src/parsers/scan/layouts.ts has the same numbers. */
export const TRACERPT: u32 = 1
export const VIEW: u32 = 2
export const CLASSES: u32 = 3

/** Columns of a row, of which a quoted one may be missing; of tracerpt's those in front of the user data. */
export let columns: u32 = 0
export let fewest: u32 = 0
export let delimiter: u8 = COMMA
export let style: u32 = 0

/** Of the row read last: SOFTWARE, UNDECODED. */
export let rowKind: u32 = 0

export function columnLayout(count: u32, least: u32, separator: u32, rowStyle: u32): void {
  columns = count
  fewest = least
  delimiter = <u8>separator
  style = rowStyle
}

export function setRowKind(kind: u32): void {
  rowKind = kind
}

/** Place of the next of two bytes; `to`: there is none. */
export function next(from: usize, to: usize, one: u8, other: u8): usize {
  const first = i8x16.splat(one)
  const second = i8x16.splat(other)
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    const mask = i8x16.bitmask(v128.or(i8x16.eq(bytes, first), i8x16.eq(bytes, second)))
    if (mask != 0) {
      const place = at + ctz(mask)
      return place < to ? place : to
    }
  }
  return to
}

export function isBlank(byte: u8): bool {
  return byte == BLANK || byte == TAB
}

export function blanksEnd(from: usize, to: usize): usize {
  let at = from
  while (at < to && isBlank(load<u8>(at))) at++
  return at
}

export function digitsEnd(from: usize, to: usize): usize {
  let at = from
  while (at < to && isDigit(load<u8>(at))) at++
  return at
}
