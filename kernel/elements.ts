// Elements that are records, one after the other.
import {element, elementEnd, INCOMPLETE, NOT} from './element'
import {eventKind} from './event'
import {confirm, fingerprint} from './literals'
import {NEWLINE} from './memory'
import {objectKind} from './object'
import {AROUND, beginCall, close, hand, handBefore, heldFrom, HIT, isFull, isNextWanted, LONGEST_CARRY, spans, WEAK} from './spans'
import {inNumbers, tagEnd, tagEvent, tagKind} from './tag-event'
import {addPlace, isMarked} from './zones'

/** Elements called Event; serialised objects; tags called Event. src/parsers/scan/record-scan.ts counts them from 2 on. */
export const EVENTS: u32 = 0
export const OBJECTS: u32 = 1
export const TAGS: u32 = 2

/** What ends one, and its bits that count: `</Event>`, `</Obj>` or `/>`. */
let kind: u32 = EVENTS
let ending: u64 = 0
let endingBits: u64 = 0
let endingLength: usize = 0

/** Behind the event before, and the number of that line. */
let start: usize = 0
let startLine: u32 = 0
/** Events cannot be told: the parser is in the middle of something. */
let lost: bool = false
/** The parser has to be asked before the text goes on. */
export let elementsPaused: bool = false
/** Line ends in the text that was searched last. */
export let newlines: u32 = 0

export function beginElements(at: usize, line: u32, elementKind: u32): void {
  kind = elementKind
  ending = kind == EVENTS ? 0x3e746e6576452f3c : kind == OBJECTS ? 0x3e6a624f2f3c : 0x3e2f
  endingLength = kind == EVENTS ? 8 : kind == OBJECTS ? 6 : 2
  endingBits = u64.MAX_VALUE >> (64 - 8 * <u64>endingLength)
  start = at
  startLine = line
  lost = true
}

export function setElementsLost(isLost: bool): void {
  lost = isLost
}

export function moveElements(by: i32): void {
  start += by
}

export function elementsFrom(): usize {
  return heldFrom(start)
}

export function scanElements(end: usize): u32 {
  beginCall()
  elementsPaused = false
  while (!isFull()) {
    const verdict = lost ? NOT : kind == TAGS ? tagEvent(start, end) : element(start, end, kind == OBJECTS)
    if (verdict == INCOMPLETE) break
    if (verdict == NOT) {
      const to = nextEnd(start, end)
      if (to == 0) break
      if (lost) hand(start, startLine, to)
      else {
        isNextWanted()
        close(start, startLine, to, true, true, 0)
      }
      goOn(to)
      elementsPaused = true
      return spans()
    }
    const to = kind == TAGS ? tagEnd : elementEnd
    const found = literalsIn(start, to) | (kind == TAGS ? inNumbers & ~WEAK : 0)
    const isWanted = isNextWanted() || (found & HIT) != 0 || ((found & WEAK) != 0 && isMarked())
    const counts = kind == TAGS ? tagKind : kind == OBJECTS ? objectKind : eventKind
    close(start, startLine, to, isWanted, (found & AROUND) != 0, counts)
    start = to
    startLine += newlines
    if ((found & AROUND) != 0) {
      elementsPaused = true
      return spans()
    }
  }
  if (!isFull()) giveUp(end)
  return spans()
}

/** The text goes on at a place behind what was handed out. */
function goOn(at: usize): void {
  startLine += newlinesIn(start, at)
  start = at
}

/** Does not keep what is too long, nor what others are reading; the end of an element may be cut. */
function giveUp(end: usize): void {
  if (end - heldFrom(start) > LONGEST_CARRY) handBefore(start)
  if (lost ? end - start < endingLength : end - start <= LONGEST_CARRY) return
  const to = end - endingLength + 1
  hand(start, startLine, to)
  goOn(to)
}

export function releaseElements(): u32 {
  beginCall()
  handBefore(start)
  return spans()
}

export function finishElements(end: usize): u32 {
  beginCall()
  handBefore(start)
  hand(start, startLine, end)
  return spans()
}

/** Place behind the next end of an element; 0: it has not come yet. */
function nextEnd(from: usize, end: usize): usize {
  const mark = i8x16.splat(<u8>ending)
  for (let at = from; at < end; at += 16) {
    let marks: u32 = i8x16.bitmask(i8x16.eq(v128.load(at), mark))
    while (marks != 0) {
      const place = at + ctz(marks)
      if (place + endingLength > end) return 0
      if ((load<u64>(place) & endingBits) == ending) return place + endingLength
      marks &= marks - 1
    }
  }
  return 0
}

export function newlinesIn(from: usize, to: usize): u32 {
  let count: u32 = 0
  for (let at = from; at < to; at += 16) {
    let marks: u32 = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(NEWLINE)))
    if (to - at < 16) marks &= (1 << <u32>(to - at)) - 1
    count += popcnt(marks)
  }
  return count
}

export function literalsIn(from: usize, to: usize): u8 {
  let found: u8 = 0
  newlines = 0
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    let ends: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(NEWLINE)))
    let marks: u32 = i8x16.bitmask(i8x16.ne(fingerprint(at), i8x16.splat(0)))
    let foreign: u32 = i8x16.bitmask(bytes)
    if (to - at < 16) {
      const mask: u32 = (1 << <u32>(to - at)) - 1
      ends &= mask
      marks &= mask
      foreign &= mask
    }
    newlines += popcnt(ends)
    if (foreign != 0) found |= HIT
    while (marks != 0) {
      const place = at + ctz(marks)
      marks &= marks - 1
      const hit = confirm(place, from, to)
      found |= hit
      if ((hit & WEAK) != 0 && !addPlace(place)) found |= HIT
    }
  }
  return found
}
