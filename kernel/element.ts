// One element with others in it, tag by tag; event.ts and object.ts know what may stand in it.
import {beginEvent, eventTag, eventValue, isSoundEvent} from './event'
import {FOREIGN, isSpace, nextTag, sameBytes, SLASH, startTag, tagIsEmpty, tagLength, tagName, textEnd} from './markup'
import {STACK} from './memory'
import {beginObject, isSoundObject, objectTag, objectValue} from './object'
import {NONE} from './element-names'
import {clearZones} from './zones'

/** What the text at a place turns out to be: an element whose end has not come, none that is plain, a whole one. */
export const INCOMPLETE: u8 = 0
export const NOT: u8 = 1
export const WHOLE: u8 = 2

const DEEPEST: usize = 32

/** Place behind a whole one. */
export let elementEnd: usize = 0

export function element(from: usize, end: usize, isObject: bool): u8 {
  let at = from
  while (at < end && isSpace(load<u8>(at))) at++
  if (end - at < 8) return INCOMPLETE
  if (load<u8>(at) != 60) return NOT
  clearZones()
  if (isObject) beginObject()
  else beginEvent()
  let depth: usize = 0
  /** The element opened last has no other in it so far: which one, and where its text begins. */
  let leaf: bool = false
  let known: u32 = 0
  let text: usize = at
  while (true) {
    if (at + 2 >= end) return INCOMPLETE
    if (load<u8>(at, 1) == SLASH) {
      if (depth == 0) return NOT
      depth--
      const name = <usize>load<u32>(STACK + 8 * depth)
      const length = <usize>load<u32>(STACK + 8 * depth, 4)
      const after = at + 2 + length
      if (after >= end) return INCOMPLETE
      if (load<u8>(after) != 62 || !sameBytes(at + 2, name, length)) return NOT
      if (leaf && known != 0 && !(isObject ? objectValue(known, text, at) : eventValue(known, text, at))) return NOT
      leaf = false
      at = after + 1
      if (depth == 0) {
        elementEnd = at
        return (isObject ? isSoundObject(from, at) : isSoundEvent()) ? WHOLE : NOT
      }
    } else {
      const after = startTag(at, end)
      if (after <= FOREIGN) return <u8>after
      if (depth == DEEPEST || (isObject && leaf && known != 0)) return NOT
      known = isObject ? objectTag(depth) : eventTag(depth)
      if (known == NONE) return NOT
      leaf = !tagIsEmpty
      if (leaf) {
        store<u32>(STACK + 8 * depth, tagName)
        store<u32>(STACK + 8 * depth, tagLength, 4)
        depth++
      } else if (depth == 0) return NOT
      at = text = after
    }
    // Pieces of text between which elements stand would become one.
    at = leaf ? textEnd(at, end, 60) : nextTag(at, end)
    if (at <= FOREIGN) return <u8>at
  }
}
