// Digits, and times of day.
import {COLON} from './memory'

/** The last HH:mm:ss that was found sound. */
let clock: u64 = 0

@inline
export function isDigit(byte: u8): bool {
  return <u8>(byte - 48) < 10
}

export function isHex(byte: u8): bool {
  return isDigit(byte) || <u8>((byte | 32) - 97) < 6
}

@inline
export function digits(bytes: v128): v128 {
  return i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(48)), i8x16.splat(10))
}

/** HH:mm:ss */
export function isClock(at: usize): bool {
  const text = load<u64>(at)
  if (text == clock) return true
  for (let i: usize = 0; i < 8; i++) {
    const byte = load<u8>(at + i)
    if (i == 2 || i == 5 ? byte != COLON : !isDigit(byte)) return false
  }
  const hours = (load<u8>(at) - 48) * 10 + load<u8>(at, 1) - 48
  if (hours > 23 || load<u8>(at, 3) > 53 || load<u8>(at, 6) > 53) return false
  clock = text
  return true
}
