// Names of classes of events whose rows are plain.
import {sameBytes} from './markup'
import {CLASSES, CLASS_SLOTS, NAME_TEXT} from './memory'

/** What rows of a class count as (SOFTWARE, UNDECODED) where there is no such class. */
export const NO_CLASS: u32 = 0x80

const SLOTS: u32 = 4096
const SLOTS_SIZE: usize = 4 * 4096
/** So that one in two slots is free. */
const MOST: u32 = 2048

let count: u32 = 0
/** Behind the last class: length of its name, kind, name. */
let free: usize = CLASSES

export function clearClasses(): void {
  memory.fill(CLASS_SLOTS, 0, SLOTS_SIZE)
  count = 0
  free = CLASSES
}

/** Of the class of which the name was written. Those for which there is no room are as if they were not there. */
export function addClass(length: u32, kind: u32): void {
  const size = (8 + length + 3) & ~3
  if (count == MOST || free + size > NAME_TEXT) return
  store<u32>(free, length)
  store<u32>(free, kind, 4)
  memory.copy(free + 8, NAME_TEXT, length)
  store<u32>(slotOf(NAME_TEXT, length), free)
  free += size
  count++
}

export function classKind(name: usize, length: usize): u32 {
  const known = <usize>load<u32>(slotOf(name, length))
  return known == 0 ? NO_CLASS : load<u32>(known, 4)
}

/** Where a name stands, or would. */
function slotOf(name: usize, length: usize): usize {
  let slot = hashOf(name, length)
  while (true) {
    const place = CLASS_SLOTS + 4 * <usize>(slot & (SLOTS - 1))
    const known = <usize>load<u32>(place)
    if (known == 0 || (<usize>load<u32>(known) == length && sameBytes(known + 8, name, length))) return place
    slot++
  }
}

function hashOf(name: usize, length: usize): u32 {
  let hash = <u32>length
  let at: usize = 0
  for (; at + 4 <= length; at += 4) hash = mixed(hash, load<u32>(name + at))
  const rest = 8 * <u32>(length - at)
  if (rest > 0) hash = mixed(hash, load<u32>(name + at) << (32 - rest))
  return hash >>> 16
}

@inline
function mixed(hash: u32, bytes: u32): u32 {
  return rotl<u32>((hash ^ bytes) * 0x9e3779b1, 15)
}
