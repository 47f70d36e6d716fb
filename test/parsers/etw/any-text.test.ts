import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {csvParsers} from '../../../src/parsers/csv/index.js'
import {xmlParsers} from '../../../src/parsers/xml/index.js'
import {FULL_NAMES, fullRow, NAMES, shortRow, VIEWER, viewerRow} from '../csv/event-rows.js'
import {HEADER, row} from '../csv/tracerpt-text.js'
import {data, logged, traced} from '../xml/event-texts.js'
import {betweenCharacters, readAll} from './read-all.js'

const PIECES = [
  ...[HEADER, row(' "a ""b"" c", 5'), row(' "open'), 'EventTrace, Header, 0,', VIEWER, viewerRow('"m"'), NAMES],
  ...[
    shortRow('m'),
    FULL_NAMES,
    fullRow('a "b"', '3/14/2026 9:26:53 AM'),
    '#TYPE x',
    ',',
    ',,',
    '"',
    '""',
    '\r\n',
    '\n',
  ],
  ...[
    logged(data(['a', 'b'])),
    traced(data(['Message', 'x'])),
    '<Event',
    '<Event>',
    '</Event>',
    '<Event/>',
    '<!--',
    '-->',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<System>',
    '</System>',
    '<Data>',
    '- <',
    '<',
    '>',
    '&',
    "'",
    '\u0000',
    '\ufeff',
    '\u{1f4f6}',
    ' ',
  ],
]
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({unit: 'grapheme', maxLength: 5})), {maxLength: 30})
  .map(pieces => pieces.join(''))

describe.each([...csvParsers, ...xmlParsers].map(parser => [parser.id, parser] as const))(
  '%s and any text',
  (_, parser) => {
    it('never throws, and never depends on the pieces', () => {
      fc.assert(
        fc.property(anyText, fc.array(fc.nat(4000), {maxLength: 8}), (text, cuts) => {
          const whole = readAll(parser, text)
          expect(parser.sniff(text)).toBeGreaterThanOrEqual(0)
          expect(readAll(parser, text, {}, betweenCharacters(text, cuts))).toEqual(whole)
          for (const {line, offset} of [...whole.records, ...whole.problems]) {
            expect(line).toBe(Buffer.from(text).subarray(0, offset).toString().split('\n').length)
          }
        }),
        {numRuns: 400},
      )
    })
  },
)
