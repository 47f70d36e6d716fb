// The list of what is handed out, and the records between: each is held back until it is known whether it is wanted
// as a neighbour.
import {OUT, OUT_LIMIT, OUT_SIZE} from './memory'

/** What a record counts as. */
export const SOFTWARE: u32 = 1
export const UNDECODED: u32 = 2
/** What was found in a record: a literal, one whose neighbours are wanted too (3), one that counts in some cells only. */
export const HIT: u8 = 1
export const AROUND: u8 = 2
export const WEAK: u8 = 4
/** Unfinished text that is kept for the next call at most; what is longer is handed on in pieces. */
export const LONGEST_CARRY: usize = 65536

let count: u32 = 0
let handedTo: usize = 0
/** Records passed over since the last span. */
let skipped: u32 = 0
let skippedSoftware: u32 = 0
let skippedUndecoded: u32 = 0

/** The record before the current one, as long as it is held back; 0: there is none. It ends where the next begins. */
let before: usize = 0
let beforeLine: u32 = 0
let beforeKind: u32 = 0
let wantNext: bool = false

export function beginSpans(): void {
  // What was read before may have been a loss.
  wantNext = true
  before = 0
  skipped = skippedSoftware = skippedUndecoded = 0
}

export function beginCall(): void {
  count = 0
}

export function spans(): u32 {
  return count
}

/** The list is full: the same text has to be given once more. */
export function isFull(): bool {
  return count >= OUT_LIMIT - 4
}

export function moveSpans(by: i32): void {
  if (before != 0) before += by
}

/** Where the record held back begins, or else the current one. */
export function heldFrom(start: usize): usize {
  return before != 0 ? before : start
}

export function isNextWanted(): bool {
  const was = wantNext
  wantNext = false
  return was
}

export function hand(from: usize, fromLine: u32, to: usize): void {
  if (from == to) return
  if (count > 0 && handedTo == from && skipped == 0) {
    store<u32>(OUT + (count - 1) * <u32>OUT_SIZE, to, 4)
  } else {
    const entry = OUT + count * <u32>OUT_SIZE
    store<u32>(entry, from)
    store<u32>(entry, to, 4)
    store<u32>(entry, fromLine, 8)
    store<u32>(entry, skipped, 12)
    store<u32>(entry, skippedSoftware, 16)
    store<u32>(entry, skippedUndecoded, 20)
    skipped = skippedSoftware = skippedUndecoded = 0
    count++
  }
  handedTo = to
}

/** Hands out the record that is held back; the current one begins at `start`. */
export function handBefore(start: usize): void {
  if (before == 0) return
  const from = before
  before = 0
  hand(from, beforeLine, start)
}

/** The record held back is not wanted. */
export function passBefore(): void {
  if (before == 0) return
  skipped++
  skippedSoftware += beforeKind & SOFTWARE
  skippedUndecoded += (beforeKind & UNDECODED) >> 1
  before = 0
}

/** A whole record. */
export function close(start: usize, startLine: u32, end: usize, wanted: bool, around: bool, kind: u32): void {
  if (around) {
    wantNext = true
    handBefore(start)
  }
  passBefore()
  if (wanted || around) {
    hand(start, startLine, end)
    return
  }
  before = start
  beforeLine = startLine
  beforeKind = kind
}
