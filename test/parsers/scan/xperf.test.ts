import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, findsWhatever, passesOver, readBy} from './both-ways.js'

const CLASSES = [
  'FirstReliableEventTimeStamp, TimeStamp',
  '   UnknownEvent/Classic,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, EventGuid, Type, Level, Version, MofLength',
  '   UnknownEvent/Crimson,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, ProviderId,     Id,   Task',
  '           InvalidEvent,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, EventGuid, Type',
  '                CSwitch,  TimeStamp, New Process Name ( PID),    New TID, CPU',
  '             FileIoRead,  TimeStamp,     Process Name ( PID),   ThreadID, FileName, Level',
  'Netwtw10/Rx/win:Info,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, etw:ActivityId, Message, Peer',
  'Microsoft-Windows-TCPIP/Rx/win:Info,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, Message',
]
/** Every record of these is wanted, none is. */
const ODD_CLASSES = [
  'Acme/Odd/win:Info, TimeStamp, WDI_TLV_BSSID, Message',
  'Acme/Named/win:Info, TimeStamp, OID_WDI_TASK_ROAM PortId, x',
  '   Acme/F\u00fcr/win:Info, TimeStamp, Stra\u00dfe',
  'Acme/Kelvin/win:Info, TimeStamp, \u212aelvin',
  'Microsoft-Windows-WLAN-AutoConfig/x/win:Info, TimeStamp, Message',
  'FirstReliableThing, TimeStamp, Message',
  'NoColumns, TimeStamp',
  '/nobody, TimeStamp, a',
  'a"b, TimeStamp, a',
  'UnknownEvent, TimeStamp, EventGuid, Type',
  'RT_LostEvent/x, TimeStamp, a',
  `${'long/'.repeat(110)}, TimeStamp, a`,
]
const header = (classes: readonly string[]) => ['BeginHeader', ...classes, 'EndHeader']
const HEADER = header([...CLASSES, ...ODD_CLASSES])
const FACTS =
  'OS Version: 10.0.26100, Trace Size: 20736KB, Events Lost: 3, Buffers lost: 2, Trace Start: 132675686690347142, Trace Length: 2 sec'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const PROCESS = '     System (   4),         12,   0'
const CELLS = [
  ...[PROCESS, `${PROCESS}, , "rx queue=3 seq=1612", 02-00`, `${PROCESS}, , "", "a, b", ""`, '', ' ', ', ,'],
  ...[
    `${PROCESS}, a, b, c, d, e, f, g, h, i`,
    `${PROCESS}, "WDI near miss"`,
    ' 1, "C:\\x", "y"',
    ' 1,"he said "hi", x"',
  ],
]
const WIFI = [
  `${PROCESS}, , "OID_WDI_TASK_ROAM PortId=1 TransactionId=101"`,
  `${PROCESS}, , "NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0", 7`,
  `${PROCESS}, , "two lines\nOID_WDI_TASK_CONNECT PortId=1 TransactionId=7\nof a text", 8`,
  `${PROCESS}, , "FSM Transition from State: Roaming to State: Connected"`,
]
const HOSTILE = [
  ...[
    '"open',
    ' "a\n\nb", 5',
    ' 5" disk',
    ' "a""b", 5',
    ' "a"", 5',
    ' """x""", 5',
    '"  ""text"""',
    ' "a" b, 5',
    ' "a" ',
  ],
  ...[' "Caf\u00e9 \u7121\u7dda"', ' "a,"b", 5', ' "x\nCSwitch, 5, y\nz"', ' "x\n,,\ny"', ' "x\nBeginHeader\nz"', '"'],
  ...[' "go on\nOther, 5, in it', ' \t"tab"\t, 5', ' x\v', ' "a,"""b"'],
  ...[`${PROCESS}, ${'x'.repeat(2100)}`, ' "open\nUnknownEvent/Classic, 5, 1'],
]
const GUIDS = [
  '{21ba7b61-05f8-41f1-9048-c09493dcfe38}',
  '{68fdd900-4a3e-11d1-84f4-0000f80464e3}',
  '{6a399ae0-4bc6-4de9-870b-3657f8947e7e}',
  '{6A399AE0-4bc6-4de9-870b-3657f8947e7e}',
  '"{68FDD900-4a3e-11d1-84f4-0000f80464e3}"',
  '{9580d7dd-0379-4658-9870-d5be7d52d6de}',
  '{00000000-0000-0000-0000-000000000000}',
  '',
]
const UNKNOWN = ['UnknownEvent/Classic', 'UnknownEvent/Crimson', 'InvalidEvent', 'UnknownEvent', 'InvalidEvent/Classic']
const ODD_NAMES = [
  ...ODD_CLASSES.map(line => line.slice(0, line.indexOf(',')).trim()),
  ...[
    'Other',
    'Other/x/y',
    'FirstReliableEventTimeStamp',
    'CSwitch/x',
    'cswitch',
    'CSwitc',
    '',
    '"CSwitch"',
    '\u00a0CSwitch',
  ],
  ...['\vCSwitch', 'UnknownEvents', 'EventTrace/x'],
]

const row = fc
  .record({
    name: rare(
      pick(['CSwitch', 'CSwitch', 'FileIoRead', 'Netwtw10/Rx/win:Info', 'Microsoft-Windows-TCPIP/Rx/win:Info']),
      ODD_NAMES,
    ),
    before: rare(fc.nat(24), [1010, 1100]),
    time: rare(
      fc.nat(1e9).map(us => String(us).padStart(11)),
      [
        '',
        ' ',
        '5',
        '\t5\t',
        '123456789012345',
        '1234567890123456',
        '-5',
        '5.5',
        'x',
        ' 5 5',
        '0x5',
        `${' '.repeat(70)}5`,
      ],
    ),
    cells: fc.oneof(
      {weight: 30, arbitrary: pick(CELLS)},
      {weight: 2, arbitrary: pick(WIFI)},
      {weight: 1, arbitrary: pick(HOSTILE)},
    ),
    comma: rare(fc.constant(','), ['', ';', ' ']),
  })
  .map(({name, before, time, cells, comma}) => `${' '.repeat(before)}${name},${time}${comma}${cells}`.split('\n'))

const unknown = fc
  .record({
    name: pick(UNKNOWN),
    us: fc.nat(1e9),
    guid: rare(fc.constant(GUIDS[0] as string), GUIDS),
    rest: pick([', 0x21', ', 0x000c, 0', ', "', '']),
  })
  .map(({name, us, guid, rest}) => [`   ${name}, ${us}, ${PROCESS}, ${guid}${rest}`])

const other = pick([
  ...[
    [''],
    [' '],
    ['no row at all'],
    ['"'],
    ['go on", 5'],
    ['OID_WDI_TASK_ROAM PortId=2 TransactionId=5'],
    ['\ufeff'],
    ['EndHeader'],
  ],
  ...[
    HEADER,
    header(CLASSES.slice(4)),
    header(['CSwitch, TimeStamp, OID_WDI_TASK_ROAM PortId', 'FileIoRead, TimeStamp', ...ODD_CLASSES]),
    ['BeginHeader', 'CSwitch, TimeStamp, A'],
  ],
  ...[
    [FACTS],
    ['FirstReliableEventTimeStamp, 0'],
    [FACTS.replace('132675686690347142', 'unknown')],
    [FACTS.replace(', Buffers', ',')],
  ],
  ...[['  BeginHeader  ', 'odd line', 'EndHeader ']],
])

const file = fc
  .tuple(
    pick([[FACTS], []]),
    fc.array(fc.oneof({weight: 30, arbitrary: row}, {weight: 4, arbitrary: unknown}, {weight: 1, arbitrary: other}), {
      minLength: 10,
      maxLength: 70,
      size: 'max',
    }),
  )
  .map(([facts, rows]) => [HEADER, ...facts.map(line => [line]), ['CSwitch, 5, x'], ...rows])

describe('xperf', () => {
  bothWays(file, {head: {min: 700, max: 4000}, pieces: 4000, blocks: false})
  findsWhatever(file, 2500)

  it('knows as many classes as there is room for', () => {
    const names = Array.from({length: 3000}, (_, i) => `Provider-${'x'.repeat(i % 40)}/Task${i}/win:Info`)
    const rows = names.map((name, i) => `${name}, ${i}, 5`)
    const text = [...header(names.map(name => `${name}, TimeStamp, A`)), ...rows, ...rows].join('\n')
    const {passed, result} = readBy(Buffer.from(text), 'scan', 2000, [50_000])
    expect(result).toEqual(readBy(Buffer.from(text), 'full', 2000, [50_000]).result)
    expect(passed).toBeGreaterThan(3000)
    expect(passed).toBeLessThan(4100)
  })

  const rows = Array.from({length: 400}, (_, i) =>
    [
      `                CSwitch, ${String(i * 40).padStart(10)},     Idle (   0),          0,    2`,
      `             FileIoRead, ${String(i * 40 + 7).padStart(10)},     System (   4),         12, "C:\\Windows, or so", 5`,
      `   UnknownEvent/Crimson, ${String(i * 40 + 9).padStart(10)},     System (   4),         12, 3, ${GUIDS[0]}, 0x000c, 0`,
    ].join('\n'),
  )
  passesOver(`${[...header(CLASSES), FACTS, ...rows].join('\n')}\n`)
})
