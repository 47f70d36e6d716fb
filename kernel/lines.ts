// Records of lines: those of a listing, from one head to the next, blocks of labels, and rows of delimited text.
import {beginBlock, blockKind, giveUpBlock, isBlockLine, isBlockSettled, isBlockStart, isWholeBlock} from './block'
import {isSoftware} from './head'
import {areBlocks, isFirstLine, isMore} from './line-forms'
import {confirm, fingerprint} from './literals'
import {NEWLINE} from './memory'
import {GOES_ON, NOT, rowKind} from './row'
import {beginRow, rowLine} from './rows'
import {AROUND, beginCall, close, hand, handBefore, heldFrom, HIT, isFull, isNextWanted, LONGEST_CARRY, passBefore, SOFTWARE, spans, WEAK} from './spans'
import {addPlace, clearZones, isMarked} from './zones'

/** The line being read, its number, and what was found in it; of a row what was found in all its lines. */
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

let rows: bool = false
/** Rows cannot be told: the parser is in the middle of something. */
let lost: bool = false
/** The parser has to be asked before the text goes on. */
export let linesPaused: bool = false

export function beginLines(at: usize, lineNumber: u32, asRows: bool): void {
  rows = asRows
  lineStart = start = at
  line = startLine = lineNumber
  passing = wanted = lost = true
  around = false
  giveUpBlock()
}

export function setLinesLost(isLost: bool): void {
  lost = isLost
  if (isLost) giveUpBlock()
}

export function moveLines(by: i32): void {
  lineStart += by
  start += by
}

export function linesFrom(): usize {
  return heldFrom(start)
}

function endLine(end: usize): void {
  if (!passing && isFirstLine(lineStart, end)) {
    close(start, startLine, lineStart, wanted, around, software ? SOFTWARE : 0)
    start = lineStart
    startLine = line
    // Not at once: the neighbour behind the record before is wanted too.
    wanted = isNextWanted() || found != 0
    around = (found & AROUND) != 0
    software = isSoftware
  } else {
    // Other records may follow a line that is none, and one with something in it.
    const isSaying = found != 0 || !isMore(lineStart, end)
    if (isSaying) wanted = true
    if (isSaying && !lost) linesPaused = true
    if ((found & AROUND) != 0) around = true
  }
  passing = false
  found = 0
}

/** Of a block, which is known to be plain only when all its labels were read. */
function endBlockLine(end: usize): void {
  if (!passing && !lost && isBlockStart(lineStart, end)) {
    if (!isWholeBlock()) wanted = around = true
    close(start, startLine, lineStart, wanted, around, blockKind)
    linesPaused = around
    start = lineStart
    startLine = line
    wanted = isNextWanted()
    around = false
    beginBlock()
  } else if (passing) giveUpBlock()
  else if (!isBlockLine(lineStart, end)) wanted = around = true
  if ((found & HIT) != 0 || ((found & WEAK) != 0 && isMarked())) wanted = true
  if ((found & AROUND) != 0) around = true
  clearZones()
  passing = false
  found = 0
}

function endRowLine(end: usize): void {
  let verdict: u8 = NOT
  if (lost || passing) {
    hand(start, startLine, end + 1)
    passing = false
    linesPaused = true
  } else {
    verdict = rowLine(lineStart, end)
    if (verdict == GOES_ON) return
    const unsure = verdict == NOT || (found & AROUND) != 0
    const isWanted = isNextWanted() || (found & HIT) != 0 || ((found & WEAK) != 0 && isMarked())
    close(start, startLine, end + 1, isWanted, unsure, rowKind)
    linesPaused = unsure
  }
  nextRow(end + 1, line + 1)
}

function nextRow(at: usize, number: u32): void {
  start = at
  startLine = number
  found = 0
  beginRow()
  clearZones()
}

/** Reads the complete lines up to `end` and returns how many spans of wanted text it found. */
export function scanLines(end: usize): u32 {
  beginCall()
  linesPaused = false
  found = 0
  if (rows) {
    // A row is read from its beginning.
    lineStart = start
    line = startLine
    nextRow(start, startLine)
  } else if (areBlocks) clearZones()
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
      if ((marks & one) != 0) {
        const hit = confirm(place, lineStart, end)
        found |= hit
        if ((hit & WEAK) != 0 && !addPlace(place)) found |= HIT
      }
      if ((newlines & one) != 0) {
        if (rows) endRowLine(place)
        else if (areBlocks) endBlockLine(place)
        else endLine(place)
        line++
        lineStart = place + 1
        if (linesPaused || isFull()) return finishCall(place + 1)
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
  if (end - heldFrom(start) > LONGEST_CARRY) handBefore(start)
  if (end - start > LONGEST_CARRY) {
    wanted = true
    // Its labels cannot be waited for.
    if (areBlocks && !isBlockSettled()) {
      giveUpBlock()
      around = true
    }
  }
  if (rows ? end - start > LONGEST_CARRY : around || (wanted && (!areBlocks || isBlockSettled()))) {
    if (rows || around) handBefore(start)
    passBefore()
    if (rows) lineStart = start
    else hand(start, startLine, lineStart)
    if (passing || end - lineStart > LONGEST_CARRY) {
      // Half a line: it is told by its own place that it goes on.
      hand(lineStart, rows ? startLine : line, end)
      lineStart = end
      passing = true
    }
    start = lineStart
    startLine = line
  }
  return spans()
}

export function releaseLines(): u32 {
  beginCall()
  handBefore(start)
  hand(start, startLine, lineStart)
  start = lineStart
  startLine = line
  wanted = true
  return spans()
}

export function finishLines(end: usize): u32 {
  beginCall()
  wanted = true
  handBefore(start)
  hand(start, startLine, end)
  return spans()
}
