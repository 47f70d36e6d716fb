import fc from 'fast-check'
import {expect, it} from 'vitest'
import {bothWays, readBy} from './both-ways.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 40, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const DESCRIPTIONS = fc.oneof(
  {
    weight: 16,
    arbitrary: pick([
      ...[
        'The service entered the stopped state.',
        'WDI_TLV_BSSID near miss',
        'Two\nlines',
        '',
        'N/A',
        'a\n\n\tb: c\n',
      ],
      ...['  Source: Microsoft-Windows-WLAN-AutoConfig\n  Event ID: 8001', 'an Event[1]: in it', '  Description: x'],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'one\ntwo\n  NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0\n',
      'WLAN AutoConfig service has successfully connected to a wireless network.\n\nSSID: x',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...[
        'Caf\u00e9 \u7121\u7dda',
        'Event[7]: ',
        'Event[7]:\t\nx',
        'Event[7]:\ufeff',
        '\ufeffEvent[7]:',
        'Event [7]\n  Source: x\n  Event ID: 1',
      ],
      ...['Event[7]:\u000b\n  Source: x\n  Description:', 'Event[12345678901]:', 'Event[]:', 'Event[1', 'Event[7]: x'],
      ...['Event\u000b[7]', 'Event  [7]:', '  Event[7]:', 'EVENT[7]:', 'x'.repeat(700), 'Event', 'Even'],
    ]),
  },
)

const SOURCES = ['Service Control Manager', 'Microsoft-Windows-DNS-Client', 'Netwtw10']
const ODD_SOURCES = [
  ...['', 'N/A', 'Microsoft-Windows-WLAN-AutoConfig', 'RT_LostEvent', 'EventTrace', 'Unknown', '\u000bx', 'x\u000b'],
  ...[
    'Microsoft-Windows-Kernel-Power',
    'Microsoft-Windows-NDIS',
    'NWiFi',
    'n/a',
    'Lost Event',
    'Caf\u00e9',
    '\r',
    '\ufeffMicrosoft-x',
    '\u8fd9',
  ],
]
/** Lines in front of or instead of a label. */
const ODD_LINES = [
  ...[
    '',
    ' ',
    'no label',
    '  no label',
    '         Date: nine blanks',
    '\t\tTab: x',
    '  Source: second',
    '  SOURCE : x',
  ],
  ...[
    '  EVENT id: 5002',
    '  dAtE: 2019-01-09T14:59:31.123',
    '  description: early',
    '  Level: a: b',
    '  1: x',
    '  a1: x',
  ],
  ...[
    '  abcdefghijklmnopqrstuvwxyz abcd: x',
    '  abcdefghijklmnopqrstuvwxyz abcde: x',
    '  Source',
    ' Date : x',
    '  : x',
  ],
  ...['  Task: OID_WDI_TASK_ROAM', '  \u00dcber: x', '  SourcE: Microsoft-Windows-x', '  Event ID: 8001'],
  ...[
    '\u000b Date: x',
    '\ufeff  Source: Microsoft-x',
    '  Task: Level=',
    `  Keyword: ${'k'.repeat(900)}`,
    '  Date: 2019-01-10T14:59:31.123',
  ],
]

const two = (n: number) => String(n).padStart(2, '0')
const CLOCKS: readonly ((minute: number, ms: number) => string)[] = [
  (minute, ms) => `2019-01-09T${two(Math.floor(minute / 60))}:${two(minute % 60)}:31.${String(ms).padStart(3, '0')}`,
  (minute, ms) => `2021-05-05T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.${String(ms).padEnd(7, '0')}Z`,
  minute => `10/7/2016 ${(Math.floor(minute / 60) % 12) + 1}:${two(minute % 60)}:24 PM`,
  minute => `17.10.2016 ${Math.floor(minute / 60)}:${two(minute % 60)}:24`,
]

const values = fc.record({
  start: rare(pick(['Event[3]:', 'Event[44]', 'Event [5]:', 'Event[6]: ']), [
    'Event[1]:\u000b',
    'Event[x]:',
    ' Event[3]:',
  ]),
  log: pick(['System', 'Microsoft-Windows-WLAN-AutoConfig/Operational']),
  source: rare(pick(SOURCES), ODD_SOURCES),
  odd: rare(fc.constant(''), [
    ...['no time', '', 'N/A', '2019-01-10T14:59:31.123', '2019-01-09T14:59:60.123', '2019-01-09T14:59:31'],
    ...[
      '2021-05-05T12:00:00.1230000+02:00',
      '10/13/2016 6:38:24 PM',
      '5/6/2016 6:38:24 PM',
      '2019-01-09T14:59:31.123 x',
    ],
    ...['\u200e2019-01-09T14:59:31.123', '2021-05-05T12:00:00.1230000Zx'],
  ]),
  minute: fc.integer({min: 0, max: 1439}),
  ms: fc.integer({min: 0, max: 999}),
  id: rare(pick(['7036', '1', '0']), ['', 'N/A', '5002', '10311', 'x', '0x138a', '12345678901', '00000002710', ' 42 ']),
  task: rare(fc.constant('None'), ['N/A', 'Level', 'wdi_x', 'OID_WDI_TASK_ROAM']),
  description: DESCRIPTIONS,
  behind: rare(fc.constant(' '), ['', ' on the line', ' wdi_']),
  indent: rare(fc.constant('  '), [' ', '\t', '        ', '         ', '']),
  /** Labels left out, twice, in another order, a line between. */
  change: fc.oneof(
    {weight: 12, arbitrary: fc.constant('none' as const)},
    {weight: 1, arbitrary: fc.constantFrom('leave' as const, 'twice' as const, 'swap' as const, 'line' as const)},
    {weight: 1, arbitrary: fc.constant('line' as const)},
  ),
  at: fc.nat(9),
  line: pick(ODD_LINES),
  end: fc.constantFrom('', '\n'),
})

function block(
  clock: (minute: number, ms: number) => string,
  one: typeof values extends fc.Arbitrary<infer T> ? T : never,
) {
  const labels = [
    ...[`Log Name: ${one.log}`, `Source: ${one.source}`, `Date: ${one.odd || clock(one.minute, one.ms)}`],
    ...[`Event ID: ${one.id}`, `Task: ${one.task}`, 'Level: Information', 'Opcode: N/A', 'User: N/A', 'Computer: pc'],
    `Description:${one.behind}`,
  ].map(label => `${one.indent}${label}`)
  if (one.change === 'leave') labels.splice(one.at, 1)
  if (one.change === 'twice') labels.splice(one.at, 0, labels[one.at] as string)
  if (one.change === 'swap') labels.push(...labels.splice(one.at, 1))
  if (one.change === 'line') labels.splice(one.at, 0, one.line)
  return [one.start, ...labels, ...`${one.description}${one.end}`.split('\n')]
}

const other = pick([
  ...[
    '',
    'C:\\> wevtutil',
    'Event[0]:',
    'Event[0]:\n  Log Name: x',
    '\ufeff',
    'OID_WDI_TASK_ROAM PortId=2',
    '  Date: x',
  ],
]).map(text => text.split('\n'))

const FIRST = {log: 'System', source: 'x', odd: '', minute: 5, ms: 1, id: '1', task: 'None', description: 'y'} as const
const PLAIN = {start: 'Event[0]:', behind: ' ', indent: '  ', change: 'none', at: 0, line: '', end: '\n'} as const

const file = pick(CLOCKS).chain(clock =>
  fc
    .array(fc.oneof({weight: 24, arbitrary: values.map(one => block(clock, one))}, {weight: 1, arbitrary: other}), {
      minLength: 4,
      maxLength: 40,
      size: 'max',
    })
    .map(blocks => [block(clock, {...FIRST, ...PLAIN}), ...blocks]),
)

bothWays(file, {head: {min: 300, max: 1500}, pieces: 3000, blocks: false})

it('passes over nearly all plain blocks', () => {
  const clock = CLOCKS[0] as (typeof CLOCKS)[number]
  const lines = Array.from({length: 400}, (_, i) =>
    block(clock, {...FIRST, ...PLAIN, start: `Event[${i}]:`, minute: i, id: String(i), description: 'Some\n\ntext'}),
  ).flat()
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`)
  const {passed, result} = readBy(bytes, 'scan', 2000, [4096])
  expect(result).toEqual(readBy(bytes, 'full', 2000, [4096]).result)
  expect(result.records).toBe(400)
  expect(passed).toBeGreaterThan(370)
})

it('hands on what is longer than can be kept, with the block before it', () => {
  const clock = CLOCKS[0] as (typeof CLOCKS)[number]
  const plain = (i: number) => block(clock, {...FIRST, ...PLAIN, minute: i})
  const long = 'x'.repeat(70_000)
  const texts: readonly (readonly string[])[] = [
    block(clock, {...FIRST, ...PLAIN, description: `${long}\nOID_WDI_TASK_ROAM PortId=1 TransactionId=101`}),
    block(clock, {...FIRST, ...PLAIN, task: `${long} OID_WDI_TASK_ROAM`, odd: 'never'}),
    block(clock, {...FIRST, ...PLAIN, task: `OID_WDI_TASK_ROAM ${long}`, odd: 'never'}),
    block(clock, {...FIRST, ...PLAIN, description: `${'Event[1]\u000b\n'.repeat(9000)}WDI_TASK_ROAM`}),
  ]
  for (const text of texts) {
    const lines = [
      ...Array.from({length: 60}, (_, i) => plain(i)),
      text,
      ...Array.from({length: 60}, (_, i) => plain(i + 60)),
    ]
    const bytes = Buffer.from(lines.flat().join('\n'))
    const {passed, result} = readBy(bytes, 'scan', 2000, [40_000, 3000])
    expect(result).toEqual(readBy(bytes, 'full', 2000, [40_000, 3000]).result)
    expect(passed).toBeGreaterThan(90)
  }
})
