// Records of a listing: the lines from one head to the next. Wanted ones are handed out, others counted.
import {isHead, isQuiet, isSoftware} from './head'
import {confirm, fingerprint} from './literals'
import {OUT, OUT_LIMIT, NEWLINE} from './memory'

/** Literal hits: 1, a hit whose neighbours are wanted too: 3. */
const HIT: u8 = 1
/** Unfinished text that is kept for the next call at most; a longer line or record is handed on in pieces. */
const LONGEST_CARRY: usize = 65536

/** The line being read, its number, and what was found in it. */
let lineStart: usize = 0
let line: u32 = 0
let found: u8 = 0
/** It began in text that was handed out already. */
let passing: bool = false

/** The record being read. */
let start: usize = 0
let startLine: u32 = 0
let wanted: bool = false
let around: bool = false
let software: bool = false

/** The record before it, as long as it is not known whether it is wanted as a neighbour; 0: there is none. */
let before: usize = 0
let beforeLine: u32 = 0
let beforeSoftware: bool = false
let wantNext: bool = false

let count: u32 = 0
let handedTo: usize = 0
/** Records passed over since the last span. */
let skipped: u32 = 0
let skippedSoftware: u32 = 0

/** The text at `at` goes on with a line and a record of which the beginning was read by others. */
export function begin(at: usize, lineNumber: u32): void {
  lineStart = start = at
  line = startLine = lineNumber
  // What was read before may have been a loss.
  passing = wanted = wantNext = true
  around = false
  before = 0
  skipped = skippedSoftware = 0
}

/** The text moved by so many bytes. */
export function move(by: i32): void {
  lineStart += by
  start += by
  if (before != 0) before += by
}

/** Place from which on the text is needed for the next call. */
export function keepFrom(): usize {
  return before != 0 ? before : start
}

function hand(from: usize, fromLine: u32, to: usize): void {
  if (from == to) return
  if (count > 0 && handedTo == from && skipped == 0) {
    store<u32>(OUT + (count - 1) * 20, to, 4)
  } else {
    const entry = OUT + count * 20
    store<u32>(entry, from)
    store<u32>(entry, to, 4)
    store<u32>(entry, fromLine, 8)
    store<u32>(entry, skipped, 12)
    store<u32>(entry, skippedSoftware, 16)
    skipped = skippedSoftware = 0
    count++
  }
  handedTo = to
}

function passBefore(): void {
  if (before == 0) return
  skipped++
  if (beforeSoftware) skippedSoftware++
  before = 0
}

/** The record ends at `end`. */
function close(end: usize): void {
  if (around) {
    wantNext = true
    if (before != 0) {
      start = before
      startLine = beforeLine
      before = 0
    }
  }
  passBefore()
  if (wanted || around) {
    hand(start, startLine, end)
    return
  }
  before = start
  beforeLine = startLine
  beforeSoftware = software
}

function endLine(end: usize): void {
  if (!passing && isHead(lineStart, end)) {
    close(lineStart)
    start = lineStart
    startLine = line
    wanted = found != 0 || wantNext
    around = (found & 2) != 0
    wantNext = false
    software = isSoftware
  } else {
    if (found != 0 || !isQuiet(lineStart, end)) wanted = true
    if ((found & 2) != 0) around = true
  }
  passing = false
  found = 0
  line++
  lineStart = end + 1
}

/** The list of spans was full: the same text has to be given once more. */
export function isFull(): bool {
  return count >= OUT_LIMIT - 2
}

/** Reads the complete lines up to `end` and returns how many spans of wanted text it found. */
export function scan(end: usize): u32 {
  count = 0
  found = 0
  let at = lineStart
  while (at < end) {
    const bytes = v128.load(at)
    let newlines: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(NEWLINE)))
    let marks: u32 = i8x16.bitmask(i8x16.ne(fingerprint(at), i8x16.splat(0)))
    let foreign: u32 = i8x16.bitmask(bytes)
    const left = end - at
    if (left < 16) {
      const mask: u32 = (1 << <u32>left) - 1
      newlines &= mask
      marks &= mask
      foreign &= mask
    }
    while ((newlines | marks | foreign) != 0) {
      const bit = ctz(newlines | marks | foreign)
      const one: u32 = 1 << bit
      const place = at + bit
      if ((foreign & one) != 0) found |= HIT
      if ((marks & one) != 0) found |= confirm(place, lineStart, end)
      if ((newlines & one) != 0) {
        endLine(place)
        if (isFull()) return finishCall(place + 1)
      }
      newlines &= ~one
      marks &= ~one
      foreign &= ~one
    }
    at += 16
  }
  return finishCall(end)
}

/** Hands out what is wanted of the record that goes on, and gives up on keeping what is too long. */
function finishCall(end: usize): u32 {
  if (before != 0 && end - before > LONGEST_CARRY) passBefore()
  if (end - start > LONGEST_CARRY) wanted = true
  if (wanted || around) {
    if (around && before != 0) {
      start = before
      startLine = beforeLine
      before = 0
    }
    passBefore()
    hand(start, startLine, lineStart)
    if (passing || end - lineStart > LONGEST_CARRY) {
      // Half a line: it is told by its own place that it goes on.
      hand(lineStart, line, end)
      lineStart = end
      passing = true
    }
    start = lineStart
    startLine = line
  }
  return count
}

/** Other heads are to come: what is still held back of those before is handed out, so that none is counted as one of them. */
export function release(): u32 {
  count = 0
  if (before != 0) {
    start = before
    startLine = beforeLine
    before = 0
  }
  hand(start, startLine, lineStart)
  start = lineStart
  startLine = line
  wanted = true
  return count
}

/** The text ends at `end`: its last record is handed out, whatever it holds. */
export function finish(end: usize): u32 {
  count = 0
  wanted = true
  if (before != 0) passBefore()
  hand(start, startLine, end)
  return count
}

/** UTF-16LE to one byte a character; those beyond 0xFF become 0xFF, as none of them is looked for. */
export function narrow(from: usize, to: usize, units: usize): void {
  for (let i: usize = 0; i < units; i += 16) {
    const first = v128.load(from + 2 * i)
    const second = v128.load(from + 2 * i, 16)
    v128.store(to + i, i8x16.narrow_i16x8_u(first, second))
  }
}
