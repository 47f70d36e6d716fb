import type {Rsn} from './frames.js'
import {hexText, littleEndian} from './octets.js'

/** The four bytes from `at` on as they are spelt. */
const bigEndian = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0

/** Suites of 00-0F-AC by their type, others as the 32-bit number that the bytes spell. */
function suiteAt(body: Uint8Array, at: number): number {
  const value = bigEndian(body, at)
  return value >>> 8 === 0x000fac ? value & 0xff : value
}

/**
 * Content of element 48. The element may end after any of its parts (group cipher, pairwise ciphers, AKMs,
 * capabilities, PMKIDs); undefined where it ends inside one.
 */
export function parseRsn(body: Uint8Array): Rsn | undefined {
  if (body.length < 2) return undefined
  let at = 2
  const more = () => at < body.length
  const fits = (bytes: number) => at + bytes <= body.length

  /** A count of two bytes, then that many members of `size` bytes; undefined where they do not fit. */
  function list<T>(size: number, member: (at: number) => T): T[] | undefined {
    if (!more()) return []
    if (!fits(2)) return undefined
    const count = littleEndian(body, at, 2)
    if (!fits(2 + count * size)) return undefined
    const members = Array.from({length: count}, (_, index) => member(at + 2 + index * size))
    at += 2 + count * size
    return members
  }

  let group: number | null = null
  if (more()) {
    if (!fits(4)) return undefined
    group = suiteAt(body, at)
    at += 4
  }
  const pairwise = list(4, offset => suiteAt(body, offset))
  const akms = pairwise && list(4, offset => suiteAt(body, offset))
  if (!pairwise || !akms) return undefined
  let capabilities: number | null = null
  if (more()) {
    if (!fits(2)) return undefined
    capabilities = littleEndian(body, at, 2)
    at += 2
  }
  const pmkids = list(16, offset => hexText(body, offset, offset + 16))
  return pmkids && {group, pairwise, akms, capabilities, pmkids}
}
