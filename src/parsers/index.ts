import {clixml} from './clixml/clixml.js'
import {csvParsers} from './csv/index.js'
import {debuggerParsers} from './debugger/index.js'
import {eventTextParsers} from './event-text/index.js'
import {jsonParsers} from './json/index.js'
import type {Parser} from './parser.js'
import {perfviewParsers} from './perfview/index.js'
import {reportParsers} from './report/index.js'
import {scenarioParser} from './scenario/scenario-parser.js'
import {summaryParsers} from './summary/index.js'
import {tableParsers} from './tables/index.js'
import {tatParsers} from './tat/index.js'
import {textParser} from './text.js'
import {prefixedListing, wppParsers} from './wpp/index.js'
import {hasPrefix} from './wpp/sniff.js'
import {xmlParsers} from './xml/index.js'
import {xperfParsers} from './xperf/index.js'

/**
 * All parsers, in the order of formats.md 10: where two are equally sure, the first one reads the file.
 * A new format is one line here.
 */
export const parsers: readonly Parser[] = [
  scenarioParser,
  ...reportParsers,
  ...xmlParsers,
  clixml,
  ...jsonParsers,
  ...perfviewParsers,
  ...csvParsers,
  ...eventTextParsers,
  ...tatParsers,
  ...summaryParsers,
  ...xperfParsers,
  ...debuggerParsers,
  ...tableParsers,
  ...wppParsers,
  textParser,
]

/**
 * The parser for a text, by its first 64 KiB. `prefix` is the user's TRACE_FORMAT_PREFIX: a text that nobody
 * knows and that has it is a listing. All other text is read line by line.
 */
export function chooseParser(head: string, prefix: string | null = null): Parser {
  let best = textParser
  let surest = 0
  for (const parser of parsers) {
    const sure = parser.sniff(head)
    if (sure > surest) {
      surest = sure
      best = parser
    }
  }
  return best === textParser && prefix !== null && hasPrefix(head, prefix) ? prefixedListing : best
}
