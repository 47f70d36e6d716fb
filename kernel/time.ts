// Dates and times that are written as the parser last read one: only the time of day differs.
import {digits, isClock, isDigit} from './clock'
import {AFTER, BEFORE, CLOCK, DOT} from './memory'

let beforeLength: usize = 0
let afterLength: usize = 0
export let fractionDigits: usize = 0
let firstHour: u32 = 0
let lastHour: u32 = 0
/** An hour may have a single digit. */
let shortHours: bool = false

export function setTime(before: usize, after: usize, fraction: usize, first: u32, last: u32, short: bool): void {
  beforeLength = before
  afterLength = after
  fractionDigits = fraction
  firstHour = first
  lastHour = last
  shortHours = short
}

function isSame(at: usize, text: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(at + i) != load<u8>(text + i)) return false
  return true
}

/** True for a time that the parser surely reads, with nothing new in it to tell. */
export function isTime(from: usize, to: usize): bool {
  const length = to - from
  const rest = beforeLength + 8 + pointed(fractionDigits) + afterLength
  const short = shortHours && length + 1 == rest
  return (length == rest || short) && isSound(from, fractionDigits, short)
}

/** The same for times of which the zeros at the end of the fraction are left out. */
export function isTrimmedTime(from: usize, to: usize): bool {
  const rest = beforeLength + 8 + afterLength
  if (to - from < rest) return isTime(from, to)
  const length = to - from - rest
  if (length == 1 || length > pointed(fractionDigits)) return false
  return isSound(from, length == 0 ? 0 : length - 1, false)
}

/** Length of so many digits with the point before them. */
function pointed(digits: usize): usize {
  return digits > 0 ? digits + 1 : 0
}

function isSound(from: usize, places: usize, short: bool): bool {
  if (!isSame(from, BEFORE, beforeLength)) return false
  let at = from + beforeLength
  // One digit becomes two.
  store<u8>(CLOCK, 48)
  store<u64>(short ? CLOCK + 1 : CLOCK, load<u64>(at))
  if (!isClock(CLOCK)) return false
  const hour: u32 = (load<u8>(CLOCK) - 48) * 10 + load<u8>(CLOCK, 1) - 48
  at += short ? 7 : 8
  if (hour < firstHour || hour > lastHour) return false
  if (places > 0) {
    const all: u32 = ((1 << <u32>places) - 1) << 1
    if (load<u8>(at) != DOT || (<u32>i8x16.bitmask(digits(v128.load(at))) & all) != all) return false
    at += places + 1
  }
  return isSame(at, AFTER, afterLength)
}

/** Milliseconds since 1970 as PowerShell writes them in JSON: `\/Date(1695000000000)\/`. */
export function isUnixTime(from: usize, to: usize): bool {
  let at = load<u8>(from) == 92 ? from + 1 : from
  // /Date(
  if (to - at < 9 || (load<u64>(at) & 0xffffffffffff) != 0x28657461442f) return false
  at += 6
  const first = at
  while (isDigit(load<u8>(at))) at++
  if (at == first || at - first > 14 || load<u8>(at) != 41) return false
  at += load<u8>(at, 1) == 92 ? 2 : 1
  return at + 1 == to && load<u8>(at) == 47
}
