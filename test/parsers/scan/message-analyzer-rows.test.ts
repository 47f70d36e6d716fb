import fc from 'fast-check'
import {describe} from 'vitest'
import {bothWays, findsWhatever, passesOver} from './both-ways.js'

const MODULES = ['TCP', 'Etw', 'Microsoft_Windows_TCPIP', 'Netwtw10', 'Microsoft_PEF_NDIS_PacketCapture']
const ODD_MODULES = [
  ...[
    'Microsoft_Windows_WLAN_AutoConfig',
    'Microsoft_Windows_NWiFi',
    'Microsoft_Windows_',
    'Microsoft_Windows_a b',
    'ETW',
  ],
  ...['wlan_autoconfig', 'Microsoft-Windows-TCPIP', 'RT_LostEvent', 'EventTrace', '', ' x ', 'a""b', 'NWiFi', 'Etw '],
  ...['Microsoft_Windows_NCSI', 'microsoft_windows_x', 'Microsoft_Windows_Kernel_Power', 'Microsoft_Windows_Wcmsvc'],
]
const SUMMARIES = [
  ...[
    'MPDU rx queue=3 seq=1612',
    'WDI near miss',
    'a, b; c',
    'he said ""retry"", then',
    '',
    ' ',
    'Timestamp 5',
    'two\nlines',
  ],
  ...[
    'a\n"",""\nb',
    'ends with a quote""',
    '\n',
    'wlan_autoconfig_x',
    'Begin Connect API',
    'Association Start: 02-00-5E-00-00-01',
  ],
]
const WIFI = [
  'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
  'two lines\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0\n',
  ...['FSM Transition from State: Roaming to State: Connected', 'rt-lost', 'M1 TASK_ROAM port=1 tid=5'],
]
const HOSTILE = [
  ...[
    'SSID="corp"',
    'odd " one',
    'open","5',
    'Caf\u00e9 \u7121',
    '"',
    '""",""',
    'x" y',
    'a\n7,,2018-09-17T10:22:14.6581234,,,,TCP,"x',
  ],
  ...['a\nMessageNumber,Timestamp,Module\nb', '#TYPE x', 'a\n#TYPE x'],
]
const TIMES = [
  '',
  'x',
  '2018-09-17T10:22:14',
  '2018-09-18T00:00:00.6581234',
  '2018-09-17T24:22:14.6581234',
  '2018-09-17T10:22:14.658123Z',
]

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: common}, {weight: 1, arbitrary: pick(others)})
const two = (n: number) => String(n).padStart(2, '0')
const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text}"` : text)

const COLUMNS = [
  'MessageNumber',
  'DiagnosisTypes',
  'Timestamp',
  'TimeElapsed',
  'Source',
  'Destination',
  'Module',
  'Summary',
]
const CHOICES: readonly (readonly string[])[] = [
  COLUMNS,
  ['Timestamp', 'TimeElapsed', 'Module', 'Summary'],
  ['Summary', 'Module', 'Timestamp', 'MessageNumber'],
  ['MessageNumber', 'Timestamp', 'Summary'],
]

const row = fc
  .record({
    MessageNumber: rare(fc.nat(99_999).map(String), ['', 'x', ' 5 ', '0x5']),
    DiagnosisTypes: pick(['', 'None']),
    Timestamp: rare(
      fc
        .integer({min: 0, max: 86_399})
        .map(s => `2018-09-17T${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}.6581234`),
      TIMES,
    ),
    TimeElapsed: pick(['', '0.000012']),
    Source: pick(['', 'HOST', '10.0.0.1']),
    Destination: pick(['', '10.0.0.2']),
    Module: rare(pick(MODULES), ODD_MODULES),
    Summary: fc.oneof(
      {weight: 30, arbitrary: pick(SUMMARIES)},
      {weight: 2, arbitrary: pick(WIFI)},
      {weight: 1, arbitrary: pick(HOSTILE)},
    ),
  })
  .map(cells => new Map(Object.entries(cells)))

const file = fc.tuple(pick(CHOICES), pick([',', ';', '\t'])).chain(([columns, delimiter]) => {
  const line = (names: readonly string[], cells: ReadonlyMap<string, string>) =>
    names.map(name => quoted(cells.get(name) ?? '')).join(delimiter)
  const other = pick([
    ...[
      '',
      ' ',
      'no row',
      '"',
      '"open',
      'end"',
      'OID_WDI_TASK_ROAM PortId=2',
      '\ufeff',
      '#TYPE x',
      delimiter.repeat(7),
    ],
    ...CHOICES.map(names => names.join(delimiter)),
    ...['MessageNumber;Timestamp;Module', '"Message Number","Timestamp","Module"'],
  ]).map(text => [text])
  return fc
    .array(
      fc.oneof(
        {weight: 40, arbitrary: row.map(cells => line(columns, cells).split('\n'))},
        {weight: 1, arbitrary: other},
      ),
      {minLength: 10, maxLength: 70, size: 'max'},
    )
    .map(rows => [[columns.join(delimiter)], ...rows])
})

describe('Message Analyzer CSV', () => {
  bothWays(file, {head: {min: 500, max: 2500}, pieces: 3000, blocks: false})
  findsWhatever(file, 700)

  const rows = Array.from(
    {length: 800},
    (_, i) => `${i},,2018-09-17T10:22:14.658${1000 + i},,HOST,,${MODULES[i % 5]},"rx queue=3, seq=${i}"`,
  )
  passesOver(`${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`)
})
