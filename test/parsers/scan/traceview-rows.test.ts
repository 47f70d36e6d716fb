import fc from 'fast-check'
import {expect, it} from 'vitest'
import {bothWays, readBy} from './both-ways.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 40, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const MESSAGES = fc.oneof(
  {
    weight: 16,
    arbitrary: pick([
      ...['MPDU rx queue=3 seq=1612', 'WDI_TLV_BSSID near miss', 'tabs\tin\tit\tof\tthe\ttext', '{"a":1}', '', ' '],
      ...[
        'two\nlines',
        'two\n\n0000: 33 00\ta\tb\n',
        'message\tfile.c\t12\tRoam::Start',
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM"}',
      ],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'one\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0\nmore',
      'WLAN AutoConfig service has successfully connected to a wireless network.',
      'nothing\tOID_WDI_TASK_ROAM\tPortId=1',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...[
        'Caf\u00e9 \u7121\u7dda',
        'a\n\t\t\t\t\t\t\t',
        'a\n1\t2\t3\t4\t5\t6\t7',
        'a\n\t\t\t\t\t06/10/2005-14:25:43.968\tx',
      ],
      ...[
        'a\n\t\t\t\t\t\t06/10/2005-14:25:43.968\tOID_WDI_TASK_ROAM',
        'x\u000b\n\u000b',
        'a\t06/11/2005-14:25:43.968\tb',
      ],
      ...[
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","meta":{"provider":"x","id":5002}}',
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","m\\u0065ta" :{"id":5002}}',
      ],
    ]),
  },
)

const ids = rare(pick(['4', '0338', '0E40', '0x1F4']), [
  '',
  'x',
  ' 4',
  '0338-',
  '06/10/2005-14:25:43.968',
  '12345678901',
])

const values = fc.record({
  number: rare(pick(['00000001', '7', '1234567890']), [
    '',
    'x',
    ' 7 ',
    '12345678901',
    '0\t7',
    '06/10/2005-14:25:43.968',
  ]),
  component: rare(pick(['tracedrv', 'wdiwifi', 'Microsoft-Windows-NDIS']), [
    ...['', 'Unknown', 'RT_LostEvent', 'Lost Event', 'MSNT_SystemTrace', ' x', 'x ', '0338', 'Upper', '\u000bx'],
    ...['Microsoft-Windows-WLAN-AutoConfig', '06/10/2005-14:25:43.968', 'OID_WDI_TASK_ROAM'],
  ]),
  process: ids,
  thread: ids,
  cpu: rare(pick(['0', '12']), ['', '12345', 'x', '-1']),
  sequence: rare(pick(['0', '7']), ['', 'x', '4294967296', '40050001']),
  second: fc.nat(59),
  minute: fc.nat(1439),
  ms: fc.nat(999),
  odd: rare(fc.constant(''), [
    ...['06/11/2005-10:00:00.123', '06/10/2005-10:00:60.123', '06/10/2005-10:00:00.1234567', '06/10/2005-10:00:00'],
    ...['06\\10\\2005-10:00:00:123', '06/10/2005-10:00:00:123', '06\\10/2005-10:00:00.123', ' 06/10/2005-10:00:00.123'],
    ...[
      '2005-06-10 10:00:00.123',
      'soon',
      '06/10/2005-10:00:00.123x',
      '06/10/2005-10:00:00;123',
      '06/10/2005-24:00:00.123',
      '13/10/2005-10:00:00.123',
      '06/10/2005-10:00:00.12',
    ],
  ]),
  message: MESSAGES,
  behind: rare(fc.constant(''), [' ', '\t', '\u000b', '\r']),
})

type Values = typeof values extends fc.Arbitrary<infer T> ? T : never
type Style = (clock: string, ms: string) => string
const STYLES: readonly Style[] = [
  (clock, ms) => `06/10/2005-${clock}.${ms}`,
  (clock, ms) => `06\\10\\2005-${clock}:${ms}`,
  (clock, ms) => `12/31/2025-${clock}.${ms}1234`,
]

const two = (n: number) => String(n).padStart(2, '0')

function row(one: Values, style: Style) {
  const clock = `${two(Math.floor(one.minute / 60))}:${two(one.minute % 60)}:${two(one.second)}`
  const stamp = one.odd || style(clock, String(one.ms).padStart(3, '0'))
  const cells = [one.number, one.component, one.process, one.thread, one.cpu, one.sequence, stamp, one.message]
  return `${cells.join('\t')}${one.behind}`.split('\n')
}

const PLAIN = {
  ...{number: '1', component: 'tracedrv', process: '4', thread: '0E40', cpu: '1', sequence: '0', second: 1, minute: 1},
  ...{ms: 1, odd: '', message: 'plain', behind: ''},
}

const other = pick([
  ...['', ' ', 'no row', 'OID_WDI_TASK_ROAM PortId=2 TransactionId=5', '\ufeff', '\t\t\t\t\t\t\t', 'a\tb'],
  ...[
    '0\t1\ttracedrv\t4\t3648\t1\t9\t06/10/2005-14:25:44.000\tsession',
    '1\tc\t06/10/2005-14:25:43.968\tx\ta.c\t12\tf',
  ],
  '1\tOID_WDI_TASK_ROAM\t06/10/2005-14:25:43.968\tx\ta.c\t12\tf',
]).map(text => [text])

const file = pick(STYLES).chain(style =>
  fc
    .array(fc.oneof({weight: 30, arbitrary: values.map(one => row(one, style))}, {weight: 1, arbitrary: other}), {
      minLength: 6,
      maxLength: 50,
      size: 'max',
    })
    .map(rows => [row(PLAIN, style), row(PLAIN, style), ...rows]),
)

bothWays(file, {head: {min: 150, max: 1000}, pieces: 2000, blocks: false})

it.each(STYLES)('passes over nearly all plain rows: %#', style => {
  const lines = Array.from({length: 400}, (_, i) =>
    row({...PLAIN, number: String(i), minute: i, ms: i, message: i % 5 === 0 ? 'two\nlines' : 'tab\tin it'}, style),
  )
  const bytes = Buffer.from(`${lines.flat().join('\r\n')}\r\n`)
  const {passed, result} = readBy(bytes, 'scan', 1500, [4096])
  expect(result).toEqual(readBy(bytes, 'full', 1500, [4096]).result)
  expect(result).toMatchObject({format: 'traceview', records: 400})
  expect(passed).toBeGreaterThan(370)
})
