// What may stand in an object that PowerShell serialised: a strict subset of what src/parsers/clixml reads as a dated
// record without anything to tell.
import {isDigit, isHex} from './clock'
import {foldedNameOf, nameOf, NONE} from './element-names'
import {attributeCount, isSpace, tagIsEmpty, tagLength, tagName} from './markup'
import {ATTRIBUTES, BLANK, COLON} from './memory'
import {clearNamings, isProvider, isSoftware, naming, setNaming, trimEnd, trimStart} from './namings'
import {SOFTWARE} from './spans'
import {isTime} from './time'
import {addZone} from './zones'

/** Names that matter, by their place in src/parsers/scan/element-names.ts: the parts of an object, what is in them. */
const PROPERTIES: u32 = 1
const MEMBERS: u32 = 2
const TYPES: u32 = 3
const TEXT: u32 = 5
const OBJECT: u32 = 6
const TYPE: u32 = 7
const BYTES: u32 = 8
/** Elements that are values, from the first to the last. */
const DATE: u32 = 9
const NIL: u32 = 19
/** Properties that tell what the record is, in any case. */
const TIME_CREATED: u32 = 20
const TIME_GENERATED: u32 = 21
const INSTANCE: u32 = 24
const PROVIDER: u32 = 25
const SOURCE: u32 = 26
/** One that no record has. */
const DATA: u32 = 28

const UNDERSCORE: u8 = 95
const GREATER: u8 = 62
/** The hex digits of escapes that hide no literal: those of \r and \n, and of a tab. */
const RETURN: u32 = 0x64303030
const NEWLINE: u32 = 0x61303030
const TAB: u32 = 0x39303030

/** The object being read: the part, and what it has so far. */
let part: u32 = 0
let seen: u32 = 0
let isDated: bool = false
let hasId: bool = false

/** What a whole one counts as. */
export let objectKind: u32 = 0

export function beginObject(): void {
  part = seen = 0
  isDated = hasId = false
  clearNamings()
}

/** A start tag: which property, 0 for any other, or NONE. */
export function objectTag(depth: usize): u32 {
  if (depth == 0) return nameOf(tagName, tagLength, OBJECT, OBJECT) != 0 ? 0 : NONE
  if (depth == 1) {
    part = nameOf(tagName, tagLength, PROPERTIES, TEXT)
    return part != 0 ? 0 : NONE
  }
  // Anything in the others may be a list, of which the objects are read one by one.
  if (part > MEMBERS) return part == TYPES && depth == 2 && nameOf(tagName, tagLength, TYPE, TYPE) != 0 ? 0 : NONE
  if (depth == 2) return property()
  return nameOf(tagName, tagLength, BYTES, BYTES) != 0 ? NONE : 0
}

function property(): u32 {
  let known: u32 = 0
  for (let i: u32 = 0; i < attributeCount; i++) {
    const entry = ATTRIBUTES + 16 * i
    if (load<u32>(entry, 4) != 1 || load<u8>(load<u32>(entry)) != 78) continue
    const from = <usize>load<u32>(entry, 8)
    known = foldedNameOf(from, <usize>load<u32>(entry, 12) - from, TIME_CREATED, DATA)
  }
  // Bytes become hex digits.
  if (nameOf(tagName, tagLength, BYTES, BYTES) != 0) return known == DATA ? 0 : NONE
  if (known == 0 || known == DATA) return 0
  // Of two the first counts.
  if ((seen & (1 << known)) != 0 || nameOf(tagName, tagLength, DATE, NIL) == 0) return NONE
  seen |= 1 << known
  return tagIsEmpty && known <= TIME_GENERATED ? NONE : known
}

/** The text of an element that has no other in it. */
export function objectValue(known: u32, from: usize, to: usize): bool {
  if (known <= TIME_GENERATED) {
    if (isDated) return false
    isDated = true
    return isTime(from, to)
  }
  let start = trimStart(from, to)
  const end = trimEnd(start, to)
  if (start == end) return true
  addZone(start, end)
  if (known <= INSTANCE) {
    hasId = true
    // A longer number is read as a hexadecimal one.
    if (end - start > 10) return false
    while (start < end && isDigit(load<u8>(start))) start++
    return start == end
  }
  if (known <= SOURCE) setNaming(known - PROVIDER, start, end)
  return true
}

export function isSoundObject(from: usize, to: usize): bool {
  if (!isDated || !hasId) return false
  const entry = naming()
  const start = <usize>load<u32>(entry)
  const end = <usize>load<u32>(entry, 4)
  if (start < end && (load<u8>(start) == UNDERSCORE || load<u8>(end - 1) == UNDERSCORE)) return false
  if (!isProvider(start, end)) return false
  objectKind = isSoftware ? SOFTWARE : 0
  return isPlain(from, to)
}

/**
 * Nothing is written with an escape, `_x0041_`, but ends of lines, and tabs that are no blank of a literal; and nothing
 * is there that no XML may hold: controls, in UTF-8 what is beyond U+FFFD.
 */
function isPlain(from: usize, to: usize): bool {
  let escapeEnd: usize = 0
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    let odd: u32 = i8x16.bitmask(v128.or(i8x16.lt_u(bytes, i8x16.splat(BLANK)), i8x16.eq(bytes, i8x16.splat(<u8>0xef))))
    if (to - at < 16) odd &= (1 << <u32>(to - at)) - 1
    for (; odd != 0; odd &= odd - 1) if (!isSpace(load<u8>(at + ctz(odd)))) return false
    const first = i8x16.eq(bytes, i8x16.splat(UNDERSCORE))
    const second = i8x16.eq(v128.load(at, 1), i8x16.splat(120))
    let marks: u32 = i8x16.bitmask(v128.and(first, second))
    while (marks != 0) {
      const place = at + ctz(marks)
      marks &= marks - 1
      if (!isEscape(place)) continue
      const digits = load<u32>(place, 2) | 0x20202020
      if (place < escapeEnd || (digits != RETURN && digits != NEWLINE && digits != TAB)) return false
      // Literals hold no colon and do not begin with a blank.
      const before = load<u8>(place - 1)
      if (digits == TAB && place != escapeEnd && before != COLON && before != GREATER) return false
      escapeEnd = place + 7
    }
  }
  return true
}

function isEscape(at: usize): bool {
  for (let i: usize = 2; i < 6; i++) if (!isHex(load<u8>(at + i))) return false
  return load<u8>(at, 6) == UNDERSCORE
}
