import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'

/** As PowerShell prints an EventLogRecord. */
const event = (more: object = {}) => ({
  Id: 20_007,
  Version: 0,
  Qualifiers: null,
  Level: 4,
  Task: 24_010,
  Opcode: 0,
  Keywords: -9_223_372_036_854_775_808n.toString(),
  RecordId: 1321,
  ProviderName: WLAN,
  ProviderId: '9580d7dd-0379-4658-9870-d5be7d52d6de',
  LogName: `${WLAN}/Operational`,
  ProcessId: 4276,
  ThreadId: 5544,
  MachineName: 'HOST',
  UserId: {BinaryLength: 12, AccountDomainSid: null, Value: 'S-1-5-18'},
  TimeCreated: '2023-06-16T03:05:19.9479495+02:00',
  ActivityId: '00000000-0000-0000-0000-000000000000',
  LevelDisplayName: 'Information',
  Message: 'FSM Transition from State: A to State: B\r\n\r\nLabel: x\r\n',
  Properties: [{Value: '{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}'}, {Value: 'Card'}, {Value: 1}, {Value: 2}],
  ...more,
})

describe('ConvertTo-Json of event logs', () => {
  it('reads an event', () => {
    const {records, input, notes, problems} = read(JSON.stringify([event()], null, 2))
    expect(problems).toEqual([])
    expect(input.format).toBe('convertto-json')
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1})
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: 2,
      offset: 2,
      text: '  {',
      atUs: Date.parse('2023-06-16T01:05:19.947Z') * 1000 + 949,
      ns: 500,
      pid: 4276,
      tid: 5544,
      provider: WLAN,
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 20_007,
      activityId: null,
      message: 'FSM Transition from State: A to State: B\n\nLabel: x',
    })
    expect({...records[0]?.fields}).toEqual({
      InterfaceGuid: '{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}',
      InterfaceDescription: 'Card',
      CurrState: '1',
      NewState: '2',
      EventRecordID: '1321',
      LogName: `${WLAN}/Operational`,
      Level: 'Information',
    })
  })

  it.each<[string, unknown, string | null, string]>([
    ['milliseconds since 1970', '/Date(1695000000123)/', '2023-09-18T01:20:00.123000', 'utc'],
    ['with an offset that says nothing', '/Date(1695000000123+0200)/', '2023-09-18T01:20:00.123000', 'utc'],
    [
      'an object',
      {value: '/Date(1695000000123)/', DisplayHint: 2, DateTime: 'Monday'},
      '2023-09-18T01:20:00.123000',
      'utc',
    ],
    ['UTC', '2023-09-18T01:20:00.1234567Z', '2023-09-18T01:20:00.123456', 'utc'],
    ['no offset', '2023-09-18T01:20:00.1234567', '2023-09-18T01:20:00.123456', 'local'],
    ['a culture', '9/18/2023 1:20:00 PM', '2023-09-18T13:20:00.000000', 'local'],
    ['nothing', null, null, 'utc'],
    ['no date', 'soon', null, 'utc'],
  ])('reads times: %s', (_, TimeCreated, want, zone) => {
    const {records, notes} = read(JSON.stringify(event({TimeCreated})))
    expect(records.map(timeOf)).toEqual([want])
    expect(notes.zone).toBe(zone)
  })

  it('writes a slash as Windows PowerShell does', () => {
    const json = JSON.stringify(event({TimeCreated: '@'})).replace('"@"', '"\\/Date(1695000000123)\\/"')
    expect(read(json).records.map(timeOf)).toEqual(['2023-09-18T01:20:00.123000'])
  })

  it('takes the time zone of the user for local times', () => {
    const {records, notes} = read(JSON.stringify(event({TimeCreated: '2023-09-18T01:20:00'})), {tzMinutes: 60})
    expect(records.map(timeOf)).toEqual(['2023-09-18T00:20:00.000000'])
    expect(notes.zone).toBe('utc')
  })

  it('leaves values without names where they are not those of the template', () => {
    const Properties = [{Value: [222, 173, 0]}, {Value: null}, {Value: true}, 'bare', {Value: {a: [1]}}, {}]
    const [record] = read(JSON.stringify(event({Properties, Message: null}))).records
    expect(record?.fields).toMatchObject({
      Data1: 'DEAD00',
      Data2: '',
      Data3: 'true',
      Data4: 'bare',
      Data5: '{"a":[1]}',
      Data6: '',
    })
    expect(record?.message).toBe('DEAD00, true, bare, {"a":[1]}')
  })

  it.each([
    [
      'as one text',
      'System.Diagnostics.Eventing.Reader.EventProperty System.Diagnostics.Eventing.Reader.EventProperty',
    ],
    ['one by one', Array.from({length: 4}, () => 'System.Diagnostics.Eventing.Reader.EventProperty')],
  ])('has no payload where it lay too deep: %s', (_, Properties) => {
    const [record] = read(JSON.stringify(event({Properties}))).records
    expect(Object.keys(record?.fields ?? {})).toEqual(['EventRecordID', 'LogName', 'Level'])
  })

  it('keeps all digits of large numbers', () => {
    const json = JSON.stringify(event({Message: 'a 1234567890123456789, b', Properties: [{Value: '#'}]}))
    const [record] = read(json.replace('"#"', '18446744073709551615')).records
    expect(record?.fields?.Data1).toBe('18446744073709551615')
    expect(record?.message).toBe('a 1234567890123456789, b')
  })

  it.each([
    ['0.12345678901234567', '0.12345678901234566'],
    ['-1.1234567890123456e3', '-1123.4567890123456'],
    ['1e0000000000000001', '10'],
    ['1234567890123456.5', '1234567890123456.5'],
    ['-1234567890123456', '-1234567890123456'],
  ])('reads numbers of many digits that are no integers: %s', (number, want) => {
    const json = JSON.stringify(event({Properties: [{Value: '#'}]})).replace('"#"', number)
    const {records, problems} = read(json)
    expect(problems).toEqual([])
    expect(records[0]?.fields?.Data1).toBe(want)
  })

  it('takes no number for an integer that begins with zeros', () => {
    const {records, problems} = read(JSON.stringify(event({Level: '#'})).replace('"#"', '0000000000000004'))
    expect(records).toEqual([])
    expect(problems.map(({message}) => message)).toEqual(['This object is no valid JSON: it was left out.'])
  })

  it('reads Get-EventLog and chosen properties', () => {
    const entry = {
      EventID: 10_001,
      MachineName: 'H',
      Index: 7,
      EntryType: 2,
      Message: 'm',
      Source: WLAN,
      ReplacementStrings: ['C:\\x.dll'],
      TimeGenerated: '/Date(1000)/',
    }
    const [record] = read(JSON.stringify([entry])).records
    expect(record).toMatchObject({eventId: 10_001, provider: WLAN, atUs: 1_000_000})
    expect(record?.fields).toMatchObject({ExtensibleModulePath: 'C:\\x.dll', EventRecordID: '7', Level: '2'})
    const chosen = read('[{"TimeCreated":"2023-09-18T01:20:00Z","Id":8001,"Message":"x"}]')
    expect(chosen.input.format).toBe('convertto-json')
    expect(chosen.records[0]).toMatchObject({eventId: 8001, provider: null, message: 'x'})
  })

  it('loses the broken object only', () => {
    const lines = [JSON.stringify(event()), '{"TimeCreated": 1,}', '{"a": 1}', JSON.stringify(event({Id: 1}))]
    const {records, problems} = read(lines.join('\n'))
    expect(records.map(({eventId}) => eventId)).toEqual([20_007, 1])
    expect(problems.map(({line, message}) => [line, message])).toEqual([
      [2, 'This object is no valid JSON: it was left out.'],
      [3, 'This object holds no event: it was left out.'],
    ])
  })

  it('is safe with any name', () => {
    const json = JSON.stringify(event()).replace('"Version":0', '"__proto__":{"polluted":1},"constructor":2')
    const {records} = read(json)
    expect(records[0]?.eventId).toBe(20_007)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('keeps what came before any cut', () => {
    const text = JSON.stringify([event({Message: 'Grüße'}), event({Id: 1})], null, 1)
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = text.indexOf('"ProcessId"'); length < bytes.length; length++) {
      const {records, problems} = read(bytes.subarray(0, length))
      expect(records).toEqual(whole.slice(0, records.length))
      if (records.length < 2) expect(problems.length + records.length, String(length)).toBeGreaterThan(0)
    }
  })

  it('reads back whatever is written', () => {
    const one = fc.record({
      Id: fc.nat(65_535),
      Message: fc.string({unit: 'grapheme'}),
      ms: fc.integer({min: 0, max: 2e12}),
    })
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 6}), fc.constantFrom(undefined, 4), (events, indent) => {
        const all = events.map(({ms, ...rest}) => event({...rest, TimeCreated: `/Date(${ms})/`}))
        const {records} = read(Buffer.from(`\ufeff${JSON.stringify(all, null, indent)}`, 'utf16le'))
        expect(records.map(({eventId, atUs}) => [eventId, atUs])).toEqual(events.map(({Id, ms}) => [Id, ms * 1000]))
        const said = records.map(({message}) => message).filter((_, i) => events[i]?.Message.trim() !== '')
        expect(said).toEqual(
          events.map(({Message}) => Message.trim().replace(/\r+\n?/g, '\n')).filter(text => text !== ''),
        )
      }),
    )
  })

  it.each([
    [
      'the first 4 KiB of a long one',
      JSON.stringify([event({Message: 'x'.repeat(9000)})]).slice(0, 4096),
      'convertto-json',
    ],
    ['a package', '{"name": "x", "version": "1", "Id": 3}', 'text'],
    ['a log of something else', '{"time":"2024-01-01T00:00:00Z","level":"info","msg":"Message"}', 'text'],
    ['source code', 'const event = {"TimeCreated": now, "Id": 1, "RecordId": 1, "LogName": "x"}', 'text'],
    ['a trace of Chrome', '{"traceEvents":[{"name":"a","ph":"X","ts":1,"pid":1,"tid":1}]}', 'text'],
  ])('is told by its names: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
