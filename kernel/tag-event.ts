// An empty element whose attributes are the event: a strict subset of what src/parsers/perfview/event-attributes.ts reads
// as a dated record without anything to tell.
import {isDigit} from './clock'
import {INCOMPLETE, NOT, WHOLE} from './element'
import {foldedNameOf, nameOf} from './element-names'
import {confirm} from './literals'
import {FOREIGN, isSpace, SLASH, UNFINISHED} from './markup'
import {APOSTROPHE, COMMA, DIGITS, DOT, QUOTE} from './memory'
import {clearNamings, isProvider, isSoftware, setNaming, naming, trimEnd, trimStart} from './namings'
import {SOFTWARE} from './spans'
import {fractionDigits} from './time'
import {addZone, clearZones} from './zones'

/** Attributes that matter, by their place in src/parsers/scan/element-names.ts; the last two in any case. */
const EVENT_NAME: u32 = 1
const TIME_OF_VIEW: u32 = 2
const TIME: u32 = 3
const PROVIDER: u32 = 4
const GUID: u32 = 5

const LONGEST_NAME: usize = 64
const LONGEST_NUMBER: usize = 64

/** The event being read: what it has so far, a bit each, and its name. */
let seen: u32 = 0
let nameFrom: usize = 0
let nameTo: usize = 0

/** Of a whole one: place behind it, what it counts as, and the literals in its numbers. */
export let tagEnd: usize = 0
export let tagKind: u32 = 0
export let inNumbers: u8 = 0

export function tagEvent(from: usize, end: usize): u8 {
  let at = trimStart(from, end)
  if (end - at < 16) return INCOMPLETE
  // <Event
  if ((load<u64>(at) & 0xffffffffffff) != 0x746e6576453c || !isSpace(load<u8>(at, 6))) return NOT
  at += 6
  seen = 0
  inNumbers = 0
  clearZones()
  clearNamings()
  while (true) {
    at = trimStart(at, end)
    if (at + 2 >= end) return INCOMPLETE
    if (load<u8>(at) == SLASH) break
    const name = at
    at = nameEnd(name)
    const length = at - name
    if (length == 0) return NOT
    at = trimStart(at, end)
    if (at + 2 >= end) return INCOMPLETE
    if (load<u8>(at) != 61) return NOT
    at = trimStart(at + 1, end)
    if (at + 1 >= end) return INCOMPLETE
    const quote = load<u8>(at)
    if (quote != QUOTE && quote != APOSTROPHE) return NOT
    const value = at + 1
    at = valueEnd(value, end, quote)
    if (at <= FOREIGN) return <u8>at
    if (!isPlain(name, length, value, at)) return NOT
    at++
  }
  if (load<u8>(at, 1) != 62) return NOT
  tagEnd = at + 2
  return isSound() ? WHOLE : NOT
}

/** Place behind a name; the same one: there is none. */
function nameEnd(from: usize): usize {
  const first = load<u8>(from)
  if (<u8>((first | 32) - 97) >= 26 && first != 95) return from
  let end = from
  while (end - from < LONGEST_NAME) {
    const bytes = v128.load(end)
    const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26))
    // Digits and the colon; dash and dot; the underscore.
    const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(11))
    const marks = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(45)), i8x16.splat(2))
    const named = v128.or(v128.or(letters, digits), v128.or(marks, i8x16.eq(bytes, i8x16.splat(95))))
    const mask: u32 = i8x16.bitmask(named) ^ 0xffff
    if (mask != 0) return end + ctz(mask)
    end += 16
  }
  return from
}

/** Place of the quote that ends a value. */
function valueEnd(from: usize, end: usize, quote: u8): usize {
  let at = from
  while (at < end) {
    const bytes = v128.load(at)
    const stops = v128.or(i8x16.eq(bytes, i8x16.splat(quote)), i8x16.eq(bytes, i8x16.splat(60)))
    const mask = i8x16.bitmask(v128.or(stops, i8x16.eq(bytes, i8x16.splat(38))))
    if (mask == 0) {
      at += 16
      continue
    }
    at += ctz(mask)
    if (at >= end) return UNFINISHED
    const byte = load<u8>(at)
    if (byte == quote) return at
    if (byte == 60) return FOREIGN
    if (end - at < 6) return UNFINISHED
    // &# and &nbsp; may hide a literal; the others stand for what none has.
    if (load<u8>(at, 1) == 35 || (load<u64>(at) & 0xffffffffffff) == 0x3b7073626e26) return FOREIGN
    at++
  }
  return UNFINISHED
}

function isPlain(name: usize, length: usize, from: usize, to: usize): bool {
  const start = trimStart(from, to)
  const end = trimEnd(start, to)
  if (start < end && load<u8>(end - 1) <= 57 && !hasNumber(start, end)) return false
  let known = nameOf(name, length, EVENT_NAME, TIME)
  if (known == 0) known = foldedNameOf(name, length, PROVIDER, GUID)
  if (known == 0) return true
  // Of two the first or the last counts; with a GUID there is an id, too.
  if ((seen & (1 << known)) != 0 || known == GUID) return false
  seen |= 1 << known
  if (known == PROVIDER) {
    setNaming(0, start, end)
    return true
  }
  if (known != EVENT_NAME) return isMilliseconds(start, end)
  nameFrom = from
  nameTo = to
  addZone(from, to)
  for (let at = from; at < to; at++) if (load<u8>(at) == 38) return false
  return true
}

/** Thousands are apart by commas, but not in the record: literals are looked for in such a number as it stands there. */
function hasNumber(from: usize, to: usize): bool {
  let length: usize = 0
  let isGrouped = false
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at)
    if (byte == COMMA) {
      isGrouped = true
      continue
    }
    if (!isDigit(byte) && byte != 45) return true
    if (length == LONGEST_NUMBER) return false
    store<u8>(DIGITS + length, byte)
    length++
  }
  if (isGrouped) for (let at: usize = 0; at < length; at++) inNumbers |= confirm(DIGITS + at, DIGITS, DIGITS + length)
  return true
}

/** 8,184.674 */
function isMilliseconds(from: usize, to: usize): bool {
  let at = from
  let run: usize = 0
  let groups: u32 = 0
  while (at < to) {
    const byte = load<u8>(at)
    if (isDigit(byte)) run++
    else if (byte == COMMA && (groups == 0 ? run > 0 && run < 4 : run == 3)) {
      groups++
      run = 0
    } else break
    at++
  }
  if (groups == 0 ? run == 0 || run > 12 : run != 3 || groups > 3) return false
  if (at == to || load<u8>(at) != DOT || to - at != fractionDigits + 1) return false
  for (at++; at < to; at++) if (!isDigit(load<u8>(at))) return false
  return true
}

function isSound(): bool {
  if ((seen & (1 << EVENT_NAME)) == 0) return false
  const ofView = (seen & (1 << TIME_OF_VIEW)) != 0
  if (ofView == ((seen & (1 << TIME)) != 0)) return false
  if (ofView) {
    let slash = nameFrom
    while (slash < nameTo && load<u8>(slash) != SLASH) slash++
    if (slash < nameTo) setNaming(1, nameFrom, slash)
  }
  const name = naming()
  const from = <usize>load<u32>(name)
  const to = <usize>load<u32>(name, 4)
  if (!isProvider(from, to)) return false
  tagKind = isSoftware ? SOFTWARE : 0
  return true
}
