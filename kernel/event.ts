// One element called Event: a strict subset of what src/parsers/xml reads as a dated record without anything to tell.
import {isDigit} from './clock'
import {attributeCount, FOREIGN, isSpace, sameBytes, startTag, tagIsEmpty, tagLength, tagName, textEnd} from './markup'
import {ATTRIBUTES, ELEMENT_NAMES, ELEMENT_NAME_SIZE, NAMINGS, STACK} from './memory'
import {isNamed} from './names'
import {SOFTWARE, UNDECODED} from './spans'
import {isTime} from './time'
import {addZone, clearZones} from './zones'

/** What the text at a place turns out to be: an event whose end has not come, none that is plain, a whole one. */
export const INCOMPLETE: u8 = 0
export const NOT: u8 = 1
export const WHOLE: u8 = 2

const DEEPEST: usize = 32

/** Names that matter, by their place in src/parsers/scan/element-names.ts: the parts of an event, what is in them. */
const SYSTEM: u32 = 1
const DATA: u32 = 2
const USER_DATA: u32 = 3
const RENDERING: u32 = 4
const DEBUG: u32 = 5
const EXTENDED: u32 = 6
const FAILURE: u32 = 7
const BINARY: u32 = 8
const PROVIDER: u32 = 9
const EVENT_ID: u32 = 10
const RECORD_ID: u32 = 11
const TIME_CREATED: u32 = 12
const EXECUTION: u32 = 13
const RENDERED_PROVIDER: u32 = 14
const EVENT_NAME: u32 = 15
const COMPONENT: u32 = 16
const NAME: u32 = 17
const GUID: u32 = 18
const TIME: u32 = 19
const PROCESSOR: u32 = 20
const EVENT: u32 = 21

/** The parser takes events for those of an event log. */
let isLog: bool = false

/** The event being read: the part, and what it has so far (a bit each). */
let part: u32 = 0
let seen: u32 = 0

/** Of a whole one: place behind it, and what it counts as. */
export let elementEnd: usize = 0
export let elementKind: u32 = 0

export function markupLayout(logged: bool): void {
  isLog = logged
}

export function element(from: usize, end: usize): u8 {
  let at = from
  while (at < end && isSpace(load<u8>(at))) at++
  if (end - at < 8) return INCOMPLETE
  if (load<u16>(at) != 0x453c) return NOT
  part = seen = 0
  v128.store(NAMINGS, i64x2.splat(0))
  v128.store(NAMINGS, i64x2.splat(0), 16)
  clearZones()
  let depth: usize = 0
  /** The element opened last has no other in it so far: which one, and where its text begins. */
  let leaf: bool = false
  let known: u32 = 0
  let text: usize = at
  while (true) {
    if (at + 2 >= end) return INCOMPLETE
    if (load<u8>(at, 1) == 47) {
      depth--
      const name = <usize>load<u32>(STACK + 8 * depth)
      const length = <usize>load<u32>(STACK + 8 * depth, 4)
      const after = at + 2 + length
      if (after >= end) return INCOMPLETE
      if (load<u8>(after) != 62 || !sameBytes(at + 2, name, length)) return NOT
      if (leaf && known != 0 && !value(known, text, at)) return NOT
      leaf = false
      if (depth == 0) {
        elementEnd = after + 1
        return isSound() ? WHOLE : NOT
      }
      at = after + 1
    } else {
      const after = startTag(at, end)
      if (after <= FOREIGN) return <u8>after
      if ((nameOf(tagName, tagLength, EVENT, EVENT) == 0) == (depth == 0)) return NOT
      if (depth == DEEPEST) return NOT
      known = 0
      if (depth == 1) {
        part = nameOf(tagName, tagLength, SYSTEM, BINARY)
        if (part == 0) return NOT
        seen |= 1 << part
        if (part == BINARY || part == FAILURE) {
          if (tagIsEmpty) return NOT
          known = part
        }
      } else if (depth > 1 && part != DATA && part != USER_DATA) {
        known = memberOf(depth)
        if (known == NONE) return NOT
      }
      leaf = !tagIsEmpty
      if (leaf) {
        store<u32>(STACK + 8 * depth, tagName)
        store<u32>(STACK + 8 * depth, tagLength, 4)
        depth++
      } else if (depth == 0) return NOT
      at = text = after
    }
    at = textEnd(at, end, 60)
    if (at <= FOREIGN) return <u8>at
  }
}

const NONE: u32 = 99

/** Which of the names from one to another this is; 0: none. */
function nameOf(text: usize, length: usize, first: u32, last: u32): u32 {
  for (let i = first; i <= last; i++) {
    const name = ELEMENT_NAMES + (i - 1) * <u32>ELEMENT_NAME_SIZE
    if (load<u8>(name) == length && sameBytes(text, name + 1, length)) return i
  }
  return 0
}

/** An element inside a part: which one, 0 for any other, or NONE where it makes the event one to be read. */
function memberOf(depth: usize): u32 {
  if (part == BINARY || (part == SYSTEM && depth != 2)) return NONE
  let known: u32 = 0
  if (part == SYSTEM) {
    known = nameOf(tagName, tagLength, PROVIDER, EXECUTION)
    if (known != 0 && !attributesOf(known)) return NONE
  } else if (part == RENDERING) known = nameOf(tagName, tagLength, RENDERED_PROVIDER, EVENT_NAME)
  else if (part == DEBUG) known = nameOf(tagName, tagLength, COMPONENT, COMPONENT)
  if (known == 0) return 0
  // Of two the last counts.
  if ((seen & (1 << known)) != 0) return NONE
  seen |= 1 << known
  // Of those in the system part it is their attributes that matter.
  return part != SYSTEM || known == EVENT_ID ? known : 0
}

function attributesOf(known: u32): bool {
  for (let i: u32 = 0; i < attributeCount; i++) {
    const entry = ATTRIBUTES + 16 * i
    const from = <usize>load<u32>(entry, 8)
    const to = <usize>load<u32>(entry, 12)
    const name = nameOf(load<u32>(entry), load<u32>(entry, 4), NAME, PROCESSOR)
    if (known == PROVIDER) {
      if (name == NAME) value(PROVIDER, from, to)
      else if (name == GUID) addZone(from, to)
    } else if (known == TIME_CREATED && name == TIME) {
      if (!isTime(from, to)) return false
      seen |= 1 << TIME
    } else if (known == EXECUTION && name == PROCESSOR) seen |= 1 << PROCESSOR
  }
  return true
}

/** The text of an element that has no other in it. */
function value(known: u32, from: usize, to: usize): bool {
  let start = from
  let end = to
  while (start < end && isSpace(load<u8>(start))) start++
  while (end > start && isSpace(load<u8>(end - 1))) end--
  if (known == EVENT_ID) {
    addZone(start, end)
    while (start < end && isDigit(load<u8>(start))) start++
    return start == end
  }
  if (known == FAILURE) return false
  if (known == BINARY) return start < end && load<u8>(start) > 32 && load<u8>(start) != 38
  const naming = namingOf(known)
  store<u32>(naming, start)
  store<u32>(naming, end, 4)
  return true
}

/** In the order in which they count: the component, the provider's name, how it was rendered, the class. */
function namingOf(known: u32): usize {
  return NAMINGS + 8 * (known == COMPONENT ? 0 : known == PROVIDER ? 1 : known == RENDERED_PROVIDER ? 2 : 3)
}

function isSound(): bool {
  if ((seen & (1 << TIME)) == 0 || (seen & ((1 << PROVIDER) | (1 << EVENT_ID))) == 0) return false
  const hasNumber = (seen & (1 << RECORD_ID)) != 0
  const isTraced = (seen & ((1 << PROCESSOR) | (1 << EXTENDED))) != 0
  if (isLog ? !hasNumber && isTraced : hasNumber) return false
  elementKind = 0
  if ((seen & (1 << FAILURE)) != 0) elementKind = UNDECODED
  if ((seen & (1 << BINARY)) != 0) {
    if ((seen & ((1 << DATA) | (1 << USER_DATA))) != 0) return false
    elementKind = UNDECODED
  }
  let naming: usize = NAMINGS
  while (naming < NAMINGS + 24 && load<u32>(naming) == load<u32>(naming, 4)) naming += 8
  return isProvider(load<u32>(naming), load<u32>(naming, 4))
}

function isProvider(from: usize, to: usize): bool {
  addZone(from, to)
  if (from == to) return true
  // What blanks stand for may be something else.
  if (load<u8>(from) <= 32 || load<u8>(to - 1) <= 32 || load<u8>(from) == 38 || load<u8>(to - 1) == 59) return false
  if (isNamed(from, to) == 0) elementKind |= SOFTWARE
  return true
}
