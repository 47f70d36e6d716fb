// Texts that may name the provider of an element, in the order in which they count.
import {isSpace} from './markup'
import {NAMINGS} from './memory'
import {isNamed} from './names'
import {addZone} from './zones'

const MOST: usize = 4

/** The provider is that of software tracing. */
export let isSoftware: bool = false

export function clearNamings(): void {
  v128.store(NAMINGS, i64x2.splat(0))
  v128.store(NAMINGS, i64x2.splat(0), 16)
}

export function setNaming(place: usize, from: usize, to: usize): void {
  store<u32>(NAMINGS + 8 * place, from)
  store<u32>(NAMINGS + 8 * place, to, 4)
}

/** Place of the first one that is not empty, or else the last. */
export function naming(): usize {
  let place: usize = 0
  while (place < MOST - 1 && load<u32>(NAMINGS + 8 * place) == load<u32>(NAMINGS + 8 * place, 4)) place++
  return NAMINGS + 8 * place
}

/** Takes the provider's name, without blanks around it; false: it is not plain. */
export function isProvider(from: usize, to: usize): bool {
  addZone(from, to)
  isSoftware = false
  if (from == to) return true
  // What blanks stand for may be something else.
  if (load<u8>(from) <= 32 || load<u8>(to - 1) <= 32 || load<u8>(from) == 38 || load<u8>(to - 1) == 59) return false
  isSoftware = isNamed(from, to) == 0
  return true
}

export function trimStart(from: usize, to: usize): usize {
  let start = from
  while (start < to && isSpace(load<u8>(start))) start++
  return start
}

export function trimEnd(from: usize, to: usize): usize {
  let end = to
  while (end > from && isSpace(load<u8>(end - 1))) end--
  return end
}
