// One object of JSON: a strict subset of what src/parsers/json reads as a dated record without anything to tell.
import {isDigit} from './clock'
import {behindSpace, FOREIGN, isEscaped, isOdd, numberEnd, setOdd, textEnd, UNFINISHED, wordEnd} from './json-tokens'
import {hiddenIn} from './grouped'
import {BLANK, CLOSE, COLON, COMMA, JSON_NAMES, JSON_NAME_SIZE, OPEN, QUOTE} from './memory'
import {isNamed, TELLING} from './names'
import {SOFTWARE} from './spans'
import {isTrimmedTime, isUnixTime} from './time'
import {addZone, clearZones} from './zones'

/** What the text at a place turns out to be: an object whose end has not come, none, a plain one, one to be read. */
export const INCOMPLETE: u8 = 0
export const NOT: u8 = 1
export const PLAIN: u8 = 2
export const ODD: u8 = 3

const BEGIN: u8 = 123
const END: u8 = 125
const DEEPEST: u32 = 32
/** Behind more blanks than these the parser does not find the name of an object any more. */
const FARTHEST: usize = 64

/** What members are checked for; src/parsers/scan/layouts.ts has the same numbers. */
const TIME: u8 = 1
const PROVIDER: u8 = 2
const ID: u8 = 3
const ZONE: u8 = 4
const TEXT: u8 = 5
const FIELDS: u8 = 6
const VALUES: u8 = 7
const WRAPPER: u8 = 8

let names: u32 = 0
/** Times are counted from 1970. */
let unix: bool = false

/** The object being read: its members by their names (a bit each), and what of them matters. */
let seen: u32 = 0
let hasTime: bool = false
let hasProvider: bool = false
let hasId: bool = false
/** Of the member being read: how deep its value goes, whether an array is deep in it, whether it holds fields. */
let depth: u32 = 0
let deepest: u32 = 0
let hasDeepArray: bool = false
let inFields: bool = false

/** Of a whole one: place behind it, what it counts as, and what is in numbers whose digits are grouped. */
export let jsonEnd: usize = 0
export let jsonKind: u32 = 0
export let jsonHides: u8 = 0

export function jsonLayout(count: u32, isUnix: bool): void {
  names = count
  unix = isUnix
}

/** The parser does not look at what stands between objects. */
export function jsonObject(from: usize, end: usize): u8 {
  let at = from
  while (at < end && load<u8>(at) != BEGIN) at++
  if (at == end) return INCOMPLETE
  seen = depth = jsonKind = 0
  hasTime = hasProvider = hasId = inFields = false
  jsonHides = 0
  setOdd(false)
  clearZones()
  at = members(at, end)
  if (at <= FOREIGN) return <u8>at
  jsonEnd = at
  return !isOdd && hasTime && (hasProvider || hasId) ? PLAIN : ODD
}

function members(from: usize, end: usize): usize {
  if (!goDeeper()) return FOREIGN
  let at = behindSpace(from + 1, end)
  if (at < end && load<u8>(at) == END) return goBack(at)
  while (true) {
    if (at >= end) return UNFINISHED
    if (load<u8>(at) != QUOTE) return FOREIGN
    const key = at + 1
    at = textEnd(key, end)
    if (at <= FOREIGN) return at
    const kind = depth == 1 ? kindOf(key, at) : 0
    const colon = behindSpace(at + 1, end)
    if (colon >= end) return UNFINISHED
    if (load<u8>(colon) != COLON) return FOREIGN
    const value = behindSpace(colon + 1, end)
    if (value - colon > FARTHEST) return FOREIGN
    at = valueEnd(value, end)
    if (at <= FOREIGN) return at
    if (kind != 0 && !isMember(kind, value, at)) setOdd(true)
    if (inFields && depth == 2 && load<u8>(value) == QUOTE) jsonHides |= hiddenIn(value + 1, at - 1)
    at = behindSpace(at, end)
    if (at >= end) return UNFINISHED
    if (load<u8>(at) == END) return goBack(at)
    if (load<u8>(at) != COMMA) return FOREIGN
    at = behindSpace(at + 1, end)
  }
}

function valueEnd(at: usize, end: usize): usize {
  if (at >= end) return UNFINISHED
  const byte = load<u8>(at)
  if (byte == QUOTE) {
    const quote = textEnd(at + 1, end)
    return quote <= FOREIGN ? quote : quote + 1
  }
  if (byte == BEGIN) return members(at, end)
  if (byte == OPEN) return elements(at, end)
  return isDigit(byte) || byte == 45 ? numberEnd(at, end) : wordEnd(at, end)
}

function elements(from: usize, end: usize): usize {
  if (!goDeeper()) return FOREIGN
  if (depth > 2) hasDeepArray = true
  let at = behindSpace(from + 1, end)
  if (at < end && load<u8>(at) == CLOSE) return goBack(at)
  while (true) {
    at = valueEnd(at, end)
    if (at <= FOREIGN) return at
    at = behindSpace(at, end)
    if (at >= end) return UNFINISHED
    if (load<u8>(at) == CLOSE) return goBack(at)
    if (load<u8>(at) != COMMA) return FOREIGN
    at = behindSpace(at + 1, end)
  }
}

function goDeeper(): bool {
  depth++
  if (depth > deepest) deepest = depth
  return depth <= DEEPEST
}

/** Place behind the bracket that closes what was open. */
function goBack(at: usize): usize {
  depth--
  return at + 1
}

/** Prepares for the value of a member of the event itself; 0: its name says nothing. */
function kindOf(from: usize, to: usize): u8 {
  deepest = 0
  hasDeepArray = inFields = false
  for (let i: u32 = 0; i < names; i++) {
    const name = JSON_NAMES + i * <u32>JSON_NAME_SIZE
    const length = <usize>load<u8>(name)
    if (to - from != length) continue
    let same: usize = 0
    while (same < length && (load<u8>(from + same) | 32) == load<u8>(name + same, 2)) same++
    if (same < length) continue
    // Of two the first counts, or the last: that depends on their spelling.
    if ((seen & (1 << i)) != 0) setOdd(true)
    seen |= 1 << i
    const kind = load<u8>(name, 1)
    inFields = kind == FIELDS
    return kind
  }
  return 0
}

/** Whether the value is surely what the member demands. */
function isMember(kind: u8, from: usize, to: usize): bool {
  const first = load<u8>(from)
  const isNested = first == BEGIN || first == OPEN
  if (kind == TEXT) return !isNested
  if (kind == FIELDS) return deepest <= 2
  if (kind == VALUES) return deepest <= 3 && !hasDeepArray
  if (kind == WRAPPER) return first != OPEN
  const isText = first == QUOTE
  const start = isText ? from + 1 : from
  const end = isText ? to - 1 : to
  if (kind == TIME) return isText && isDate(start, end)
  // null
  if (first == 110 || start == end) return true
  addZone(start, end)
  if (kind == ZONE) return isText
  return kind == PROVIDER ? isText && isProvider(start, end) : isId(start, end)
}

function isDate(from: usize, to: usize): bool {
  const isFirst = !hasTime
  hasTime = true
  return isFirst && (unix ? isUnixTime(from, to) : isTrimmedTime(from, to))
}

function isProvider(from: usize, to: usize): bool {
  if (hasProvider || isEscaped || load<u8>(from) <= BLANK || load<u8>(to - 1) <= BLANK) return false
  hasProvider = true
  const named = isNamed(from, to)
  if (named == 0) jsonKind = SOFTWARE
  return named != TELLING
}

/** Longer ones are read as hexadecimal. */
function isId(from: usize, to: usize): bool {
  hasId = true
  let at = from
  while (at < to && isDigit(load<u8>(at))) at++
  return at == to && to - from <= 10
}
