// Literals: four bytes at a time by nibble tables (as in Teddy), then each literal of the buckets hit.
import {LOW, HIGH, BUCKETS, LITERALS, LITERAL_SIZE, FILTER, NAME_TEXT} from './memory'
import {HIT} from './spans'

@inline
export function fingerprint(at: usize): v128 {
  const pair = v128.and(nibbles(at, 0), nibbles(at + 1, 16))
  return v128.and(pair, v128.and(nibbles(at + 2, 32), nibbles(at + 3, 48)))
}

@inline
function nibbles(at: usize, table: usize): v128 {
  const bytes = v128.load(at)
  const low = i8x16.swizzle(v128.load(LOW + table), v128.and(bytes, i8x16.splat(15)))
  const high = i8x16.swizzle(v128.load(HIGH + table), i8x16.shr_u(bytes, 4))
  return v128.and(low, high)
}

/** What the literals say of a place where the fingerprint of some buckets was seen. */
export function confirm(at: usize, from: usize, to: usize): u8 {
  // The halves of bytes that were compared so far fit many a place; the bytes themselves few.
  const hash = ((load<u32>(at) | 0x20202020) * 0x9e3779b1) >>> 17
  if (((load<u8>(FILTER + (hash >> 3)) >> <u8>(hash & 7)) & 1) == 0) return 0
  let buckets = nibble(at, 0) & nibble(at + 1, 16) & nibble(at + 2, 32) & nibble(at + 3, 48)
  let found: u8 = 0
  while (buckets != 0) {
    const bucket = ctz(buckets)
    buckets &= buckets - 1
    const last = load<u16>(BUCKETS + 2 * (bucket + 1))
    for (let i = load<u16>(BUCKETS + 2 * bucket); i < last; i++) {
      found |= compare(LITERALS + <usize>i * LITERAL_SIZE, at, from, to)
    }
  }
  return found
}

@inline
function nibble(at: usize, table: usize): u32 {
  const byte = <usize>load<u8>(at)
  return load<u8>(LOW + table + (byte & 15)) & load<u8>(HIGH + table + (byte >> 4))
}

/** A literal: length, place of its fingerprint, what a hit means, bytes from 4 on, bits that do not count from 34 on. */
function compare(literal: usize, at: usize, from: usize, to: usize): u8 {
  const length = <usize>load<u8>(literal)
  const start = at - <usize>load<u8>(literal, 1)
  if (start < from || start + length > to) return 0
  for (let i: usize = 0; i < length; i++) {
    if ((load<u8>(start + i) | load<u8>(literal + i, 34)) != load<u8>(literal + i, 4)) return 0
  }
  return load<u8>(literal, 2)
}

/** Whether the name that was written holds a literal. */
export function nameHolds(length: u32): bool {
  const end = NAME_TEXT + <usize>length
  for (let at = NAME_TEXT; at < end; at++) if ((confirm(at, NAME_TEXT, end) & HIT) != 0) return true
  return false
}
