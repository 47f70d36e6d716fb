import type {Mac} from '../../events/units.js'

const separated = /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}$/i
const dotted = /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i
const solid = /^(?:0x)?[0-9a-f]{12}$/i

/** Addresses that no other thing looks like, wherever they stand; not the beginning of a longer run of bytes. */
const unmistakable =
  /(?<![0-9a-z])(?<!(?<![0-9a-z])[0-9a-f]{2}[:-])(?:[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![:.-]?[0-9a-z])/gi

function colons(text: string): Mac {
  const digits = text.replace(/^0x/i, '').replace(/[:.-]/g, '').toLowerCase()
  return digits.replace(/(..)(?=.)/g, '$1:')
}

/** 02:00:00:00:0a:01, 02-00-…, 0200.0000.0a01, 0x020000000A01 or 020000000a01; null: anything else. */
export function parseAddress(text: string): Mac | null {
  return separated.test(text) || dotted.test(text) || solid.test(text) ? colons(text) : null
}

/** The addresses in a text that need no label to be told from numbers, in order, at most `limit`. */
export function findAddresses(text: string, limit: number): Mac[] {
  const found: Mac[] = []
  for (const match of text.matchAll(unmistakable)) {
    if (found.length >= limit) break
    found.push(colons(match[0]))
  }
  return found
}
