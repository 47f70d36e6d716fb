import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'

interface Logged {
  readonly id?: number
  readonly time?: string
  readonly message?: string
  readonly values?: readonly string[]
}

const property = (value: string) =>
  `            <Obj RefId="3">\n              <TNRef RefId="1" />\n              <ToString>System.Diagnostics.Eventing.Reader.EventProperty</ToString>\n              <Props>\n                ${value}\n              </Props>\n            </Obj>`

/** As Export-Clixml writes an EventLogRecord. */
const event = ({id = 8001, time = '2019-08-23T17:27:24.1234567-07:00', message = 'm', values = []}: Logged = {}) =>
  [
    '  <Obj RefId="0">',
    '    <TN RefId="0">',
    '      <T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>',
    '      <T>System.Object</T>',
    '    </TN>',
    '    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>',
    '    <Props>',
    `      <I32 N="Id">${id}</I32>`,
    '      <By N="Version">0</By>',
    '      <Nil N="Qualifiers" />',
    '      <I64 N="RecordId">1321</I64>',
    `      <S N="ProviderName">${WLAN}</S>`,
    '      <G N="ProviderId">9580d7dd-0379-4658-9870-d5be7d52d6de</G>',
    `      <S N="LogName">${WLAN}/Operational</S>`,
    '      <I32 N="ProcessId">4276</I32>',
    '      <I32 N="ThreadId">5544</I32>',
    '      <Obj N="UserId" RefId="1">',
    '        <ToString>S-1-5-18</ToString>',
    '        <Props><I32 N="BinaryLength">12</I32><S N="Value">S-1-5-18</S></Props>',
    '      </Obj>',
    `      <DT N="TimeCreated">${time}</DT>`,
    '      <S N="LevelDisplayName">Information</S>',
    '      <Obj N="Properties" RefId="2">',
    '        <TN RefId="1"><T>System.Collections.Generic.List`1</T></TN>',
    '        <LST>',
    ...values.map(property),
    '        </LST>',
    '      </Obj>',
    '    </Props>',
    '    <MS>',
    `      <S N="Message">${message}</S>`,
    '    </MS>',
    '  </Obj>',
  ].join('\n')

const HEAD = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'
const objs = (...all: string[]) => `${HEAD}\n${all.join('\n')}\n</Objs>`

describe('Export-Clixml of event logs', () => {
  it('reads an event', () => {
    const values = [
      '<S N="Value">{a7d8885d}</S>',
      '<S N="Value">Card</S>',
      '<U32 N="Value">1</U32>',
      '<Nil N="Value" />',
    ]
    const text = objs(event({id: 20_007, message: 'A &amp; B_x000D__x000A_x_x005F_x000D_', values}))
    const {records, input, problems, notes} = read(Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'clixml', encoding: 'utf-16le', records: 1})
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 2,
      offset: 2 + 2 * (HEAD.length + 1),
      text: '  <Obj RefId="0">',
      ns: 700,
      pid: 4276,
      tid: 5544,
      provider: WLAN,
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 20_007,
      message: 'A & B\nx_x000D_',
    })
    expect(timeOf(records[0])).toBe('2019-08-24T00:27:24.123456')
    expect({...records[0]?.fields}).toEqual({
      InterfaceGuid: '{a7d8885d}',
      InterfaceDescription: 'Card',
      CurrState: '1',
      NewState: '',
      EventRecordID: '1321',
      LogName: `${WLAN}/Operational`,
      Level: 'Information',
    })
  })

  it('reads the members of one list', () => {
    const list = `  <Obj RefId="9">\n    <TN RefId="8"><T>System.Object[]</T></TN>\n    <LST>\n${event()}\n${event({id: 1})}\n    </LST>\n  </Obj>`
    for (const text of [objs(list), objs(list).replaceAll('\n', '')]) {
      const {records, problems} = read(text)
      expect(problems).toEqual([])
      expect(records.map(({eventId}) => eventId)).toEqual([8001, 1])
    }
  })

  it('reads chosen properties, bytes, and times without a zone', () => {
    const chosen =
      '<Obj RefId="0"><TN RefId="0"><T>Selected.System.Diagnostics.Eventing.Reader.EventLogRecord</T></TN><MS><DT N="TimeCreated">2019-08-23T17:27:24</DT><I32 N="Id">8001</I32><Obj N="Properties" RefId="1"><LST><BA>3q0=</BA><S>x</S></LST></Obj></MS></Obj>'
    const {records, notes} = read(objs(chosen))
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1_000_000})
    expect(records[0]).toMatchObject({eventId: 8001, provider: null, fields: {Data1: 'DEAD', Data2: 'x'}})
    expect(timeOf(records[0])).toBe('2019-08-23T17:27:24.000000')
  })

  it('loses the broken object only', () => {
    const other = '<Obj RefId="4"><TN RefId="4"><T>x</T></TN><Props><S N="Name">x</S></Props></Obj>'
    const {records, problems} = read(
      objs(event(), event().replace('<By N="Version">0</By>', '<By>&x;</Bz>'), other, event({id: 1})),
    )
    expect(records.map(({eventId}) => eventId)).toEqual([8001, 1])
    expect(problems.map(({message}) => message)).toEqual([
      'This object is no well-formed XML: it was left out.',
      'This object holds no event: it was left out.',
    ])
  })

  it('keeps what came before any cut', () => {
    const text = objs(event({message: 'Grüße'}), event({id: 1}))
    const whole = read(text).records
    const bytes = Buffer.from(text)
    const second = text.lastIndexOf('  <Obj RefId="0">')
    for (let length = HEAD.length; length < bytes.length; length += 1) {
      const {records, problems} = read(bytes.subarray(0, length))
      expect(records).toEqual(whole.slice(0, records.length))
      expect(records.length).toBe(bytes.toString('utf8', 0, length).split('</MS>\n  </Obj>').length - 1)
      if (length > second + 30 && records.length < 2) {
        expect(problems.map(({message}) => message)).toEqual(['The file ends inside this object: it was left out.'])
      }
    }
  })

  it('reads back whatever is written', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 30}).map(s => s.replace(/\p{Surrogate}/gu, '?').trim())
    const escaped = (s: string) =>
      s
        .replace(/_x/g, '_x005F_x')
        .replace(
          /[\p{Cc}\ufffe\uffff]/gu,
          char => `_x${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
        )
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
    const one = fc.record({
      id: fc.nat(65_535),
      message: text,
      values: fc.array(text, {maxLength: 4}),
      ms: fc.integer({min: 0, max: 2e12}),
    })
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 4}), all => {
        const events = all.map(({id, message, values, ms}) =>
          event({
            id,
            time: new Date(ms).toISOString(),
            message: escaped(message),
            values: values.map(value => `<S N="Value">${escaped(value)}</S>`),
          }),
        )
        const {records} = read(objs(...events))
        expect(records.map(({eventId, atUs}) => [eventId, atUs])).toEqual(all.map(({id, ms}) => [id, ms * 1000]))
        records.forEach(({message, fields}, i) => {
          const want = all[i] as (typeof all)[0]
          if (want.message !== '') expect(message).toBe(want.message.replace(/\r+\n?/g, '\n'))
          expect(Object.values(fields ?? {}).slice(0, want.values.length)).toEqual(want.values)
        })
      }),
    )
  })

  it.each([
    ['its root', HEAD, 'clixml'],
    ['what a remote session prints', `#< CLIXML\r\n${HEAD}`, 'clixml'],
    ['other XML', '<Objs><Obj/></Objs>', 'text'],
  ])('is told by %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
