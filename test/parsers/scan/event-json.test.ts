import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, encodings, readBy} from './both-ways.js'
import {filesOf, pick, quoted, type RawMember, RESET, rare, SHAPES, TEXTS, VALUES} from './json-texts.js'

const two = (n: number) => String(n).padStart(2, '0')
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:31`
const minutes = fc.nat(1439)

/** How dates are written, and what else may stand there. */
const TIMES: Record<string, {plain: fc.Arbitrary<string>; odd: readonly string[]}> = {
  'Windows PowerShell': {
    plain: minutes.map(minute => `"\\/Date(${1_695_000_000_000 + 60_000 * minute})\\/"`),
    odd: [
      ...[
        '"/Date(1695000000123)/"',
        '"\\/Date(1695000000123+0200)\\/"',
        '"\\/Date(-5)\\/"',
        '"\\/Date()\\/"',
        '"/Date("',
      ],
      ...['"\\/Date(123456789012345)\\/"', '"\\/Date(1)\\/x"', '"\\\\/Date(1)\\/"', '"2023-09-18T01:20:00.1234567Z"'],
      '{"value":  "\\/Date(1695000000123)\\/","DisplayHint":  2,"DateTime":  "Monday, September 18, 2023"}',
    ],
  },
  'PowerShell 7': {
    plain: fc.oneof(
      {weight: 9, arbitrary: minutes.map(minute => `"2023-06-16T${clock(minute)}.9479495+02:00"`)},
      {weight: 1, arbitrary: minutes.map(minute => `"2023-06-16T${clock(minute)}.94+02:00"`)},
      {weight: 1, arbitrary: minutes.map(minute => `"2023-06-16T${clock(minute)}+02:00"`)},
    ),
    odd: [
      ...['"2023-06-17T00:00:00.1+02:00"', '"2023-06-16T24:00:00+02:00"', '"2023-06-16T05:00:00"', '"x"', '5', 'true'],
      ...['"2023-06-16T05:00:00.1234567890+02:00"', '"\\/Date(1695000000123)\\/"', '"2023-06-16T05:00:00+01:00"'],
      '"2023-06-16T05:00:00.+02:00"',
    ],
  },
  'a culture': {
    plain: minutes.map(minute => `"6/5/2023 ${Math.floor(minute / 120) + 1}:${two(minute % 60)}:31 PM"`),
    odd: ['"6/15/2023 1:02:03 PM"', '"13/5/2023 1:02:03 PM"', '"6/5/2023 13:02:03 PM"', '"6/5/2023 01:02:03 AM"', '""'],
  },
}

const NAMES = ['Microsoft-Windows-TCPIP', 'Microsoft-Windows-Security-Auditing', 'Service Control Manager', 'wdiwifi']
const PROVIDERS = [
  ...['Microsoft-Windows-WLAN-AutoConfig', 'Microsoft-Windows-Kernel-Power', 'RT_LostEvent', 'Micro\\u0073oft-x'],
  ...[' Microsoft-x', 'EventTrace', 'x\\/NWiFi', 'OneX', 'Microsoft-Windows-NDIS', '', 'a\\\\'],
]
const IDS = [
  '5002',
  '"5002"',
  '"0x138a"',
  '10311',
  '00000002847',
  '"00000002847"',
  'null',
  '""',
  '-5',
  '"x"',
  '"42 "',
  '1.0',
]

/** As Get-WinEvent and Get-EventLog name the same things. */
const NAMED = {
  event: {id: 'Id', provider: 'ProviderName', time: 'TimeCreated', level: 'LevelDisplayName', values: 'Properties'},
  entry: {
    id: 'InstanceId',
    provider: 'Source',
    time: 'TimeGenerated',
    level: 'EntryType',
    values: 'ReplacementStrings',
  },
}

const eventOf = ({plain, odd}: (typeof TIMES)[string], named: (typeof NAMED)['event']) =>
  fc
    .record({
      id: rare(pick(['4624', '7', '0']), IDS, 50),
      provider: rare(pick(NAMES), PROVIDERS, 50),
      guid: rare(pick(['9580d7de-0379-4658-9870-d5be7d52d6de', '']), [
        '9580d7dd-0379-4658-9870-d5be7d52d6de',
        '{6a399ae0-4bc6-4de9-870b-3657f8947e7e}\\n',
      ]),
      time: rare(plain, odd, 50),
      message: TEXTS,
      values: fc.array(TEXTS, {maxLength: 3}),
      value: rare(fc.constant('"x"'), ['odd'], 25).chain(value => (value === 'odd' ? VALUES : fc.constant(value))),
      place: pick(['values', 'value', 'inner', 'top', 'message', 'log', 'level', 'guid', 'provider', 'time']),
      bare: fc.boolean(),
      twice: rare(fc.constant<RawMember[]>([]), [
        [['"SOURCE"', '"Microsoft-Windows-NWifi"']],
        [['"ProviderName"', 'null']],
        [['"Source"', '""']],
        [['"TimeCreated"', 'null']],
        [['"timegenerated"', '"2023-06-16T01:02:03+02:00"']],
        [['"value"', '[{"a":1}]']],
        [['"I\\u0064"', '5002']],
        [['"EventID"', '5002']],
        [['"Message"', '"OID_WDI_TASK_ROAM PortId=1 TransactionId=101"']],
        [['"__proto__"', '{"Id":1}']],
      ]),
      turned: rare(fc.constant(false), [true]),
    })
    .map(({id, provider, guid, time, message, values, value, place, bare, twice, turned}) => {
      const isOdd = value !== '"x"'
      const at = (here: string, usual: string) => (isOdd && here === place ? value : usual)
      const list = [RESET, ...values.map(quoted), at('inner', '1')].map(one => (bare ? one : `{"Value":${one}}`))
      const members: RawMember[] = [
        [`"${named.id}"`, id],
        ['"Qualifiers"', 'null'],
        ['"Keywords"', '-9223372036854775808'],
        ['"RecordId"', '1321'],
        [`"${named.provider}"`, at('provider', quoted(provider))],
        ['"ProviderId"', at('guid', quoted(guid))],
        ['"LogName"', at('log', '"System"')],
        ['"UserId"', '{"BinaryLength":12,"Value":"S-1-5-18"}'],
        [`"${named.time}"`, at('time', time)],
        ['"MatchedQueryIds"', at('top', '[]')],
        [`"${named.level}"`, at('level', '"Information"')],
        ['"Message"', at('message', quoted(message))],
        [`"${named.values}"`, at('values', `[${at('value', list.join(','))}]`)],
      ]
      const all = [...members, ...twice]
      return turned ? all.toReversed() : all
    })

const CASES = [
  ['Windows PowerShell', 'event', 'deep'],
  ['Windows PowerShell', 'entry', 'deep'],
  ['PowerShell 7', 'event', 'lines'],
  ['PowerShell 7', 'event', 'line'],
  ['a culture', 'entry', 'lines'],
] as const

describe('ConvertTo-Json', () => {
  const file = pick(CASES).chain(([tool, kind, shape]) =>
    filesOf(eventOf(TIMES[tool] as (typeof TIMES)[string], NAMED[kind]), [shape]),
  )
  bothWays(file, {head: {min: 900, max: 3000}, pieces: 4000, blocks: false})
})

describe('events of a log', () => {
  const event = (i: number, time: string): RawMember[] => [
    ['"Id"', '4624'],
    ['"RecordId"', String(i)],
    ['"ProviderName"', '"Microsoft-Windows-Security-Auditing"'],
    ['"ProviderId"', '"54849625-5478-4994-a5ba-3e3b0328c30d"'],
    ['"TimeCreated"', time],
    ['"UserId"', '{"BinaryLength":12,"Value":"S-1-5-18"}'],
    ['"Message"', '"Subject:\\r\\n\\tSecurity ID:\\t\\tS-1-5-18\\r\\n\\tit\\u0027s C:\\\\x"'],
    ['"Properties"', '[{"Value":"S-1-5-18"},{"Value":7}]'],
  ]
  const files: Record<string, string> = {
    'Windows PowerShell': `[\n${Array.from({length: 400}, (_, i) => SHAPES.deep(event(i, `"\\/Date(${1_695_000_000_000 + i})\\/"`))).join(',\n')}\n]`,
    'PowerShell 7': `[${Array.from({length: 400}, (_, i) => SHAPES.line(event(i, `"2023-06-16T${clock(i)}.94${i % 10}+02:00"`.replace('0+', '+')))).join(',')}]`,
  }

  it.each(
    Object.entries(files).flatMap(([tool, text]) => Object.entries(encodings).map(of => [tool, text, ...of] as const)),
  )('are passed over: %s, %#', (_, text, __, encode) => {
    const scan = readBy(encode(text.replaceAll('\n', '\r\n')), 'scan', 6000, [100_000])
    expect(scan.result).toMatchObject({format: 'convertto-json', records: 400, problems: []})
    expect(scan.passed).toBeGreaterThan(370)
  })
})
