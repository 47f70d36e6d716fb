/**
 * How far bytes are valid UTF-8. `end` is the length of the longest valid run from the start; `cut`: only the
 * last character is not whole, and what is there of it is valid.
 */
export function validUtf8Length(bytes: Uint8Array): {readonly end: number; readonly cut: boolean} {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] as number
    if (lead < 0x80) {
      at++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    if (length === 0) return {end: at, cut: false}
    for (let i = 1; i < length; i++) {
      if (at + i >= bytes.length) return {end: at, cut: true}
      const next = bytes[at + i] as number
      if (next < lowest(lead, i) || next > highest(lead, i)) return {end: at, cut: false}
    }
    at += length
  }
  return {end: at, cut: false}
}

/** The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF. */
function lowest(lead: number, index: number): number {
  if (index !== 1) return 0x80
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
}

function highest(lead: number, index: number): number {
  if (index !== 1) return 0xbf
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
}

/** Bytes at the end that begin a character whose rest has not come; 0 to 3. */
export function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return validUtf8Length(bytes.subarray(bytes.length - back)).cut ? back : 0
  }
  return 0
}
