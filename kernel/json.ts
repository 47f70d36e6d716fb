// Objects of JSON, one after the other.
import {literalsIn, newlines, newlinesIn} from './elements'
import {BLANK, COMMA} from './memory'
import {INCOMPLETE, NOT, jsonObject, jsonEnd, jsonHides, jsonKind, ODD} from './json-event'
import {AROUND, beginCall, close, hand, handBefore, heldFrom, HIT, isFull, isNextWanted, LONGEST_CARRY, spans, WEAK} from './spans'
import {isMarked} from './zones'

const BEGIN: u8 = 123
const END: u8 = 125

/** Behind the object before, and the number of that line. */
let start: usize = 0
let startLine: u32 = 0
/** Objects cannot be told: the parser is in the middle of something. */
let lost: bool = false
/** Pieces that were handed on since then. */
let pieces: u32 = 0
/** The parser has to be asked before the text goes on. */
export let jsonPaused: bool = false

export function beginJson(at: usize, line: u32): void {
  start = at
  startLine = line
  setJsonLost(true)
}

export function setJsonLost(isLost: bool): void {
  lost = isLost
  pieces = 0
}

export function moveJson(by: i32): void {
  start += by
}

export function jsonFrom(): usize {
  return heldFrom(start)
}

export function scanJson(end: usize): u32 {
  beginCall()
  jsonPaused = false
  while (!isFull()) {
    const verdict = lost ? NOT : jsonObject(start, end)
    if (verdict == INCOMPLETE) break
    if (verdict == NOT) {
      const to = pieceEnd(end)
      if (to == 0) break
      handOn(to)
      jsonPaused = true
      return spans()
    }
    const found = literalsIn(start, jsonEnd) | jsonHides
    const isUnsure = verdict == ODD || (found & AROUND) != 0
    const isWanted = isNextWanted() || (found & HIT) != 0 || ((found & WEAK) != 0 && isMarked())
    close(start, startLine, jsonEnd, isWanted, isUnsure, jsonKind)
    start = jsonEnd
    startLine += newlines
    if (isUnsure) {
      jsonPaused = true
      return spans()
    }
  }
  if (!isFull()) giveUp(end)
  return spans()
}

/** Text of which only the parser knows what it is: it may be a loss as well. */
function handOn(to: usize): void {
  close(start, startLine, to, true, true, 0)
  startLine += newlinesIn(start, to)
  start = to
}

/** Does not keep what is too long, nor what others are reading. */
function giveUp(end: usize): void {
  if (end - heldFrom(start) > LONGEST_CARRY) handBefore(start)
  if (start < end && (lost || end - start > LONGEST_CARRY)) handOn(end)
}

export function releaseJson(): u32 {
  beginCall()
  handBefore(start)
  return spans()
}

export function finishJson(end: usize): u32 {
  beginCall()
  handBefore(start)
  hand(start, startLine, end)
  return spans()
}

/**
 * Place behind an object that another one follows, in whatever they are: the longer the parser is in the middle of
 * something, the farther away. 0: it has not come yet.
 */
function pieceEnd(end: usize): usize {
  let at = start
  if (lost) at += 1 << min<u32>(pieces++ >> 2, 16)
  for (; at < end; at += 16) {
    let marks: u32 = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(BEGIN)))
    while (marks != 0) {
      const place = at + ctz(marks)
      if (place >= end) return 0
      marks &= marks - 1
      let before = place - 1
      while (before > start && (load<u8>(before) <= BLANK || load<u8>(before) == COMMA)) before--
      if (before >= start && load<u8>(before) == END) return before + 1
    }
  }
  return 0
}
