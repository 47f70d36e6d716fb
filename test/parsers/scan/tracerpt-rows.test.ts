import fc from 'fast-check'
import {HEADER, row} from '../csv/tracerpt-text.js'
import {bothWays} from './both-ways.js'

const GUID = '{8a4ea3ae-1a1c-3b0d-7e2c-6a6d3f1d2a11}'
const NOISE = [
  ...[' "MPDU rx queue=3 seq=1612", 5', ' 5, 6, 0x7', '', ' ', ' "", 5', ' "a, b", "c"', ' 12, "SSID="corp" x", 3'],
  ...[' "lines\n  0000: 01\n\n  0010: 02", 7', ' "a\n\nb"', ' {00000000-0000-0000-0000-000000000001}, bare text '],
  ' "WDI_TLV_BSSID near miss"',
]
const WIFI = [
  ' "OID_WDI_TASK_ROAM PortId=1 TransactionId=101", 3',
  ' "NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0"',
  ' "in the middle\nOID_WDI_TASK_CONNECT PortId=1 TransactionId=7\nof a text", 8',
  ' "M1 OID_WDI_TASK_ROAM PortId=1", "', // and a quote that is not closed
]
const HOSTILE = [
  ...[' "open', ' "he said "hi"', ' 5" disk', ' "a""b", 5', ' "a"", 5', ' """x""", 5', ',"  ""text"""', ' "a" b, 5'],
  ...[
    ' "Caf\u00e9 \u7121\u7dda"',
    ' "a,"b", 5',
    ' "log:\nEvent Name, Clock-Time\nx"',
    ' "x\n,,,,,,,,,,,,,,,,,,,,,,\ny"',
  ],
]
const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: T, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: fc.constant(common)}, {weight: 1, arbitrary: pick(others)})

const plain = fc
  .record({
    data: fc.oneof(
      {weight: 16, arbitrary: pick(NOISE)},
      {weight: 2, arbitrary: pick(WIFI)},
      {weight: 1, arbitrary: pick(HOSTILE)},
    ),
    name: fc.oneof(
      {weight: 16, arbitrary: pick(['nwifi', 'Microsoft-Windows-TCPIP', 'wdiwifi'])},
      {
        weight: 1,
        arbitrary: pick([
          ...['', GUID, GUID.slice(1, -1), '{00000000-0000-0000-0000-000000000000}', 'EventTrace', 'RT_LostEvent'],
          ...['{6a399ae0-4bc6-4de9-870b-3657f8947e7e}', 'Lost Event', 'Microsoft-Windows-WLAN-AutoConfig', 'a"b'],
          ...['Microsoft-Windows-NDIS', 'MSNT_SystemTrace', 'Microsoft-Windows-Kernel-EventTracing', '\tx\t'],
          '{68fdd900-4a3e-11d1-84f4-0000f80464e3}',
        ]),
      },
    ),
    type: rare('Info ', ['Header', '32', 'a"b', '']),
    id: rare<number | string>(8003, [5002, '', '0x138a', 'x', 10_311, '00000002710']),
    pid: rare('0x000010B4', ['4', '', 'ff', '0xg', '0x']),
    tid: rare('0x000015A8', ['4294967295', '1e+5']),
    activity: rare('{00000000-0000-0000-0000-000000000000}', ['', GUID, '{x}', GUID.slice(1), `${GUID} x`]),
    us: fc.nat(9_999_999),
    clock: rare('', ['1.33127435730482E+17', '12345', '', '933127435730482450', '1331274357304824501']),
  })
  .map(({data, us, clock, ...columns}) =>
    row(data, {...columns, clock: clock || `1331274357${String(us).padStart(7, '0')}1`}).split('\n'),
  )

const other = pick([
  ...[
    '',
    ' ',
    'no row at all',
    'a, b, 3, no row',
    '"',
    'go on", 5',
    'OID_WDI_TASK_ROAM PortId=2 TransactionId=5',
    '\ufeff',
  ],
  ...[
    HEADER,
    'Event Name, Type, TID, Clock-Time, Kernel(ms), User(ms), User Data',
    row(' 1', {name: 'x'}).slice(0, 90),
  ],
  'Event Name, Event ID, Type, Clock-Time, PID, User Data',
  'nwifi, 5, Info, 133127435730482450, 7, "short row"',
  `Index,${HEADER}`,
]).map(text => [text])

const file = fc
  .array(fc.oneof({weight: 24, arbitrary: plain}, {weight: 1, arbitrary: other}), {
    minLength: 6,
    maxLength: 60,
    size: 'max',
  })
  .map(rows => [[HEADER], row(' 1', {name: 'nwifi'}).split('\n'), ...rows])

bothWays(file, {head: {min: 700, max: 2500}, pieces: 4000})
