import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, encodings, readBy} from './both-ways.js'
import {linesHandedOn} from './handed-on.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 40, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const attributes = fc.oneof(
  {
    weight: 24,
    arbitrary: pick([
      ...[
        'A="1"A="2" B="&quote;x&quote; &lt; &gt; &amp; &apos;y"',
        'Size="4,096" Path="c:\\a/>b"',
        '',
        'N = \'a "b"\'',
      ],
      ...['FormattedMessage="MPDU rx\nseq=1,612"', 'ThreadID="5,544" ProcessorNumber="2"', 'B="a & b &nope; > c" C=""'],
      'some-name.of:parts_1="WDI_TLV_BSSID near miss"',
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'Message="OID_WDI_TASK_ROAM PortId=1 TransactionId=101"',
      'FormattedMessage="NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0"',
      'Message="OID_WD&#73;_TASK_ROAM PortId=1 TransactionId=101"',
      'Oid="3,829,399,652" PortId="1" TransactionId="101"',
      'Oid="3829399652" PortId="1" TransactionId="101"',
      'Code=" -400,500 "',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...[
        'EventName="b"',
        'TimeMsec="1.000"',
        'MSec="2.0000"',
        'A="<"',
        'A="1',
        'A=1',
        '=',
        'A',
        'A="&nbsp;fsm&nbsp;transition"',
      ],
      ...[
        'EventsLost="5" BuffersLost="1"',
        'providername="wdi_x"',
        'ProviderName=" Microsoft-x "',
        'ProviderName="Unknown"',
      ],
      ...[
        'ProviderName="a" PROVIDERNAME="Microsoft-x"',
        'ProviderGuid="9580d7dd-0379-4658-9870-d5be7d52d6de" ID="20007"',
      ],
      ...[
        'Caf\u00e9="\u7121\u7dda"',
        'A="\u0001"',
        `${'x'.repeat(70)}="1"`,
        `N="1,${'234,'.repeat(30)}567"`,
        '/>',
        '> <Event A="1"/',
      ],
      ...['<!-- x -->', 'ProviderName="&#77;icrosoft-x"', 'ProviderName=""', 'M="msg&quote;id"'],
    ]),
  },
)

const values = fc.record({
  name: rare(
    pick([
      'Windows Kernel/Process/Start',
      'Microsoft-Windows-TCPIP/EventID(1074)',
      'MyProvider/EventID(7)/Stop',
      'NoSlash',
    ]),
    [
      ...['Microsoft-Windows-WLAN-AutoConfig/EventID(20007)', 'Microsoft-Windows-NDIS/EventID(10400)', 'EventID(5002)'],
      ...[
        'Windows Kernel/EventTrace/Header',
        'EventTrace',
        '',
        '/x',
        ' Microsoft-x/y',
        'Microsoft-&amp;/y',
        'RT_LostEvent/x',
      ],
    ],
  ),
  ms: fc.nat(9_999_999),
  odd: rare(fc.constant(null), [
    'no time',
    '',
    '12',
    '12,345',
    '-5.123',
    '1.12',
    '1.12345',
    '8,184.674',
    '81,84.674',
    '1,.000',
    ' 7.123 ',
  ]),
  rest: attributes,
})

type Values = typeof values extends fc.Arbitrary<infer V> ? V : never
const STYLES: Record<
  string,
  {head: string; tail: string; tag: (time: string, name: string, rest: string) => string; digits: number}
> = {
  'PerfView XML': {
    head: '<Events>',
    tail: '</Events>',
    tag: (time, name, rest) => ` <Event EventName="${name}" TimeMsec="${time}" ProcessName="svchost (4276)" ${rest}/>`,
    digits: 3,
  },
  'TraceEvent elements': {
    head: '',
    tail: '',
    tag: (time, name, rest) =>
      `<Event MSec=     "${time}" PID="4612" PName=    "test" TID="12372" EventName="${name}" ${rest}/>`,
    digits: 4,
  },
}
const tagOf = ({name, ms, odd, rest}: Values, {tag, digits}: (typeof STYLES)[string]) =>
  tag(odd ?? (ms / 1000).toFixed(digits), name, rest)

describe.each(Object.entries(STYLES))('%s', (_, style) => {
  const event = values.map(one => tagOf(one, style))
  const other = pick([
    ...[
      '</Events>',
      '<Events>',
      '<?xml version="1.0"?>',
      '<!-- x -->',
      'GOT EVENT: ',
      '<Event',
      '</Event>',
      '<Event/>',
    ],
    ...[
      '<Event >',
      '<event EventName="x" TimeMsec="1.000"/>',
      '<!-- <Event',
      '<![CDATA[',
      '<EventX>',
      '\ufeff',
      '\n\n',
    ],
    ...[
      '<Event MSec= "3.5348" EventName="A" ID="20007">\n<Event MSec= "3.5348" EventName="A"/>\n</Event>',
      '<a b="/>">',
    ],
  ])
  const first = style.tag((1).toFixed(style.digits), 'A/B', 'C="d"')
  const file = fc
    .array(
      fc.oneof(
        {weight: 30, arbitrary: event},
        {weight: 1, arbitrary: fc.tuple(event, fc.nat(60)).map(([text, cut]) => text.slice(0, -cut))},
        {weight: 1, arbitrary: other},
      ),
      {minLength: 6, maxLength: 60, size: 'max'},
    )
    .chain(events =>
      pick(['\n', '\n', '', ' ', '\n  ']).map(between => [[style.head + first], events.join(between).split('\n')]),
    )
  bothWays(file, {head: {min: 300, max: 1500}, pieces: 2000, blocks: false})

  it.each(Object.entries(encodings))('passes over nearly all plain events: %s', (_, encode) => {
    const names = ['Windows Kernel/Process/Start', 'Microsoft-Windows-TCPIP/EventID(1074)', 'DotNet/GC/AllocationTick']
    const rests = ['ThreadID="5,544" Size="1,234,567"', 'CommandLine="&quote;c:\\x&quote; -a"', 'A="1"A="2"']
    const events = Array.from({length: 300}, (_, ms) =>
      tagOf({name: names[ms % 3] as string, ms, odd: null, rest: rests[ms % 3] as string}, style),
    )
    const bytes = encode(`${style.head}${events.join('\r\n')}\r\n${style.tail}`)
    const {passed, result} = readBy(bytes, 'scan', 1500, [2222])
    expect(result).toMatchObject({records: 300, wpp: style.digits === 3 ? 200 : 0, problems: []})
    expect(passed).toBeGreaterThan(270)
  })

  describe('an event among plain ones is read', () => {
    const plain: Values = {name: 'A/B', ms: 7, odd: null, rest: 'Size="4,096"'}
    function isRead(one: Partial<Values>, literal: string, withId = false): boolean {
      const all = Array.from({length: 60}, (_, i) => tagOf(i === 30 ? {...plain, ...one} : plain, style))
      return linesHandedOn(style.head + all.join('\n'), literal, 1500, withId).includes(31)
    }

    it.each([
      ['a literal', {rest: 'A="fsm transition"'}],
      ['one in a name', {rest: 'x12345y="1"'}],
      ['a number without its commas', {rest: 'A=" 1,234,567 "'}],
      ['a number that hides one', {rest: 'A="fsm tr&#97;nsition"'}],
      ['a blank that hides one', {rest: 'A="fsm&nbsp;transition"'}],
      ['a second name', {rest: 'EventName="x"'}],
      ['a second time', {rest: 'MSec="1.0000" TimeMsec="1.000"'}],
      ['a GUID, with which there may be an id', {rest: 'ProviderGuid="{11111111-0379-4658-9870-d5be7d52d6de}" ID="7"'}],
      ['losses', {rest: 'EventsLost="7"'}],
      ['more decimals', {odd: '1.98765'}],
      ['a tag', {rest: 'A="<"'}],
    ])('for %s', (_, one) => {
      expect(['12345', 'fsm transition'].map(literal => isRead(one, literal))).toContain(true)
    })

    it.each([
      ['nothing', {}],
      ['a quote', {rest: 'A="fsm&quote;transition &amp; 12&lt;345 &other; 12,3,456"'}],
    ])('but not for %s', (_, one) => {
      expect(['12345', 'fsm transition'].map(literal => isRead(one, literal))).toEqual([false, false])
    })

    it('for its id or provider', () => {
      expect(isRead({name: 'A/EventID(9321)/Stop'}, '9321', true)).toBe(true)
      expect(isRead({rest: 'ProviderName="x-power"'}, 'x-power', true)).toBe(true)
      expect(isRead({rest: 'A="9321"'}, '9321', true)).toBe(false)
    })
  })
})
