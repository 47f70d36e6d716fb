import type {Parser} from '../parser.js'
import type {WppFormat} from './classify.js'
import {startListing} from './listing.js'
import {sniffListing} from './sniff.js'

function listing(id: WppFormat, title: string): Parser {
  return {id, title, sniff: head => sniffListing(id, head), start: startListing}
}

/** A listing with a prefix of the user's own, which only tracefmt and the debugger can print. */
export const prefixedListing: Parser = listing('tracefmt', 'tracefmt listing')

/** One grammar, four producers: the id names the one that most lines of the head come from. */
export const wppParsers: readonly Parser[] = [
  prefixedListing,
  listing('netsh', 'netsh trace text'),
  listing('pktmon', 'pktmon text'),
  listing('wmitrace', 'debugger log dump (!wmitrace)'),
]
