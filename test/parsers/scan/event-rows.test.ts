import fc from 'fast-check'
import {describe} from 'vitest'
import {FULL_NAMES, NAMES, VIEWER} from '../csv/event-rows.js'
import {bothWays} from './both-ways.js'

const NOISE = [
  ...['MPDU rx queue=3 seq=1612', 'WDI_TLV_BSSID near miss', 'a, b; c', 'he said ""retry"", then', '', ' '],
  ...['lines\n\nInterface: Wi-Fi\n\tMAC: 00\n', 'a\n"",""\nb', 'ends with a quote""', '""', '\n'],
]
const WIFI = [
  'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
  'two lines\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0\n',
  'WLAN AutoConfig service has successfully connected to a wireless network.\n\nSSID: x',
]
const HOSTILE = [
  ...[
    'SSID="corp"',
    'odd " one',
    'open","5',
    'Caf\u00e9 \u7121\u7dda',
    'a\n"10/17/2016 6:38:24 PM","8001","x","row inside',
  ],
  ...['"', '""",""', 'TimeCreated', 'x\n#TYPE a\ny', 'x" y', 'a\n"TimeCreated","Id","Message"\nb'],
]
const PROVIDERS = ['nwifi', 'Microsoft-Windows-TCPIP', 'Netwtw10']
const ODD_PROVIDERS = [
  ...['', 'Microsoft-Windows-WLAN-AutoConfig', 'RT_LostEvent', ' x ', 'EventTrace', 'Unknown', 'a""b'],
  ...['Microsoft-Windows-Kernel-Power', 'Microsoft-Windows-NDIS'],
]
const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const cells = (odd: string) =>
  fc.record({
    message: fc.oneof(
      {weight: 16, arbitrary: pick(NOISE)},
      {weight: 2, arbitrary: pick(WIFI)},
      {weight: 1, arbitrary: pick(HOSTILE)},
    ),
    id: rare(pick(['8003', '7', '']), ['5002', '10311', 'x', '0x138a', ' 42 ', '00000002710']),
    provider: fc.oneof({weight: 16, arbitrary: pick(PROVIDERS)}, {weight: 1, arbitrary: pick(ODD_PROVIDERS)}),
    guid: rare(fc.constant('b7591bbc-aef3-38b6-8789-62a28792f0d7'), ['9580d7dd-0379-4658-9870-d5be7d52d6de', '', 'x']),
    log: pick(['System', 'Microsoft-Windows-WLAN-AutoConfig/Operational']),
    minute: fc.integer({min: 0, max: 1439}),
    odd: rare(fc.constant(''), [
      odd,
      'no time',
      '',
      '10/18/2016 6:38:24 PM',
      '10/17/2016 13:38:24 PM',
      '2016-10-17T10:60:00Z',
    ]),
  })
type Cells = typeof cells extends (odd: string) => fc.Arbitrary<infer T> ? T : never

const two = (n: number) => String(n).padStart(2, '0')
const CLOCKS: ((minute: number) => string)[] = [
  minute => `10/17/2016 ${(Math.floor(minute / 60) % 12) + 1}:${two(minute % 60)}:24 PM`,
  minute => `17.10.2016 ${two(Math.floor(minute / 60))}:${two(minute % 60)}:24`,
  minute => `5/6/2016 ${Math.floor(minute / 60)}:${two(minute % 60)}:24`,
  minute => `2025-12-31T${two(Math.floor(minute / 60))}:${two(minute % 60)}:54.0000000Z`,
  minute => `2025-12-31T${two(Math.floor(minute / 60))}:${two(minute % 60)}:54.123`,
]
const quoted = (values: readonly string[], delimiter = ',') => values.map(value => `"${value}"`).join(delimiter)

const SHAPES: Record<string, {header: string; others: readonly string[]; row(cells: Cells, time: string): string}> = {
  'Export-Csv': {
    header: FULL_NAMES,
    others: ['#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord'],
    row: ({message, id, provider, guid, log}, time) =>
      quoted([
        ...[
          message,
          id,
          '0',
          '',
          '4',
          '24010',
          '191',
          '-9223372036854774272',
          '1321',
          provider,
          guid,
          log,
          '4276',
          '5544',
        ],
        ...['PC', 'S-1-5-18', time, '', '', 'c:\\a.evtx', 'System.UInt32[]', 'B', 'Information', 'Info', '', 'C', 'L'],
      ]),
  },
  'selected columns': {
    header: NAMES,
    others: ['"Id","TimeCreated","LevelDisplayName","Message"'],
    row: ({message, id}, time) => quoted([time, id, 'Information', message]),
  },
  'semicolons, some quoted': {
    header: 'TimeGenerated;Source;EventID;Message',
    others: ['TimeGenerated;EventID;Source;Message', 'Message;EventID;Source;TimeGenerated'],
    row: ({message, id, provider}, time) =>
      `${time};${provider};${id};${/["\n;]/.test(message) ? `"${message}"` : message}`,
  },
  'Event Viewer': {
    header: VIEWER,
    others: ['Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie'],
    row: ({message, id, provider}, time) =>
      `Information,${time},${provider},${id},AcmConnection${message === '' ? '' : `,"${message}"`}`,
  },
}

describe.each(Object.entries(SHAPES))('%s', (_, {header, others, row}) => {
  const other = pick([
    ...['', ' ', 'no row', '"', '"open', 'end"', '"a","b"', header, ...others, 'OID_WDI_TASK_ROAM PortId=2', '\ufeff'],
    ...[header.slice(0, 30), ',,,', '"","","",""'],
  ]).map(text => [text])
  const file = pick(CLOCKS).chain(clock => {
    const plain = cells(clock(1439).replace('17', '16')).map(values =>
      row(values, values.odd === '' ? clock(values.minute) : values.odd).split('\n'),
    )
    return fc
      .array(fc.oneof({weight: 24, arbitrary: plain}, {weight: 1, arbitrary: other}), {
        minLength: 6,
        maxLength: 60,
        size: 'max',
      })
      .map(rows => [[header], ...rows])
  })
  bothWays(file, {head: {min: 700, max: 2500}, pieces: 3000})
})
