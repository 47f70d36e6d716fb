// What may stand in an element called Event: a strict subset of what src/parsers/xml reads as a dated record without
// anything to tell.
import {isDigit} from './clock'
import {nameOf, NONE} from './element-names'
import {attributeCount, tagIsEmpty, tagLength, tagName} from './markup'
import {ATTRIBUTES} from './memory'
import {clearNamings, isProvider, isSoftware, naming, setNaming, trimEnd, trimStart} from './namings'
import {SOFTWARE, UNDECODED} from './spans'
import {isTime} from './time'
import {addZone} from './zones'

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

/** What a whole one counts as. */
export let eventKind: u32 = 0

export function eventLayout(logged: bool): void {
  isLog = logged
}

export function beginEvent(): void {
  part = seen = 0
  clearNamings()
}

/** A start tag: which one, 0 for any other, or NONE. */
export function eventTag(depth: usize): u32 {
  if ((nameOf(tagName, tagLength, EVENT, EVENT) == 0) == (depth == 0)) return NONE
  if (depth == 0) return 0
  if (depth > 1) return part == DATA || part == USER_DATA ? 0 : memberOf(depth)
  part = nameOf(tagName, tagLength, SYSTEM, BINARY)
  if (part == 0) return NONE
  seen |= 1 << part
  if (part != BINARY && part != FAILURE) return 0
  return tagIsEmpty ? NONE : part
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
      if (name == NAME) eventValue(PROVIDER, from, to)
      else if (name == GUID) addZone(from, to)
    } else if (known == TIME_CREATED && name == TIME) {
      if (!isTime(from, to)) return false
      seen |= 1 << TIME
    } else if (known == EXECUTION && name == PROCESSOR) seen |= 1 << PROCESSOR
  }
  return true
}

/** The text of an element that has no other in it. */
export function eventValue(known: u32, from: usize, to: usize): bool {
  let start = trimStart(from, to)
  const end = trimEnd(start, to)
  if (known == EVENT_ID) {
    // A longer number is read as a hexadecimal one.
    if (end - start > 10) return false
    addZone(start, end)
    while (start < end && isDigit(load<u8>(start))) start++
    return start == end
  }
  if (known == FAILURE) return false
  if (known == BINARY) return start < end && load<u8>(start) > 32 && load<u8>(start) != 38
  // The component, the provider's name, how it was rendered, the class.
  setNaming(known == COMPONENT ? 0 : known == PROVIDER ? 1 : known == RENDERED_PROVIDER ? 2 : 3, start, end)
  return true
}

export function isSoundEvent(): bool {
  if ((seen & (1 << TIME)) == 0 || (seen & ((1 << PROVIDER) | (1 << EVENT_ID))) == 0) return false
  const hasNumber = (seen & (1 << RECORD_ID)) != 0
  const isTraced = (seen & ((1 << PROCESSOR) | (1 << EXTENDED))) != 0
  if (isLog ? !hasNumber && isTraced : hasNumber) return false
  eventKind = 0
  if ((seen & (1 << FAILURE)) != 0) eventKind = UNDECODED
  if ((seen & (1 << BINARY)) != 0) {
    if ((seen & ((1 << DATA) | (1 << USER_DATA))) != 0) return false
    eventKind = UNDECODED
  }
  const name = naming()
  if (!isProvider(load<u32>(name), load<u32>(name, 4))) return false
  if (isSoftware) eventKind |= SOFTWARE
  return true
}
