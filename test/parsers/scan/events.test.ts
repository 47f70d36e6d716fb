import fc from 'fast-check'
import {describe} from 'vitest'
import {NS} from '../xml/event-texts.js'
import {bothWays} from './both-ways.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 30, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const MESSAGES = fc.oneof(
  {
    weight: 16,
    arbitrary: pick([
      ...[
        'MPDU rx queue=3 seq=1612',
        'WDI_TLV_BSSID near miss',
        'a &lt; b &amp;&quot;c&apos; &gt;',
        '',
        'lines\n\n  0000: 01',
      ],
      ...['one&#13;&#10;two', ' padded '],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'two\nNDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0',
      'OID_WD&#73;_TASK_ROAM PortId=1 TransactionId=101',
      'OID_WD<b/>I_TASK_ROAM PortId=1 TransactionId=101',
      '<b/>OID_WD<b>x</b>I_TASK_ROAM PortId=1 TransactionId=101',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...[
        '<![CDATA[x</Event>y]]>',
        '<![CDATA[OID_WDI_TASK_ROAM PortId=1]]>',
        '<!-- </Event> -->',
        '<!-- never closed',
        'a > b',
      ],
      ...[
        '&nope;',
        '&#0;',
        'a & b',
        ']]>',
        '<Event>nested</Event>',
        '</Event>',
        '<b>',
        '</b>',
        '<b/>',
        '<c x="1" x="2"/>',
      ],
      ...[
        '<a.b c=1/>',
        '<?pi </Event> ?>',
        'Caf\u00e9 \u7121\u7dda',
        '\u0001',
        `<Event xmlns="${NS}"><System>`,
        '<b><c></b></c>',
      ],
      ...['<b c="<"/>', "<b c='\"'/>", '<b c="a>b"/>', '<b\n\tc = "1"/>', '<x:b/>'],
    ]),
  },
)

const values = fc.record({
  message: MESSAGES,
  name: fc.oneof(
    {weight: 16, arbitrary: pick(['nwifi', 'Microsoft-Windows-TCPIP', 'wdiwifi'])},
    {
      weight: 2,
      arbitrary: pick([
        ...['', ' ', 'Microsoft-Windows-WLAN-AutoConfig', 'RT_LostEvent', 'EventTrace', '&#13;Microsoft-x', 'a&amp;'],
        ...['Microsoft-Windows-Kernel-Power', ' Microsoft-x'],
      ]),
    },
  ),
  guid: rare(fc.constant(''), ['{9580d7dd-0379-4658-9870-d5be7d52d6de}', '{6a399ae0-4bc6-4de9-870b-3657f8947e7e}']),
  id: rare(pick(['7', ' 42 ']), [
    '5002',
    '10311',
    '',
    'x',
    '0x138a',
    '0000000138a',
    '00000002847',
    '1</EventID><EventID>5002',
  ]),
  member: rare(pick(['Message', 'Line']), ['EventsLost', 'wdi_x', 'a"b']),
  minute: fc.integer({min: 0, max: 1439}),
  odd: rare(fc.constant(''), [
    'no time',
    '',
    '2019-01-10T22:59:31.1234567Z',
    '2019-01-09T22:59:61.123Z',
    ' 2019-01-09T22:59:31Z',
  ]),
  more: rare(fc.constant(''), [
    '<ProcessingErrorData><ErrorCode>15005</ErrorCode><DataItemName/></ProcessingErrorData>',
    '<ProcessingErrorData/>',
    '<ProcessingErrorData>x</ProcessingErrorData>',
    '<BinaryEventData>0011</BinaryEventData>',
    '<BinaryEventData/>',
    '<DebugData><Component>drv</Component><Message>x</Message></DebugData>',
    '<DebugData><Component>Microsoft-x</Component></DebugData>',
    '<DebugData><Component> </Component><Component>Unknown</Component></DebugData>',
    '<ExtendedTracingInfo><EventGuid>{68fdd900-4a3e-11d1-84f4-0000f80464e3}</EventGuid></ExtendedTracingInfo>',
    '<System><EventRecordID>5</EventRecordID></System>',
    '<UserData><E a="1" b="2"><F>x</F></E></UserData>',
    '<Other/>',
  ]),
  rendering: rare(
    pick(['', '<RenderingInfo Culture="en-US"><Level>Info </Level><Provider>rendered </Provider></RenderingInfo>']),
    [
      '<RenderingInfo><EventName>Lost_Event</EventName></RenderingInfo>',
      '<RenderingInfo><EventName>Lost Event</EventName><Provider></Provider></RenderingInfo>',
      '<RenderingInfo><Message>limited recovery x</Message><Keywords><Keyword>k</Keyword></Keywords></RenderingInfo>',
      '<RenderingInfo><Provider>Microsoft-Windows-WLAN-AutoConfig</Provider></RenderingInfo>',
    ],
  ),
  payload: rare(fc.constant('data'), ['none', 'twice', 'empty']),
  record: rare(fc.constant(false), [true]),
})

const two = (n: number) => String(n).padStart(2, '0')
const STYLES: Record<string, {quote: string; gap: string; indent: boolean; logged: boolean; zone: string}> = {
  'tracerpt XML': {quote: '"', gap: ' ', indent: true, logged: false, zone: '.123456700+00:00'},
  'event log XML': {quote: "'", gap: '', indent: false, logged: true, zone: '.1234567Z'},
}

describe.each(Object.entries(STYLES))('%s', (_, {quote: q, gap, indent, logged, zone}) => {
  const event = values.map(value => {
    const time =
      value.odd === ''
        ? `2019-01-09T${two(Math.floor(value.minute / 60))}:${two(value.minute % 60)}:31${zone}`
        : value.odd
    const guid = value.guid === '' ? '' : ` Guid=${q}${value.guid}${q}`
    const data = `<EventData><Data Name=${q}${value.member}${q}>${value.message}</Data></EventData>`
    const payloads: Record<string, string> = {data, none: '', twice: data + data, empty: `<EventData${gap}/>`}
    return [
      `<Event xmlns=${q}${NS}${q}>`,
      `<System>`,
      `<Provider Name=${q}${value.name}${q}${guid}${gap}/>`,
      `<EventID>${value.id}</EventID>`,
      `<TimeCreated SystemTime=${q}${time}${q}${gap}/>`,
      ...(logged !== value.record ? ['<EventRecordID>17</EventRecordID>'] : []),
      `<Execution ProcessID=${q}4${q} ThreadID=${q}0${q}${logged ? '' : ` ProcessorID=${q}2${q}`}${gap}/>`,
      '</System>',
      payloads[value.payload] as string,
      value.rendering,
      value.more,
      '</Event>',
    ]
  })
  const other = pick([
    ...[
      '</Events>',
      '<Events>',
      '<?xml version="1.0"?>',
      '<!-- x -->',
      'C:\\> wevtutil',
      '- ',
      '<Event',
      '</Event>',
      '<Event/>',
    ],
    ...[`<Event xmlns="${NS}">`, '<!-- </Event>', '<![CDATA[', '<EventX>', '\ufeff', '\n\n'],
  ])
  const file = fc
    .array(
      fc.oneof(
        {weight: 24, arbitrary: event.map(lines => lines.join(indent ? '\n\t' : ''))},
        {weight: 1, arbitrary: fc.tuple(event, fc.nat(60)).map(([lines, cut]) => lines.join('').slice(0, -cut))},
        {weight: 1, arbitrary: other},
      ),
      {minLength: 6, maxLength: 50, size: 'max'},
    )
    .chain(events =>
      pick(['\n', '\n', '', ' ', '\n  ', '\n- ']).map(between => [
        [indent ? '<Events>' : ''],
        events.join(between).split('\n'),
      ]),
    )
  bothWays(file, {head: {min: 900, max: 3000}, pieces: 4000})
})
