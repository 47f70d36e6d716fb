import type {Mac} from '../../events/units.js'
import {parseMac} from '../../wdi/octets.js'

/** Addresses that no other thing looks like, wherever they stand; not the beginning of a longer run of bytes. */
const unmistakable =
  /(?<![0-9a-z])(?<!(?<![0-9a-z])[0-9a-f]{2}[:-])(?:[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![:.-]?[0-9a-z])/gi

/** The addresses in a text that need no label to be told from numbers, in order, at most `limit`. */
export function findAddresses(text: string, limit: number): Mac[] {
  const found: Mac[] = []
  for (const match of text.matchAll(unmistakable)) {
    if (found.length >= limit) break
    found.push(parseMac(match[0]) as Mac)
  }
  return found
}
