import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {tracerptCsv} from '../../../src/parsers/csv/tracerpt-csv.js'
import {at, readAll, shared} from '../etw/read-all.js'
import {file, HEADER, row} from './tracerpt-text.js'

const messages = (text: string) => readAll(tracerptCsv, text).records.map(record => record.message)

describe('tracerpt CSV', () => {
  it('knows its header, also with a column in front, and headers of older Windows', () => {
    expect(tracerptCsv.sniff(`${HEADER}\r\n`)).toBe(1)
    expect(tracerptCsv.sniff(`\ufeff\r\nIndex,${HEADER}\n`)).toBe(1)
    expect(tracerptCsv.sniff('  Event Name, Type, TID, Clock-Time, Kernel(ms), User(ms), User Data, IID, PIID\n')).toBe(
      0.9,
    )
    expect(tracerptCsv.sniff('Event Name,Time MSec,Process Name,Rest\n')).toBe(0)
    expect(tracerptCsv.sniff('Level,Date and Time,Source,Event ID,Task Category\n')).toBe(0)
    expect(tracerptCsv.sniff('')).toBe(0)
  })

  it('reads a row', () => {
    const {records, problems, notes} = readAll(tracerptCsv, file(row(' "OID_WDI_TASK_ROAM M1"', {name: 'wlan', id: 7})))
    expect(problems).toEqual([])
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1, lostEvents: 0})
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: 2,
      offset: HEADER.length + 2,
      atUs: at('2022-11-12T16:19:33.048245Z'),
      ns: 0,
      cpu: 3,
      pid: 0x10b4,
      tid: 0x15a8,
      provider: 'wlan',
      providerGuid: null,
      eventId: 7,
      activityId: null,
      message: 'OID_WDI_TASK_ROAM M1',
      fields: {UserData1: 'OID_WDI_TASK_ROAM M1'},
      undecoded: null,
    })
    expect(records[0]?.text).toBe(row(' "OID_WDI_TASK_ROAM M1"', {name: 'wlan', id: 7}))
  })

  it('names the user data of events that the manifest describes', () => {
    const data = ' {A7D8885D-10C1-43D4-9E1E-0A7B2678F020}, "Wi-Fi 6", "Connecting", "Connected "'
    const [record] = readAll(tracerptCsv, file(row(data, {id: 20007}))).records
    expect(record?.fields).toEqual({
      InterfaceGuid: '{A7D8885D-10C1-43D4-9E1E-0A7B2678F020}',
      InterfaceDescription: 'Wi-Fi 6',
      CurrState: 'Connecting',
      NewState: 'Connected',
    })
    expect(record?.message).toContain('NewState: Connected')
  })

  it('keeps the values by position, and the whole, where they do not fit the template', () => {
    const [record] = readAll(tracerptCsv, file(row(' "Wi-Fi 6", 5', {id: 20007}))).records
    expect(record?.fields).toEqual({UserData1: 'Wi-Fi 6', UserData2: '5', raw: '"Wi-Fi 6", 5'})
    expect(record?.message).toBe('Wi-Fi 6, 5')
  })

  it('reads ids in hex and decimal; -1 is unknown', () => {
    const {records} = readAll(
      tracerptCsv,
      file(
        row(' 1', {pid: '0x974', tid: '0xFFFFFFFF'}),
        row(' 1', {pid: '4294967295', tid: '12', cpu: 4294967295}),
        row(' 1', {pid: '00000A0C', tid: ' 13856'}),
      ),
    )
    expect(records.map(({pid, tid, cpu}) => [pid, tid, cpu])).toEqual([
      [0x974, null, 3],
      [null, 12, null],
      [0xa0c, 13856, 3],
    ])
  })

  it('keeps activity ids, in lower case without braces', () => {
    const [record] = readAll(tracerptCsv, file(row('', {activity: '{A7D8885D-10C1-43D4-9E1E-0A7B2678F020}'}))).records
    expect(record).toMatchObject({activityId: 'a7d8885d-10c1-43d4-9e1e-0a7b2678f020', fields: null, message: ''})
  })

  it('reads the trace header into the notes', () => {
    const data =
      ' 65536, 83951878, 26100, 8, 133127436073402000, 156250, 0, 65537, 12, 1, 8, 3, 2419, 0, 0, 133126383065000000, 10000000, 133127435730482450, 1, 2, "wifi", "C:\\wifi.etl"'
    const text = file(row(data, {name: 'EventTrace', type: 'Header', id: 0}))
    const {notes, records} = readAll(tracerptCsv, text + text)
    expect(notes).toEqual({
      lostEvents: 6,
      lostBuffers: 4,
      zone: 'utc',
      granularityUs: 1,
      headerStartUs: at('2022-11-12T16:19:33.048245Z'),
      headerEndUs: at('2022-11-12T16:20:07.3402Z'),
    })
    expect(records).toHaveLength(2)
    expect(records[0]?.fields).toMatchObject({EventsLost: '3', BuffersLost: '2', StartTime: '133127435730482450'})
  })

  it.each([
    ['RT_LostEvent', '        32', 32],
    ['Lost_Event', 'RTLostBuffer', 33],
    ['{6A399AE0-4BC6-4DE9-870B-3657F8947E7E}', '34', 34],
  ])('tells lost events: %s %s', (name, type, eventId) => {
    const [record] = readAll(tracerptCsv, file(row('', {name, type, id: 0}))).records
    expect(record).toMatchObject({
      provider: 'RT_LostEvent',
      providerGuid: '6a399ae0-4bc6-4de9-870b-3657f8947e7e',
      eventId,
      undecoded: null,
    })
  })

  it('tells rows whose schema tracerpt did not find', () => {
    const guid = '{9B79EE91-B5FD-41C0-A243-4248E266E9D0}'
    const {records} = readAll(tracerptCsv, file(row(' 0A0B', {name: guid}), row(' 0A0B', {name: '            '})))
    expect(records.map(({provider, providerGuid, undecoded}) => [provider, providerGuid, undecoded])).toEqual([
      [null, '9b79ee91-b5fd-41c0-a243-4248e266e9d0', 'no-schema'],
      [null, null, 'no-schema'],
    ])
  })

  it('does not take raw ticks for times', () => {
    const {records, problems, notes} = readAll(
      tracerptCsv,
      file(row(' 1', {clock: '    8213412341234'}), row(' 2', {clock: '    8213412341299'})),
    )
    expect(records.map(record => record.atUs)).toEqual([null, null])
    expect(notes.granularityUs).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({line: 2, message: expect.stringContaining('-rts')})
  })

  it('says once how far a spreadsheet rounded the times', () => {
    const rows = ['1.33127435730482E+17', '1.3312743573048E+17'].map(clock => row(' 1', {clock}))
    const {records, problems, notes} = readAll(tracerptCsv, file(...rows))
    expect(records.map(record => record.atUs)).toEqual([
      at('2022-11-12T16:19:33.0482Z'),
      at('2022-11-12T16:19:33.048Z'),
    ])
    expect(notes.granularityUs).toBe(100)
    expect(problems).toEqual([{line: 2, offset: HEADER.length + 2, message: expect.stringContaining('100 µs')}])
  })

  it('reads columns of an older header by name', () => {
    const text = [
      '  Event Name,       Type,      TID,           Clock-Time, Kernel(ms),   User(ms), User Data, IID, PIID',
      '     Process,      Start,   0x0C4C, 127000000000000000,          0,         15, "cmd.exe", 12,     0,     0',
    ].join('\n')
    const {records, problems} = readAll(tracerptCsv, text)
    expect(problems).toEqual([])
    expect(records[0]).toMatchObject({
      provider: 'Process',
      tid: 0xc4c,
      pid: null,
      eventId: null,
      message: 'cmd.exe, 12',
    })
  })

  it('reads a file that lost its header, and one that is two files', () => {
    expect(messages(row(' "a"'))).toEqual(['a'])
    expect(tracerptCsv.sniff(row(' "a"'))).toBeGreaterThan(0)
    expect(messages(file(row(' "a"')) + file(row(' "b"')))).toEqual(['a', 'b'])
  })
})

const resaved = new URL('corpus/real/tracerpt/dumpfile-resaved-by-spreadsheet.csv', shared)

describe.skipIf(!existsSync(resaved))('a real file that a spreadsheet re-saved (needs ../shared)', () => {
  it('is read to its last row', () => {
    const text = readFileSync(resaved, 'utf8').replace(/^\ufeff/, '')
    expect(tracerptCsv.sniff(text.slice(0, 65_536))).toBe(1)
    const {records, problems, notes} = readAll(tracerptCsv, text)
    // Its Index column counts them.
    expect(records).toHaveLength(499)
    expect(records.map(record => record.text.split(',')[0])).toEqual(records.map((_, i) => String(i + 1)))
    expect(records.every(record => record.atUs !== null && record.undecoded === null)).toBe(true)
    expect(records[0]).toMatchObject({line: 2, atUs: at('2022-11-12T16:19:33.048245Z'), pid: 13856, tid: 1640, cpu: 0})
    expect(records[498]).toMatchObject({
      line: 500,
      atUs: at('2022-11-12T16:20:07.247083Z'),
      eventId: 30,
      message: '76, NdisObject, 1',
      fields: {UserData1: '76', UserData2: 'NdisObject', UserData3: '1'},
    })
    expect(notes).toMatchObject({
      lostEvents: 0,
      lostBuffers: 0,
      granularityUs: 2,
      headerStartUs: at('2022-11-12T16:19:33.048245Z'),
      headerEndUs: at('2022-11-12T16:20:07.3402Z'),
    })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('spreadsheet')
  })
})
