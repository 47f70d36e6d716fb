import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, readBy} from './both-ways.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 40, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const MESSAGES = fc.oneof(
  {
    weight: 16,
    arbitrary: pick([
      ...[
        'MPDU rx queue=3 seq=1612, rate=110',
        'WDI_TLV_BSSID near miss',
        'he said "no", then',
        '[second] bracket',
        'x',
      ],
      ...[
        '{"a":1}',
        'two\nlines',
        'two\n\n\tlines: x\n',
        'ends with "',
        '""',
        '',
        ' ',
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM"}',
      ],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'one\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0\nmore, of it',
      'WLAN AutoConfig service has successfully connected to a wireless network.',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...[
        'Caf\u00e9 \u7121\u7dda',
        'a\n0000: 33 00, 7c',
        'a\n4,[1]1234.5678::',
        'x\n[not a head',
        'x\n"quoted"\ny',
        'x\n   ',
      ],
      ...['a\nUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).', 'x\n***\ny'],
      ...['a\n\u000bUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).\nb'],
      ...['a\nUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information\nb'],
      ...[
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","meta":{"provider":"x","id":5002}}',
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","m\\u0065ta" :{"id":5002}}',
      ],
      ...[
        '{"a":"OID\\u005fWDI\\u005fTASK\\u005fROAM","meta" :{"id":5002}}',
        'a\nUnusual, but text',
        'a\n\ufeffUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information\nb',
        'x\n06/10/2005-14:25:43.968',
        'x"\ny',
        'x\u000b',
      ],
      ...['x\nWDI_ and\nOID_WDI_TASK_ROAM PortId=1', 'x\n1,2,3,06/10/2005-14:25:43.968,c,m'],
    ]),
  },
)

const values = fc.record({
  before: rare(pick(['4,0x0338,tracedrv,', '12,', '4,"a, b",  ', '4,"WDI near ""miss""",\t']), [
    ...['', '4', '4, ,', ',,', 'OID_WDI_TASK_ROAM,', '[x],', '4,[1]1234.5678::,', '"', '4,"'],
    ...['4,[1]12,', '4;', '"open,', 'wdi_,5,'],
  ]),
  cpu: rare(fc.constantFrom('1', '12'), ['12345', '', 'x']),
  ids: rare(fc.constantFrom('0044.3607', '12345.0004', '00ff.00FF'), [' 0044.3607', '1.2', '0044.3607.']),
  second: fc.nat(59),
  minute: fc.nat(1439),
  ms: fc.nat(999),
  odd: rare(fc.constant(''), [
    ...['06/11/2005-10:00:00.123', '06/10/2005-10:00:60.123', '06/10/2005-10:00:00.1234567', '06/10/2005-10:00:00'],
    ...[
      '2005-06-10 10:00:00.123',
      '10:00:00.123',
      'soon',
      '06/10/2005-10:00:00.123 00000017',
      '06/10/2005-24:00:00.123',
    ],
  ]),
  component: rare(fc.constantFrom('tracedrv', 'wdiwifi', 'Microsoft-Windows-NDIS', 'a "b"'), [
    ...['', 'Unknown', 'RT_LostEvent', 'Lost Event', 'MSNT_SystemTrace', 'a]b', '\tx', 'Upper'],
    'Microsoft-Windows-WLAN-AutoConfig',
  ]),
  blank: rare(fc.constant(''), [' ', '  ']),
  message: MESSAGES,
  /** What stands behind the row. */
  behind: rare(fc.constant(''), [' ', ',5', '"', '\u000b', '""']),
})

type Values = typeof values extends fc.Arbitrary<infer T> ? T : never
const two = (n: number) => String(n).padStart(2, '0')

function row(one: Values, quoted: boolean) {
  const stamp =
    one.odd ||
    `06/10/2005-${two(Math.floor(one.minute / 60))}:${two(one.minute % 60)}:${two(one.second)}.${String(one.ms).padStart(3, '0')}`
  const text = `[${one.cpu}]${one.ids}::${stamp} [${one.component}]${one.blank}${one.message}`
  return `${one.before}${quoted ? `"${text.replaceAll('"', '""')}"` : text}${one.behind}`.split('\n')
}

const HEADINGS = {
  'without a heading': null,
  'with a heading': 'CPU,PID,TID,Level,Flags,Other,Message',
  'with the time first': 'Time,CPU,PID,TID,Name,Message',
}

const other = pick([
  ...['', ' ', 'EventTrace', 'no row', '4,5,6', 'OID_WDI_TASK_ROAM PortId=2 TransactionId=5', '\ufeff', 'a, b'],
  ...[
    '4,Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).',
    '06/10/2005-14:25:43.968',
  ],
  ...[
    'Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).',
    '*****FormatMessage x raised an exception*****',
  ],
  ...[
    '06/10/2005-14:25:43.968,0,0338,0E40,c,"quoted',
    '06/10/2005-14:25:43.968,0,0338,0E40,c,OID_WDI_TASK_ROAM PortId=1',
  ],
  ...Object.values(HEADINGS).flatMap(heading => (heading === null ? [] : [heading, heading])),
  ...['CPU,OID_WDI_TASK_ROAM,PID,TID,Message', '[1]0044.3607::06/10/2005-14:25:43.968 [c]a listing'],
]).map(text => [text])

const PLAIN = {
  ...{
    before: '4,0x0338,tracedrv,',
    cpu: '1',
    ids: '0044.3607',
    second: 1,
    minute: 1,
    ms: 1,
    odd: '',
    component: 'tracedrv',
  },
  ...{blank: '', message: 'plain', behind: ''},
}

const head = (heading: string | null, quoted: boolean) => [
  ...(heading === null ? [] : [[heading]]),
  ...Array.from({length: 3}, () => row(PLAIN, quoted)),
]

const headings = rare<string | null>(pick(Object.values(HEADINGS)), ['CPU,OID_WDI_TASK_ROAM,PID,TID,Message'])

const file = fc.tuple(headings, fc.boolean()).chain(([heading, quoted]) => {
  const mixed = rare(fc.constant(quoted), [!quoted])
  const plain = fc.tuple(values, mixed).map(([one, style]) => row(one, style))
  return fc
    .array(fc.oneof({weight: 30, arbitrary: plain}, {weight: 1, arbitrary: other}), {
      minLength: 6,
      maxLength: 36,
      size: 'max',
    })
    .map(rows => [...head(heading, quoted), ...rows])
})

bothWays(file, {head: {min: 300, max: 1200}, pieces: 2000, blocks: false})

describe.each(Object.entries(HEADINGS))('%s', (_, heading) => {
  it.each([true, false])('passes over nearly all plain rows; quoted: %s', quoted => {
    const lines = Array.from({length: 400}, (_, i) => {
      const [message, inQuotes] = i % 5 === 0 ? ['two "quoted"\nlines', false] : ['a, b "c", d', quoted]
      return row({...PLAIN, minute: i, ms: i, message}, inQuotes)
    })
    const bytes = Buffer.from(`${[...head(heading, quoted), ...lines].flat().join('\r\n')}\r\n`)
    const {passed, result} = readBy(bytes, 'scan', 1500, [4096])
    expect(result).toEqual(readBy(bytes, 'full', 1500, [4096]).result)
    expect(result).toMatchObject({format: 'tracefmt-csv', records: 403})
    expect(passed).toBeGreaterThan(370)
  })
})

it.each([3900, 3990, 4000, 4001, 4080, 4090, 4200])('reads rows whose prefix begins behind %d characters', length => {
  const rows = [PLAIN, {...PLAIN, before: `${'x'.repeat(length - 1)},`, message: 'OID_WDI_TASK_ROAM PortId=1'}, PLAIN]
  const lines = Array.from({length: 9}, () => rows.map(one => row(one, false)))
  const bytes = Buffer.from(`${[...head(null, false), ...lines.flat()].flat().join('\n')}\n`)
  const {passed, result} = readBy(bytes, 'scan', 200, [4096])
  expect(result).toEqual(readBy(bytes, 'full', 200, [4096]).result)
  expect(passed).toBeGreaterThan(0)
})
