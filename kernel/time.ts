// Dates and times that are written as the parser last read one: only the time of day differs.
import {digits, isClock} from './clock'
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
  const rest = beforeLength + 8 + (fractionDigits > 0 ? fractionDigits + 1 : 0) + afterLength
  const short = shortHours && length + 1 == rest
  if (length != rest && !short) return false
  if (!isSame(from, BEFORE, beforeLength)) return false
  let at = from + beforeLength
  // One digit becomes two.
  store<u8>(CLOCK, 48)
  store<u64>(short ? CLOCK + 1 : CLOCK, load<u64>(at))
  if (!isClock(CLOCK)) return false
  const hour: u32 = (load<u8>(CLOCK) - 48) * 10 + load<u8>(CLOCK, 1) - 48
  at += short ? 7 : 8
  if (hour < firstHour || hour > lastHour) return false
  if (fractionDigits > 0) {
    const all: u32 = ((1 << <u32>fractionDigits) - 1) << 1
    if (load<u8>(at) != DOT || (<u32>i8x16.bitmask(digits(v128.load(at))) & all) != all) return false
    at += fractionDigits + 1
  }
  return isSame(at, AFTER, afterLength)
}
