// Names that matter in elements, by their places in src/parsers/scan/element-names.ts.
import {sameBytes} from './markup'
import {ELEMENT_NAMES, ELEMENT_NAME_SIZE} from './memory'

/** Instead of a name: the element has to be read. */
export const NONE: u32 = 99

/** Which of the names from one to another this is; 0: none. */
export function nameOf(text: usize, length: usize, first: u32, last: u32): u32 {
  for (let i = first; i <= last; i++) {
    const name = ELEMENT_NAMES + (i - 1) * <u32>ELEMENT_NAME_SIZE
    if (load<u8>(name) == length && sameBytes(text, name + 1, length)) return i
  }
  return 0
}

/** The same for names in lower case, in whatever case this is written. */
export function foldedNameOf(text: usize, length: usize, first: u32, last: u32): u32 {
  for (let i = first; i <= last; i++) {
    const name = ELEMENT_NAMES + (i - 1) * <u32>ELEMENT_NAME_SIZE
    if (load<u8>(name) != length) continue
    let same: usize = 0
    while (same < length && (load<u8>(text + same) | 32) == load<u8>(name + same, 1)) same++
    if (same == length) return i
  }
  return 0
}
