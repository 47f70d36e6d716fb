// Names of providers and components that are not software tracing.
import {NAMES, NAME_SIZE} from './memory'

/** A name that tells what a record is: it has to be read. */
export const TELLING: u8 = 2

let names: u32 = 0

export function setNames(count: u32): void {
  names = count
}

/** 0: none of them; else 1, or TELLING. */
export function isNamed(from: usize, to: usize): u8 {
  for (let i: u32 = 0; i < names; i++) {
    const name = NAMES + i * <u32>NAME_SIZE
    const length = <usize>load<u8>(name)
    const flags = load<u8>(name, 1)
    if ((flags & 1) != 0 ? to - from != length : to - from < length) continue
    let same: usize = 0
    while (same < length && load<u8>(from + same) == load<u8>(name + same, 2)) same++
    if (same == length) return (flags & 2) != 0 ? TELLING : 1
  }
  return 0
}
