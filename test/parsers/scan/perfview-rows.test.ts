import fc from 'fast-check'
import {describe} from 'vitest'
import {bothWays, findsWhatever, passesOver} from './both-ways.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const NAMES = [
  ...[
    'Windows Kernel/Thread/CSwitch',
    'Microsoft-Windows-TCPIP/EventID(1300)',
    'nwifi/Rx',
    'Microsoft-Windows-NDIS/Miniport',
    'Netwtw10/EventID(7)/Start',
  ],
  ...[
    'Microsoft-Windows-Kernel-Process/ProcessStart/Start',
    'Provider(21ba7b61-05f8-41f1-9048-c09493dcfe38)/EventID(0)',
  ],
]
const ODD_NAMES = [
  ...[
    `${WLAN}/EventID(20007)`,
    'Netwtw10/EventID(5002)',
    'Microsoft-Windows-Kernel-Power/EventID(42)',
    'NDIS/EventID(10311)',
  ],
  ...[
    'EventTrace/Header',
    'MSNT_SystemTrace/EventTrace/Header',
    'EventTrace',
    '/x',
    '',
    'Unknown/x',
    'RT_LostEvent/x',
    'a"b',
  ],
  ...[
    'roamscope/x',
    'NWiFi/EventID(05)',
    'NWiFi/x',
    'no provider',
    ' nwifi /x',
    'MSNT_SystemTrace/EventTrace',
    'NWiFi/y/EventID(5)',
  ],
  ...['Microsoft-Windows-Kernel-General/EventID(1)', 'x/EventID(42)/Power', '{6a399ae0-4bc6-4de9-870b-3657f8947e7e}/x'],
]
const PAYLOADS = [
  ...[
    ' A="x" B="1,234"',
    ' A="rx queue=3 seq=1612"',
    '',
    ' ',
    ' A=""',
    ' Path="C:\\x\\" B="say \\"hi\\"" ',
    ' Text="a, b; c | d"',
  ],
  ...[' A="WDI near miss" HasStack="True"', ' OID="-229,377"', ' Bare=x "y" =""', ' MessageTemplate="x"'],
]
const WIFI = [
  ' Text="OID_WDI_TASK_ROAM PortId=1 TransactionId=101"',
  ' FormattedMessage="NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0"',
  ' Text="two lines\nOID_WDI_TASK_CONNECT PortId=1 TransactionId=7\nof a text" B="x"',
  ...[
    ' Status="1,074,069,541" PortId="1"',
    ' Oid="3,829,399,661" PortId="1"',
    ' Code="40,050,065"',
    ' Code="1,074,069,541"',
  ],
  ...[' Status="1074069541"', ' OidWDI_x="1"', ' FormattedMessage="M1 TASK_ROAM port=1 tid=5"'],
]
const HOSTILE = [
  ...[
    ' ProviderName="nwifi"',
    ' providername="Microsoft-Windows-NDIS" B="x"',
    ' ProviderGuid="{9580d7dd-0379-4658-9870-d5be7d52d6de}" ID="5002"',
  ],
  ...[
    ' EventsLost="5" BuffersLost="1"',
    ' Caf\u00e9="\u7121"',
    ' Text="a\nNo row, 5.000, x\nb"',
    ' Text="a\nnwifi/Rx,5.000,x,\nb"',
    ' A="open',
  ],
  ...[
    ' A="x\n\n',
    '\u00a0',
    ' A="x" \v',
    ' A="cr\rOID_WDI_TASK_ROAM"',
    ' ProviderGuid="x" ID="10317" MiniportEvent="36"',
    ' ProviderGuid="x" ID="8,001" MSG="\\\\"',
    ' A="5,002"',
  ],
]
const TIMES = [
  '-5.000',
  '1,234.567',
  '1.0',
  '123456789012.345',
  '1234567890123.456',
  'x',
  '',
  '5.0000',
  '.500',
  ' 5.000',
  '5:000',
]

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

/** As PerfView writes a cell. */
const cell = (text: string, separator: string) => (text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text)

const row = (separator: string, columns: number) =>
  fc
    .record({
      name: rare(pick(NAMES), ODD_NAMES),
      time: rare(
        fc.nat(4e9).map(us => (us / 1000).toFixed(3).replace('.', separator === ',' ? '.' : ',')),
        [...TIMES, ...TIMES.map(time => time.replace('.', ','))],
      ),
      process: rare(pick(['svchost (4276)', 'Idle (0)', '']), ['"x"', 'a"b', ' "x', '"x" y', '"', '""']),
      thread: fc
        .nat(9999)
        .map(id => ` ThreadID="${id > 999 ? `${Math.floor(id / 1000)},${String(id % 1000).padStart(3, '0')}` : id}"`),
      payload: fc.oneof(
        {weight: 30, arbitrary: pick(PAYLOADS)},
        {weight: 2, arbitrary: pick(WIFI)},
        {weight: 1, arbitrary: pick(HOSTILE)},
      ),
      own: rare(pick(['', '5', 'a text', 'x "y"', '1,234']), [
        '"x"',
        'OID_WDI_TASK_ROAM',
        'a,b;c|d\te',
        '""',
        '"a""b"',
        '"x',
        'a\nb',
      ]),
      odd: rare(fc.constant(0), [1, -1, 2]),
    })
    .map(({name, time, process, thread, payload, own, odd}) => {
      const cells = [name, time, process, ...Array<string>(columns).fill(own), `${thread}${payload}`]
      const raw = [name, time, process, own]
      const texts = cells.map(text => (raw.includes(text) && text !== own ? text : cell(text, separator)))
      const changed = odd > 0 ? [...texts, ...Array<string>(odd).fill('')] : texts.slice(0, texts.length + odd)
      return changed.join(separator).split('\n')
    })

const file = fc
  .tuple(
    pick([',', ';', '\t', '|']),
    rare(pick([[], ['Reason'], ['Reason', 'HasStack']]), [
      ['ProviderName'],
      ['OID_WDI_TASK_ROAM PortId'],
      ['M\u00fcll'],
      ['EventTrace'],
    ]),
  )
  .chain(([separator, own]) => {
    const header = (columns: readonly string[], by = separator) =>
      ['Event Name', 'Time MSec', 'Process Name', ...columns].join(by)
    const other = pick(
      [
        ...[
          '',
          ' ',
          'no row at all',
          '"',
          'OID_WDI_TASK_ROAM PortId=2 TransactionId=5',
          '\ufeff',
          ' B="the end"',
          separator.repeat(4),
        ],
        ...[
          ['x/EventTrace', '5.000', 'p', ...own, ' EventsLost="5"']
            .join(separator)
            .replace('.', separator === ',' ? '.' : ','),
          header([...own, 'Rest']),
          header(['Reason', 'Rest']),
          header(['Rest', 'OID_WDI_TASK_ROAM']),
          header([]),
          header(['Rest'], ';'),
        ],
      ].map(line => [line]),
    )
    return fc
      .array(fc.oneof({weight: 40, arbitrary: row(separator, own.length)}, {weight: 1, arbitrary: other}), {
        minLength: 10,
        maxLength: 70,
        size: 'max',
      })
      .map(rows => [[header([...own, 'Rest'])], ...rows])
  })

describe('PerfView CSV', () => {
  bothWays(file, {head: {min: 500, max: 2500}, pieces: 3000, blocks: false})
  findsWhatever(file, 700)

  const rows = Array.from({length: 800}, (_, i) =>
    [
      NAMES[i % NAMES.length],
      (8000 + i / 7).toFixed(3),
      'svchost (4276)',
      cell(` ThreadID="5,544" A="rx seq=${i}, 5" B="1,234"`, ','),
    ].join(','),
  )
  passesOver(`${['Event Name,Time MSec,Process Name,Rest', ...rows].join('\r\n')}\r\n`)
})
