import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bothWays, encodings, readBy} from './both-ways.js'
import {linesHandedOn} from './handed-on.js'

const pick = <T>(values: readonly T[]) => fc.constantFrom(...(values as [T, ...T[]]))
const rare = <T>(common: fc.Arbitrary<T>, others: readonly T[]) =>
  fc.oneof({weight: 40, arbitrary: common}, {weight: 1, arbitrary: pick(others)})

const MESSAGES = fc.oneof(
  {
    weight: 20,
    arbitrary: pick([
      ...[
        'MPDU rx queue=3 seq=1612',
        'WDI_TLV_BSSID near miss',
        'a &lt; b &amp;&quot;c&apos; &gt;',
        '',
        'a_b _xyz_ __',
      ],
      ...['one_x000D__x000A_two', 'raw\nline &#13;&#10; x', 'A:_x0009__x0009_S-1_x000A__x0009_B:_x0009_c', ' padded '],
    ]),
  },
  {
    weight: 2,
    arbitrary: pick([
      'OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
      'two_x000D__x000A_NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE PortId=1 TransactionId=101 Status=0x0',
      'OID_WD&#73;_TASK_ROAM PortId=1 TransactionId=101',
      'OID_WD_x0049__TASK_ROAM PortId=1 TransactionId=101',
      '_x000A_x0049_OID_WD_x0049__TASK_ROAM PortId=1 TransactionId=101',
      '_x000A_x0049_OID_WDI_TASK_ROAM PortId=1 TransactionId=101',
    ]),
  },
  {
    weight: 1,
    arbitrary: pick([
      ...['FSM_x0009_transition', 'wireless_x0009_network x', '_x0009_M3_x0009_', 'IND_x0009_x', '_x0008_', '_x00e9_'],
      ...['<![CDATA[x</Obj>y]]>', '<![CDATA[OID_WDI_TASK_ROAM PortId=1]]>', '<!-- </Obj> -->', '<!-- never closed'],
      ...['a > b', '&nope;', '&#0;', 'a & b', ']]>', '<Obj>nested</Obj>', '</Obj>', '</obj>', '<b>', '</b>', '<b/>'],
      ...['OID_WD<b/>I_TASK_ROAM PortId=1 TransactionId=101', 'OID_W<b>x</b>DI_TASK_ROAM PortId=1 TransactionId=101'],
      ...[
        'Caf\u00e9 \u7121\u7dda \u9ad8',
        '\u0001',
        '\u0000',
        '\ud800',
        '<?pi </Obj> ?>',
        '<a.b c=1/>',
        '<b c="a>b"/>',
      ],
    ]),
  },
)

const values = fc.record({
  message: MESSAGES,
  name: fc.oneof(
    {weight: 20, arbitrary: pick(['nwifi', 'Microsoft-Windows-TCPIP', 'wdiwifi', 'EventLog'])},
    {
      weight: 2,
      arbitrary: pick([
        ...['', ' ', 'Microsoft-Windows-WLAN-AutoConfig', 'RT_LostEvent', 'Microsoft-Windows-NDIS', '&#13;Microsoft-x'],
        ...['Microsoft-Windows-Kernel-Power', ' Microsoft-x', '_x000D_Microsoft-x', 'Unknown_x000A_', 'a_x000D_b'],
      ]),
    },
  ),
  guid: rare(pick(['<G N="ProviderId">11111111-0379-4658-9870-d5be7d52d6de</G>', '<Nil N="ProviderId" />']), [
    '<G N="ProviderId">9580d7dd-0379-4658-9870-d5be7d52d6de</G>',
    '<G N="ProviderId">6a399ae0-4bc6-4de9-870b-3657f8947e7e</G>',
    '',
  ]),
  id: rare(pick(['<I32 N="Id">7</I32>', '<I32 N="Id"> 42 </I32>']), [
    ...['<I32 N="Id">5002</I32>', '<I32 N="id">10400</I32>', '<Nil N="Id" />', '<I32 N="Id">x</I32>', ''],
    ...[
      '<S N="Id">0x138a</S>',
      '<I64 N="Id">000000028a0</I64>',
      '<I64 N="Id">00000010400</I64>',
      '<I32 N="Id">5</I32><I32 N="ID">5002</I32>',
    ],
    ...[
      '<I32 N="EventID">7</I32><I64 N="InstanceId">10317</I64>',
      '<Obj N="Id"><I32>7</I32></Obj>',
      '<BA N="Id">NTAwMg==</BA>',
    ],
    ...['<I32 N="Id">_x000D_</I32>', '<I32 N="Id">5<b/>002</I32>', '<S N="Source">wdi_x</S><I32 N="Id">7</I32>'],
  ]),
  minute: fc.integer({min: 0, max: 1439}),
  odd: rare(fc.constant(null), [
    ...['<DT N="TimeCreated">no time</DT>', '', '<DT N="TimeCreated"></DT>', '<Nil N="TimeCreated" />'],
    ...[
      '<DT N="TimeCreated">2019-01-10T22:59:31.1234567-07:00</DT>',
      '<DT N="TimeCreated">2019-01-09T22:59:61.1234567Z</DT>',
    ],
    ...['<DT N="TimeCreated">2019-01-09T22:59:31</DT>', '<DT N="TimeCreated">2019-02-03T22:59:31.123</DT>'],
    ...['<DT N="TimeCreated">2019-01-09T22:59:31.1234567-07:00</DT><DT N="TimeGenerated">2019-01-09T22:59:32Z</DT>'],
    ...[
      '<DT N="TimeGenerated">2019-01-09T22:59:31.1234567-07:00</DT>',
      '<DT N="timecreated">2019-01-09T22:59:31.1234567-07:00</DT>',
    ],
    ...[
      '<Obj N="TimeCreated"><DT>2019-01-09T22:59:31.1234567-07:00</DT></Obj>',
      '<DT N="TimeCreated"> 2019-01-09T22:59:31Z</DT>',
    ],
  ]),
  more: rare(fc.constant(''), [
    ...['<LST><S>x</S></LST>', '<STK />', '<ToString><LST/></ToString>', '<TN><LST/></TN>', '<DT>x</DT>', '<props/>'],
    ...[
      '<Props><S N="Message">OID_WDI_TASK_ROAM PortId=1</S></Props>',
      '<MS></MS>',
      '<Other/>',
      'text',
      '<MS><lst/><BA N="Data">DQ==</BA></MS>',
      '<MS><BA N="Message">C9NQag==</BA></MS>',
      '<MS><BA N="Id">DQ==</BA><BA>DQ==</BA></MS>',
    ],
  ]),
  property: rare(pick(['<S N="Value">x</S>', '<U32 N="Value">1</U32>', '<Nil N="Value" />']), [
    ...[
      '<BA N="Value">T0lE</BA>',
      '<S N="Value">OID_WDI_TASK_ROAM PortId=1 TransactionId=101</S>',
      '<S N="Value">msg_x0009_id</S>',
    ],
    ...['<Obj N="Value"><Props><S N="x">y</S></Props></Obj>', '<S N="Value" N="Value">x</S>', '<obj></obj>', '<OBJ />'],
  ]),
})

const two = (n: number) => String(n).padStart(2, '0')
type Values = typeof values extends fc.Arbitrary<infer V> ? V : never

/** As Export-Clixml writes an EventLogRecord. */
function linesOf({message, name, guid, id, minute, odd, more, property}: Values, zone: string): string[] {
  const time = `2019-01-09T${two(Math.floor(minute / 60))}:${two(minute % 60)}:31.1234567${zone}`
  return [
    '<Obj RefId="0">',
    '  <TN RefId="0">',
    '    <T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>',
    '  </TN>',
    '  <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>',
    ...(more === '' ? [] : [more]),
    '  <Props>',
    `    ${id}`,
    '    <Nil N="Qualifiers" />',
    '    <I64 N="RecordId">1321</I64>',
    `    <S N="ProviderName">${name}</S>`,
    `    ${guid}`,
    '    <I32 N="ProcessId">4276</I32>',
    '    <Obj N="UserId" RefId="1"><Props><S N="Value">S-1-5-18</S></Props></Obj>',
    `    ${odd ?? `<DT N="TimeCreated">${time}</DT>`}`,
    '    <S N="LevelDisplayName">Information</S>',
    '    <Obj N="Properties" RefId="2"><TNRef RefId="1" />',
    '      <LST>',
    `        <Obj RefId="3"><TNRef RefId="1" /><Props>${property}</Props></Obj>`,
    '      </LST>',
    '    </Obj>',
    '  </Props>',
    `  <MS><S N="Message">${message}</S></MS>`,
    '</Obj>',
  ]
}

const HEAD = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'

describe.each(['-07:00', ''])('CLIXML, zone "%s"', zone => {
  const object = values.map(one => linesOf(one, zone).join('\n'))
  const other = pick([
    ...['</Objs>', HEAD, '<?xml version="1.0"?>', '<!-- x -->', '#< CLIXML', '<Obj', '</Obj>', '<Obj/>', '<S>x</S>'],
    ...['<Obj RefId="9"><TN RefId="8"><T>System.Object[]</T></TN><LST>', '</LST></Obj>', '<!-- </Obj>', '<![CDATA['],
    ...['<Obj RefId="4"><Props><S N="Name">x</S></Props></Obj>', '\ufeff', '\n\n', '<Obj>', '<Obj RefId="1><Props>'],
  ])
  const file = fc
    .array(
      fc.oneof(
        {weight: 24, arbitrary: object},
        {weight: 1, arbitrary: fc.tuple(object, fc.nat(60)).map(([text, cut]) => text.slice(0, -cut))},
        {weight: 1, arbitrary: other},
      ),
      {minLength: 6, maxLength: 40, size: 'max'},
    )
    .chain(objects => pick(['\n', '\n', '', ' ', '\n  ']).map(between => [[HEAD], objects.join(between).split('\n')]))
  bothWays(file, {head: {min: 1500, max: 4000}, pieces: 5000, blocks: false})
})

const PLAIN: Values = {
  message:
    'An account was logged on._x000D__x000A__x000D__x000A_Subject:_x000D__x000A__x0009_Id:_x0009__x0009_S-1 &amp; x',
  name: 'Microsoft-Windows-Security-Auditing',
  guid: '<G N="ProviderId">11111111-0379-4658-9870-d5be7d52d6de</G>',
  id: '<I32 N="Id">4624</I32>',
  minute: 7,
  odd: null,
  more: '',
  property: '<S N="Value">_x000A__x0009_%%1833</S>',
}

it.each(Object.entries(encodings))('passes over nearly all plain objects: %s', (_, encode) => {
  const names = ['EventLog', 'Microsoft-Windows-Security-Auditing', 'Service Control Manager']
  const objects = Array.from({length: 300}, (_, minute) =>
    linesOf(
      {
        ...PLAIN,
        name: names[minute % 3] as string,
        guid: minute % 2 === 0 ? '<Nil N="ProviderId" />' : PLAIN.guid,
        minute,
      },
      '-07:00',
    ).join('\r\n'),
  )
  const bytes = encode(`${HEAD}\r\n${objects.join('\r\n')}\r\n</Objs>`)
  const {passed, result} = readBy(bytes, 'scan', 4000, [9999])
  expect(result).toMatchObject({format: 'clixml', records: 300, problems: []})
  expect(passed).toBeGreaterThan(270)
})

describe('an object among plain ones is read', () => {
  function isRead(one: Partial<Values>, literal: string, withId = false): boolean {
    const plain = linesOf(PLAIN, 'Z')
    const all = Array.from({length: 60}, (_, i) => (i === 30 ? linesOf({...PLAIN, ...one}, 'Z') : plain))
    const text = [HEAD, ...all.flat(), '</Objs>'].join('\n')
    return linesHandedOn(text, literal, 4000, withId).includes(2 + 30 * plain.length)
  }

  it.each([
    ['a literal', {message: 'fsm transition'}],
    ['one behind the end of a line', {message: 'x_x000D__x000A_fsm transition'}],
    ['an escape in one', {message: 'fsm tr_x0061_nsition'}],
    ['an escape in front of one that is none', {message: '_x000A_x0061_fsm tr_x0061_nsition'}],
    ['a tab in one', {message: 'fsm_x0009_transition'}],
    ['an element in one', {message: 'fsm<b/> transition'}],
    ['a number in one', {message: 'fsm tr&#97;nsition'}],
    ['a literal in a value', {property: '<S N="Value">fsm transition</S>'}],
    ['bytes', {property: '<BA N="Value">QUJD</BA>'}],
    ['bytes that are the message', {guid: '<BA N="Message">QUJD</BA>'}],
    ['a control', {message: '\u0001'}],
    ['what is beyond U+FFFD', {message: '\uffff'}],
    ['a second time', {guid: '<DT N="TimeGenerated">2019-01-09T22:59:31.1234567Z</DT>'}],
    ['no time', {odd: '<Nil N="TimeCreated" />'}],
    ['no id', {id: '<Nil N="Id" />'}],
    ['a time that is none', {odd: '<En N="TimeCreated">2019-01-09T22:59:31.1234567Z</En>'}],
    ['an element in a provider', {name: 'x<b/>'}],
    ['a second provider', {guid: '<S N="ProviderName">x</S>'}],
    ['a list', {id: '<I32 N="Id">7</I32></Props><LST /><Props>'}],
  ])('for %s', (_, one) => {
    expect(isRead(one, 'fsm transition')).toBe(true)
  })

  it.each([
    ['nothing', {}],
    ['a piece of a literal', {message: 'fsm  transition'}],
    ['bytes that no record has', {guid: '<BA N="Data">QUJD</BA>'}],
    ['tabs behind a colon and a line', {message: 'x:_x0009__x0009_fsm_x000D__x000A__x0009_y'}],
  ])('but not for %s', (_, one) => {
    expect(isRead(one, 'fsm transition')).toBe(false)
  })

  it('for its id, provider or GUID', () => {
    expect(isRead({id: '<I32 N="InstanceId">9321</I32>'}, '9321', true)).toBe(true)
    expect(isRead({name: 'x-power'}, 'x-power', true)).toBe(true)
    expect(isRead({guid: '<G N="ProviderId">22222222-0379-4658-9870-d5be7d52d6de</G>'}, '22222222', true)).toBe(true)
    expect(isRead({message: '9321 x-power 22222222'}, '9321', true)).toBe(false)
    // A number of so many digits is read as a hexadecimal one.
    expect(isRead({id: '<S N="Id">00000002469</S>'}, '9321', true)).toBe(true)
  })
})
