import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {corpusFile, hasCorpus, read, timeOf} from '../read.js'

const line = (more: object = {}, data: object = {}) =>
  JSON.stringify({
    ProviderGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
    YaraMatch: [],
    ProviderName: 'Microsoft-Windows-WLAN-AutoConfig',
    EventName: 'EventID(20007)',
    Opcode: 0,
    OpcodeName: 'Info',
    TimeStamp: '2019-03-03T19:58:14.2862348+02:00',
    ThreadID: 11_996,
    ProcessID: -1,
    ProcessName: 'N/A',
    PointerSize: 8,
    EventDataLength: 76,
    XmlEventData: {
      FormattedMessage: 'FSM Transition \r\nx',
      MSec: '560.5709',
      PID: '1',
      ReasonCode: '229,377',
      Text: '1,2',
      ...data,
    },
    ...more,
  })

describe('SilkETW', () => {
  it('reads a line', () => {
    const {records, input, notes, problems} = read(`${line()}\r\n${line({EventName: 'ThreadStop/Stop'})}\r\n`)
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'silketw', records: 2})
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 1,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 20_007,
      pid: null,
      tid: 11_996,
      ns: 800,
      message: 'FSM Transition \nx',
    })
    expect(timeOf(records[0])).toBe('2019-03-03T17:58:14.286234')
    expect({...records[0]?.fields}).toEqual({
      ReasonCode: '229377',
      Text: '1,2',
      EventName: 'EventID(20007)',
      OpcodeName: 'Info',
      ProcessName: 'N/A',
    })
    expect(records[1]).toMatchObject({line: 2, eventId: null})
  })

  it('takes the finest fraction for the resolution: zeros at its end are left out', () => {
    const times = ['2019-03-03T19:58:14.28+02:00', '2019-03-03T19:58:14.286234+02:00', '2019-03-03T19:58:14+02:00']
    const {records, notes} = read(times.map(TimeStamp => line({TimeStamp})).join('\n'))
    expect(records).toHaveLength(3)
    expect(notes.granularityUs).toBe(1)
  })

  it('says what it cannot date, and what is no event', () => {
    const {records, problems} = read(`${line({TimeStamp: 'x'})}\n{"TimeStamp": 1}\n`)
    expect(records.map(timeOf)).toEqual([null])
    expect(problems.map(({line, message}) => [line, message])).toEqual([
      [1, 'This event has no time with its offset from UTC: events like it stay undated.'],
      [2, 'This object holds no event: it was left out.'],
    ])
  })

  it('keeps what came before any cut', () => {
    const text = `${line()}\n${line()}`
    const whole = read(text).records
    for (let length = 300; length < text.length; length++) {
      const {records, problems} = read(text.slice(0, length))
      expect(records).toEqual(whole.slice(0, length > line().length - 1 ? 1 : 0))
      expect(problems.length).toBe(length === line().length || length === line().length + 1 ? 0 : 1)
    }
  })

  it('reads back whatever is written', () => {
    const one = fc.record({
      ms: fc.integer({min: 0, max: 2e12}),
      ticks: fc.nat(9999),
      id: fc.nat(65_535),
      tid: fc.nat(99_999),
      text: fc.string({unit: 'grapheme', maxLength: 20}).map(text => text.replace(/\p{Surrogate}/gu, '_')),
    })
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 5}), fc.boolean(), (all, laidOut) => {
        const objects = all.map(({ms, ticks, id, tid, text}) => {
          const TimeStamp = new Date(ms).toISOString().replace('Z', `${String(ticks).padStart(4, '0')}+00:00`)
          const own = JSON.parse(line({TimeStamp, EventName: `EventID(${id})`, ThreadID: tid}, {Own: text}))
          return JSON.stringify(own, null, laidOut ? 2 : 0)
        })
        const {records, problems} = read(`${objects.join('\n')}\n`)
        expect(problems).toEqual([])
        const plain = (text: string) => (/^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text)
        expect(records.map(({atUs, ns, eventId, tid, fields}) => [atUs, ns, eventId, tid, fields?.Own ?? ''])).toEqual(
          all.map(({ms, ticks, id, tid, text}) => [
            ms * 1000 + Math.floor(ticks / 10),
            (ticks % 10) * 100,
            id,
            tid,
            plain(text.trim()),
          ]),
        )
      }),
    )
  })

  it.skipIf(!hasCorpus)('reads the real record (../shared/corpus/real)', () => {
    const {records, input, problems} = read(corpusFile('silketw/threadstop.json'))
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'silketw', records: 1})
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 0,
      text: '{',
      provider: 'Microsoft-Windows-Kernel-Process',
      pid: 8416,
      tid: 11_996,
      message: 'Thread 11,996 (in Process 8,416) stopped.',
      fields: {CycleTime: '4266270', TebBase: '0x91c000', SubProcessTag: '0'},
    })
    expect(timeOf(records[0])).toBe('2019-03-03T17:58:14.286234')
  })
})
