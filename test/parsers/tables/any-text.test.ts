import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {debuggerParsers} from '../../../src/parsers/debugger/index.js'
import {summaryParsers} from '../../../src/parsers/summary/index.js'
import {tableParsers} from '../../../src/parsers/tables/index.js'
import {tatParsers} from '../../../src/parsers/tat/index.js'
import {xperfParsers} from '../../../src/parsers/xperf/index.js'
import {betweenCharacters, readAll} from '../etw/read-all.js'

const PIECES = [
  ...[
    '--- start of log ---',
    '---- end of log ----',
    'Trace format prefix is: %7!u!: %!FUNC! - ',
    'There are 65 log entries',
  ],
  ...[
    'Trace format prefix is: %!LEVEL! %2!s!',
    '!rcdrlogdump  a -a ffff  03 X  10',
    '03 X 7: F::g - m',
    '8: ',
    '1: kd> ',
  ],
  ...[
    '9: 09/03/2023-23:43:07.3233594 F - m',
    '!ndiskd.wdiadapter',
    'WDI ADAPTER',
    '    Job   State   Type',
    '    a  b  c',
    '...',
  ],
  ...[
    'Files Processed:',
    'Total Events  Lost      4',
    '+---+',
    '|EventCount    EventName    EventType         Guid   |',
  ],
  ...['|         1    Header       Header            68fdd900-4a3e-11d1-84f4-0000f80464e3|', '|', '| 1 x|'],
  ...['|Event Count   Event Name           Event ID        Version         Guid      |', 'Unknown( 10): GUID='],
  ...[
    'BeginHeader',
    'EndHeader',
    'A/B/C,  TimeStamp,  Process Name ( PID), CPU, x',
    'A/B/C, 12, a (3), 1, "m',
    '"n", o"',
  ],
  ...['OS Version: 10.0.1, Events Lost: 3, Trace Start: 132675686690347142, x', '<TextAnalysisTool.NET>'],
  ...[
    'CPU,PID,TID,Time,Message',
    '0,0338,0E40,06/10/2005-14:25:43.968,"m',
    'x,"[0]0338.0E40::06/10/2005-14:25:43.968 [c]m""',
  ],
  ...[
    '1\ta\t4\t8\t0\t7\t06/10/2005-14:25:43.968\tm',
    '\t',
    '"',
    ',',
    '\r\n',
    '\n',
    '\n',
    '\r\r\n',
    ' ',
    '\u{1f4f6}',
    '\u200e',
  ],
]
const anyText = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(...PIECES)},
      {weight: 1, arbitrary: fc.constant('\n')},
      {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 5})},
    ),
    {maxLength: 40},
  )
  .map(pieces => pieces.join(''))

const parsers = [...debuggerParsers, ...summaryParsers, ...tableParsers, ...tatParsers, ...xperfParsers]

describe.each(parsers.map(parser => [parser.id, parser] as const))('%s and any text', (_, parser) => {
  it('never throws, and never depends on the pieces', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(2000), {maxLength: 8}), (text, cuts) => {
        const whole = readAll(parser, text)
        const sure = parser.sniff(text)
        expect(sure >= 0 && sure <= 1).toBe(true)
        expect(readAll(parser, text, {}, betweenCharacters(text, cuts))).toEqual(whole)
        for (const {line, offset} of [...whole.records, ...whole.problems]) {
          if (line > 0) expect(line).toBe(Buffer.from(text).subarray(0, offset).toString().split('\n').length)
        }
      }),
      {numRuns: 300},
    )
  })

  it('takes no longer for text that is made for it', () => {
    const starts = [
      '',
      '|',
      '| 1 ',
      'a',
      '1: ',
      '1: kd> ',
      '!rcdrlogdump a -a f ',
      'Trace format prefix is: ',
      '"',
      '0\t1\t',
      ' a  ',
      '<!--',
    ]
    const runs = [
      '\n',
      ' ',
      '\t',
      'a',
      'a ',
      'a, ',
      '",',
      '"',
      '1',
      '1: ',
      '- ',
      '::',
      '<!-- ',
      '[0]0',
      '(',
      '| ',
      '""',
      '0-',
    ]
    const started = performance.now()
    for (const start of starts) {
      for (const run of runs) {
        const text = `${start}${run.repeat(65_536 / run.length)}`
        parser.sniff(text)
        readAll(parser, `${PIECES.slice(0, 3).join('\n')}\n${text}\n`)
      }
    }
    expect((performance.now() - started) / starts.length / runs.length).toBeLessThan(100)
  }, 120_000)
})
