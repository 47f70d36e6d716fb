// Numbers whose digits are in groups: 4,294,967,295.
import {isDigit} from './clock'
import {confirm, fingerprint} from './literals'
import {BLANK, COMMA, DIGITS} from './memory'
import {HIT, WEAK} from './spans'

const MOST_DIGITS: usize = 40

/** What is found in the digits at the beginning of a text of JSON once no commas are between them. */
export function hiddenIn(from: usize, to: usize): u8 {
  let at = behindBlanks(from, to)
  let end = DIGITS
  if (at < to && load<u8>(at) == 45) {
    store<u8>(end++, 45)
    at++
  }
  let isGrouped = false
  for (; at < to; at++) {
    const byte = load<u8>(at)
    if (byte == COMMA) isGrouped = true
    else if (!isDigit(byte)) break
    else if (end - DIGITS > MOST_DIGITS) return HIT
    else store<u8>(end++, byte)
  }
  if (!isGrouped) return 0
  let found: u8 = 0
  for (let place = DIGITS; place < end; place += 16) {
    let marks: u32 = i8x16.bitmask(i8x16.ne(fingerprint(place), i8x16.splat(0)))
    while (marks != 0) {
      found |= confirm(place + ctz(marks), DIGITS, end)
      marks &= marks - 1
    }
  }
  return found & ~WEAK
}

/** Behind those that readers cut off: also escaped line ends and tabs. */
function behindBlanks(from: usize, to: usize): usize {
  let at = from
  while (at < to) {
    const byte = load<u8>(at)
    if (byte == BLANK) at++
    else if (byte == 92 && load<u8>(at, 1) >= 110) at += 2
    else break
  }
  return at
}
