import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {recogniser} from '../../../src/dialects/index.js'
import {xperf} from '../../../src/parsers/xperf/xperf.js'
import {everyCut} from '../every-cut.js'
import {read, timeOf} from '../read.js'

const header = `BeginHeader
FirstReliableEventTimeStamp, TimeStamp
   UnknownEvent/Classic,  TimeStamp,     Process Name ( PID),   ThreadID, CPU,                              EventGuid, Type, Level, Version, MofLength
   UnknownEvent/Crimson,  TimeStamp,     Process Name ( PID),   ThreadID, CPU,                             ProviderId,     Id,   Task, Opcode, Version, Channel, Level,            Keyword, UserDataLength
                CSwitch,  TimeStamp, New Process Name ( PID),    New TID, CPU
Acme.Wlan/Roam/win:Info,  TimeStamp,     Process Name ( PID),   ThreadID, CPU, etw:ActivityId, etw:Related ActivityId, etw:UserSid, etw:SessionId, Message, Peer
EndHeader
`
const facts =
  'OS Version: 10.0.26100, Trace Size: 20736KB, Events Lost: 3, Buffers lost: 2, Trace Start: 132675686690347142, Trace Length: 2 sec, PointerSize: 8, Trace Name: wifi.etl\n'
const rows = `FirstReliableEventTimeStamp, 0
   UnknownEvent/Classic,          0,     tracelog.exe (8108),      24632,   0, {68fdd900-4a3e-11d1-84f4-0000f80464e3}, 0x50,  0x00,  0x0002, 48
   UnknownEvent/Crimson,        120,          Unknown (4294967295),      24632,   1, {21ba7b61-05f8-41f1-9048-c09493dcfe38}, 0x000c, 0, 0, 0x1, 0, 0x4, 0x1, 28
                CSwitch,     256444,             Idle (   0),          0,    2
Acme.Wlan/Roam/win:Info,    1256445,      svchost.exe (1100),       1044,   3, {11111111-2222-3333-4444-555555555555}, {00000000-0000-0000-0000-000000000000}, , 0, "OID_WDI_TASK_ROAM, "quoted" line
two, 12, lines", 02-00
`
const whole = `${header}${facts}${rows}`

describe('the dumper of xperf', () => {
  it('has rows with the columns of their class, in UTC', () => {
    const {records, problems, input, notes} = read(whole)
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'xperf', records: 4, undecoded: 1})
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1, lostEvents: 3, lostBuffers: 2, headerEndUs: null})
    expect(timeOf({...records[0], atUs: notes.headerStartUs} as never)).toBe('2021-06-07T19:44:29.034714')
    expect(records.map(timeOf)).toEqual([
      '2021-06-07T19:44:29.034714',
      '2021-06-07T19:44:29.034834',
      '2021-06-07T19:44:29.291158',
      '2021-06-07T19:44:30.291159',
    ])
    expect(records[0]).toMatchObject({provider: 'EventTrace', undecoded: null, pid: 8108, tid: 24_632, cpu: 0})
    expect(records[1]).toMatchObject({
      provider: null,
      providerGuid: '21ba7b61-05f8-41f1-9048-c09493dcfe38',
      eventId: 12,
      undecoded: 'no-schema',
      pid: null,
    })
    expect(records[2]).toMatchObject({provider: 'MSNT_SystemTrace', pid: null, tid: null, cpu: 2})
    expect({...records[2]?.fields}).toEqual({
      Event: 'CSwitch',
      'New Process Name ( PID)': 'Idle (   0)',
      'New TID': '0',
    })
    expect(records[3]).toMatchObject({
      line: 13,
      offset: whole.indexOf('Acme.Wlan/Roam/win:Info,    12'),
      provider: 'Acme.Wlan',
      providerGuid: null,
      eventId: null,
      pid: 1100,
      tid: 1044,
      cpu: 3,
      activityId: '11111111-2222-3333-4444-555555555555',
      message: 'OID_WDI_TASK_ROAM, "quoted" line\ntwo, 12, lines, Peer: 02-00',
      undecoded: null,
    })
    expect({...records[3]?.fields}).toEqual({
      Event: 'Roam/win:Info',
      Message: 'OID_WDI_TASK_ROAM, "quoted" line\ntwo, 12, lines',
      Peer: '02-00',
    })
    expect(recogniser().recognise(records[3] as never)).toMatchObject({step: 'M1', message: {name: 'TASK_ROAM'}})
  })

  it('counts from the start of the trace where that is not told', () => {
    for (const text of [`${header}${rows}`, `${header}${facts.replace('132675686690347142', 'unknown')}${rows}`]) {
      const {records, notes} = read(text)
      expect(notes).toMatchObject({zone: 'relative', headerStartUs: null})
      expect(records.map(({atUs}) => atUs)).toEqual([0, 120, 256_444, 1_256_445])
    }
  })

  it('knows the end of the trace where its length has all digits', () => {
    const {notes} = read(whole.replace('2 sec', '1999999 us'))
    expect((notes.headerEndUs as number) - (notes.headerStartUs as number)).toBe(1_999_999)
  })

  it('tells losses inside the trace', () => {
    const row =
      '   UnknownEvent/Classic,  5,  System (4),  8,   0, {6a399ae0-4bc6-4de9-870b-3657f8947e7e}, 0x21,  0x00,  0x0002, 0\n'
    expect(read(`${whole}${row}`).records.at(-1)).toMatchObject({
      provider: 'RT_LostEvent',
      eventId: 33,
      undecoded: null,
    })
    expect(
      read(`${whole}${row.replace('UnknownEvent', 'InvalidEvent').replace('6a39', '6a38')}`).records.at(-1),
    ).toMatchObject({
      undecoded: 'processing-error',
    })
  })

  it('keeps cells without a column, and rows without a class', () => {
    const {records, problems} = read(`${whole}CSwitch, 5, Idle (0), 1, 2, more\nOther, 6, x, "y"\nnone of it\n`)
    expect({...records[4]?.fields}).toMatchObject({Event: 'CSwitch', value1: 'more'})
    expect({...records[5]?.fields}).toEqual({Event: 'Other', value1: 'x', value2: 'y'})
    expect(problems).toEqual([
      {
        line: 17,
        offset: expect.any(Number),
        message: 'One line from here on is no row of an event and was not read.',
      },
    ])
  })

  it('takes columns of any name', () => {
    const text = 'BeginHeader\nA/B/C, TimeStamp, __proto__, constructor, toString\nEndHeader\nA/B/C, 5, 1, 2, 3\n'
    const [record] = read(text).records
    expect(Object.entries(record?.fields ?? {})).toEqual([
      ['Event', 'B/C'],
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ])
  })

  it.each([
    ['source code', 'const BeginHeader = 1\n'],
    ['another header', 'Begin\nHeader\n'],
    ['a mail', 'Hello\nBeginHeader\nCSwitch,  TimeStamp, CPU\n'],
  ])('is not %s', (_, text) => {
    expect(xperf.sniff(text)).toBe(0)
  })

  it('is known by its first 4 KiB', () => {
    expect(xperf.sniff(`\r\n${whole.replaceAll('\n', '\r\n')}`.slice(0, 60))).toBe(1)
    expect(xperf.sniff('BeginHeader')).toBe(0.5)
  })

  it('cut behind every byte loses the last row at most', () => {
    everyCut(whole)
    // A time that may have more digits is none.
    const cut = whole.slice(0, whole.indexOf('1256445') + 4)
    const {records, problems} = read(cut)
    expect(records).toHaveLength(3)
    expect(problems).toEqual([
      {
        line: 13,
        offset: whole.indexOf('Acme.Wlan/Roam/win:Info,    12'),
        message: 'The file ends inside this row: it was left out.',
      },
    ])
  })

  it('gives back what was written', () => {
    const text = fc
      .stringMatching(/^[!#-~]([ -~]{0,40}[!#-~])?$/)
      .filter(value => !/"\s*,/.test(value) && !value.endsWith('"'))
    const row = fc.record({
      at: fc.nat(1e9),
      pid: fc.nat(99_999),
      tid: fc.nat(99_999),
      cpu: fc.nat(63),
      message: text,
      peer: text,
    })
    fc.assert(
      fc.property(fc.array(row, {maxLength: 8}), all => {
        const lines = all.map(
          ({at, pid, tid, cpu, message, peer}) =>
            `Acme.Wlan/Roam/win:Info, ${String(at).padStart(10)}, a (${String(pid).padStart(4)}), ${tid}, ${cpu}, , , , , "${message}", "${peer}"\n`,
        )
        const {records, problems} = read(`${header}${lines.join('')}`)
        expect(problems).toEqual([])
        expect(
          records.map(({atUs, pid, tid, cpu, fields}) => ({
            at: atUs,
            pid,
            tid,
            cpu,
            message: fields?.Message,
            peer: fields?.Peer,
          })),
        ).toEqual(all)
      }),
    )
  })
})
