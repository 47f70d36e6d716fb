import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, encodings, readBy} from './both-ways.js'
import {filesOf, pick, quoted, type RawMember, RESET, rare, SHAPES, TEXTS, VALUES} from './json-texts.js'

const two = (n: number) => String(n).padStart(2, '0')
const time = (minute: number, fraction = '.2862348') =>
  `"2019-03-03T${two(Math.floor(minute / 60))}:${two(minute % 60)}:14${fraction}+00:00"`

const times = fc.oneof(
  {weight: 80, arbitrary: fc.nat(1439).map(minute => time(minute))},
  {weight: 4, arbitrary: fc.tuple(fc.nat(1439), pick(['.28', '', '.2'])).map(([minute, rest]) => time(minute, rest))},
  {
    weight: 1,
    arbitrary: pick([
      ...[
        '"2019-03-04T19:58:14.2862348+00:00"',
        '"2019-03-03T19:58:14.2862348"',
        '"2019-03-03T25:58:14.28+00:00"',
        '""',
      ],
      ...['"2019-03-03T19:58:14.+00:00"', '"2019-03-03T19:58:14.123456789+00:00"', '"2019-03-03T19:58:60.1+00:00"'],
      ...['null', '5', '"x"', '{"value":"2019-03-03T19:58:14.28+00:00"}', '"2019-03-03T19:58:14.2862348+00:00 x"'],
    ]),
  },
)

const event = fc
  .record({
    guid: rare(pick(['9580d7de-0379-4658-9870-d5be7d52d6de', '00000000-0000-0000-0000-000000000000', '']), [
      '9580d7dd-0379-4658-9870-d5be7d52d6de',
      '{6a399ae0-4bc6-4de9-870b-3657f8947e7e}',
    ]),
    provider: rare(
      pick(['Microsoft-Windows-Kernel-Process', 'Microsoft-Windows-TCPIP', 'Contoso', '']),
      [
        ...['Microsoft-Windows-WLAN-AutoConfig', 'Microsoft-Windows-Kernel-Power', 'RT_LostEvent', 'Micro\\u0073oft-x'],
        ...[' Microsoft-x', 'EventTrace', 'x\\/NWiFi', 'OneX'],
      ],
      30,
    ),
    name: rare(pick(['ThreadStop/Stop', 'ThreadStop\\/Stop', 'EventID(7)', '']), [
      ...['EventID(42)', 'Task\\/EventID(5002)', 'EventID(005002)', 'EventI\\u0044(42)'],
    ]),
    time: times,
    texts: fc.array(TEXTS, {maxLength: 3}),
    value: rare(fc.constant('"0x91c000"'), ['3'], 25).chain(value => (value === '3' ? VALUES : fc.constant(value))),
    member: rare(pick(['CycleTime', 'TID', 'PID']), ['FormattedMessage', 'EventName', 'WDI_TASK_ROAM', 'a\\/b', '\\t']),
    place: rare(fc.constant('in'), ['top', 'name', 'opcode', 'process', 'guid', 'provider'], 40),
    twice: rare(fc.constant<RawMember[]>([]), [
      [['"providername"', '"Microsoft-Windows-NWifi"']],
      [['"TimeStamp"', '"x"']],
      [['"PROVIDERNAME"', 'null']],
      [['"XmlEventData"', '["4,412"]']],
      [['"value"', '[{"a":1}]']],
      [['"Pro\\u0076iderName"', '"Microsoft-Windows-NWifi"']],
      [['"a"', '\n{"a":1}']],
      [['"a"', `${' '.repeat(110)}\n{"a":1}`]],
    ]),
    turned: rare(fc.constant(false), [true]),
  })
  .map(({guid, provider, name, time, texts, value, member, place, twice, turned}) => {
    const at = (here: string, usual: string) => (here === place ? value : usual)
    const fields: RawMember[] = [
      ['"FormattedMessage"', quoted(texts[0] ?? '')],
      ['"MSec"', '"560.5709"'],
      ['"Data"', RESET],
      ['"ThreadID"', '"11,996"'],
      ...texts.slice(1).map((text, i): RawMember => [i === 0 ? '"Oid"' : '"Message"', quoted(text)]),
      [quoted(member), at('in', '"4,266,270"')],
    ]
    const members: RawMember[] = [
      ['"ProviderGuid"', at('guid', quoted(guid))],
      ['"YaraMatch"', '[]'],
      ['"ProviderName"', at('provider', quoted(provider))],
      ['"EventName"', at('name', quoted(name))],
      ['"OpcodeName"', at('opcode', '"Stop"')],
      ['"TimeStamp"', time],
      ['"ThreadID"', '11996'],
      ['"ProcessName"', at('process', '"N/A"')],
      ['"Top"', at('top', '8')],
      ['"XmlEventData"', SHAPES.line(fields)],
    ]
    const all = [...members, ...twice]
    return turned ? all.toReversed() : all
  })

describe('SilkETW', () => {
  bothWays(filesOf(event, ['line', 'line', 'lines']), {head: {min: 900, max: 3000}, pieces: 4000, blocks: false})

  it.each(Object.entries(encodings))('passes over nearly all plain events: %s', (_, encode) => {
    const lines = Array.from({length: 500}, (_, i) => {
      const fields = `{"FormattedMessage":"Thread 11,996 it's \\"x\\"\\r\\n stopped. ","CycleTime":"4,266,${100 + i}","PID":"8416"}`
      // Newtonsoft leaves zeros at the end of a fraction out.
      const at = time(i, `.28623${i}`.replace(/0+$/, ''))
      return `{"ProviderGuid":"22fb2cd6-0e7b-422b-a0c7-2fad1fd0e716","YaraMatch":[],"ProviderName":"Microsoft-Windows-Kernel-Process","EventName":"ThreadStop/Stop","Opcode":2,"OpcodeName":"Stop","TimeStamp":${at},"ThreadID":11996,"ProcessID":8416,"ProcessName":"N/A","PointerSize":8,"EventDataLength":76,"XmlEventData":${fields}}\r\n`
    })
    const scan = readBy(encode(lines.join('')), 'scan', 8000, [100_000])
    expect(scan.result).toMatchObject({format: 'silketw', records: 500, problems: []})
    expect(scan.passed).toBeGreaterThan(450)
  })
})
