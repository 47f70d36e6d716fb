// One event as `wevtutil qe /f:text` prints it: a line that numbers it, labels, and a text behind the last of them.
import {isDigit} from './clock'
import {BLANK, CLOSE, COLON, OPEN, RETURN} from './memory'
import {isNamed} from './names'
import {isBlank} from './row'
import {SOFTWARE} from './spans'
import {isTime} from './time'
import {addZone} from './zones'

/** What the block has so far. */
const SOURCE: u32 = 1
const DATE: u32 = 2
const EVENT_ID: u32 = 4
const DESCRIPTION: u32 = 8
/** It is not plain, or its beginning was read by others. */
const GIVEN_UP: u32 = 16
const WHOLE: u32 = SOURCE | DATE | EVENT_ID | DESCRIPTION

const MOST_BLANKS: usize = 8
const LONGEST_LABEL: usize = 31

let seen: u32 = GIVEN_UP
/** SOFTWARE or 0. */
export let blockKind: u32 = 0

export function beginBlock(): void {
  seen = blockKind = 0
}

export function giveUpBlock(): void {
  seen = GIVEN_UP
}

export function isWholeBlock(): bool {
  return seen == WHOLE
}

/** Nothing that follows makes another record of it. */
export function isBlockSettled(): bool {
  return seen >= DESCRIPTION
}

/** `Event` */
function isEvent(line: usize): bool {
  return load<u32>(line) == 0x6e657645 && load<u8>(line, 4) == 116
}

/** `Event[12]:`, `Event [12]` */
export function isBlockStart(line: usize, end: usize): bool {
  if (end - line < 8 || !isEvent(line)) return false
  let at = line + (load<u8>(line, 5) == BLANK ? 6 : 5)
  if (load<u8>(at) != OPEN) return false
  const number = ++at
  while (at - number < 11 && isDigit(load<u8>(at))) at++
  if (at == number || at - number > 10 || load<u8>(at) != CLOSE) return false
  if (load<u8>(++at) == COLON) at++
  while (at < end && (isBlank(load<u8>(at)) || load<u8>(at) == RETURN)) at++
  return at == end
}

/** A line that begins no block. False: what the block is cannot be told. */
export function isBlockLine(line: usize, end: usize): bool {
  if (seen == GIVEN_UP) return true
  const sound = (seen & DESCRIPTION) != 0 ? !mayStart(line) : isLabel(line, end)
  if (!sound) seen = GIVEN_UP
  return sound
}

/** A line of the text that may be a beginning after all. */
function mayStart(line: usize): bool {
  return isEvent(line) && load<u8>(line + (load<u8>(line, 5) == BLANK ? 6 : 5)) == OPEN
}

function isLabel(line: usize, end: usize): bool {
  let name = line
  while (name < end && isBlank(load<u8>(name))) name++
  if (name == line || name - line > MOST_BLANKS) return false
  let colon = name
  while (colon < end && (isLetter(load<u8>(colon)) || (colon > name && load<u8>(colon) == BLANK))) colon++
  const length = colon - name
  if (colon == end || load<u8>(colon) != COLON || length == 0 || length > LONGEST_LABEL) return false
  const label = labelAt(name, length)
  if (label == 0) return true
  // Of two the first counts; behind the description there is none.
  if ((seen & label) != 0 || (label == DESCRIPTION && seen != WHOLE - DESCRIPTION)) return false
  seen |= label
  return label == DESCRIPTION || isValue(label, colon + 1, end)
}

function isLetter(byte: u8): bool {
  return <u8>((byte | 32) - 97) < 26
}

/** In whatever case. */
function labelAt(name: usize, length: usize): u32 {
  if (length == 4) return (load<u32>(name) | 0x20202020) == 0x65746164 ? DATE : 0
  if (length == 6) return (load<u32>(name) | 0x20202020) == 0x72756f73 && (load<u16>(name, 4) | 0x2020) == 0x6563 ? SOURCE : 0
  const first = load<u64>(name) | 0x2020202020202020
  if (length == 8) return first == 0x646920746e657665 ? EVENT_ID : 0
  return length == 11 && first == 0x7470697263736564 && (load<u32>(name, 7) | 0x20202020) == 0x6e6f6974 ? DESCRIPTION : 0
}

/** Whether what stands behind a label is what it says. */
function isValue(label: u32, from: usize, end: usize): bool {
  let start = from
  let to = end
  while (to > start && load<u8>(to - 1) == RETURN) to--
  while (start < to && isBlank(load<u8>(start))) start++
  while (to > start && isBlank(load<u8>(to - 1))) to--
  if (label == DATE) return isTime(start, to)
  addZone(start, to)
  if (start == to) return false
  if (label == SOURCE) {
    if (load<u8>(start) <= BLANK || load<u8>(to - 1) <= BLANK || isNothing(start, to)) return false
    blockKind = isNamed(start, to) == 0 ? SOFTWARE : 0
    return true
  }
  // More digits are hexadecimal ones.
  if (to - start > 10) return false
  while (start < to && isDigit(load<u8>(start))) start++
  return start == to
}

/** `N/A` */
function isNothing(from: usize, to: usize): bool {
  return to - from == 3 && load<u16>(from) == 0x2f4e && load<u8>(from, 2) == 65
}
