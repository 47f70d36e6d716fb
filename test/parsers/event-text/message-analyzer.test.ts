import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'

const HEADER = 'MessageNumber,DiagnosisTypes,Timestamp,TimeElapsed,Source,Destination,Module,Summary'
const row = (n: number, summary: string, module = 'Microsoft_Windows_WLAN_AutoConfig') =>
  `${n},,2018-09-17T10:22:14.6581234,,HOST,,${module},"${summary.replaceAll('"', '""')}"`

describe('Message Analyzer CSV', () => {
  it('reads rows by the names of their columns', () => {
    const {records, input, problems, notes} = read(
      `${HEADER}\r\n${row(7, 'FSM "x"\r\ny')}\r\n${row(8, 'z', 'Etw')}\r\n`,
    )
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'message-analyzer', records: 2})
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 2,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: null,
      message: 'FSM "x"\ny',
      ns: 400,
      fields: {EventRecordID: '7'},
    })
    expect(timeOf(records[0])).toBe('2018-09-17T10:22:14.658123')
    expect(records[1]).toMatchObject({line: 4, provider: null, message: 'z'})
  })

  it('reads columns in any order and choice', () => {
    const {records} = read('Summary;Timestamp;TimeElapsed\na;2018-09-17T10:22:14;1\n', {tzMinutes: 120})
    expect(records.map(record => [record.message, timeOf(record)])).toEqual([['a', '2018-09-17T08:22:14.000000']])
  })

  it('keeps what came before any cut', () => {
    const text = `${HEADER}\n${row(1, 'ü')}\n${row(2, 'b')}\n`
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = HEADER.length + 1; length < bytes.length; length++) {
      const {records} = read(bytes.subarray(0, length))
      expect(records.length).toBeLessThanOrEqual(2)
      if (records.length === 2) expect(records[0]).toEqual(whole[0])
    }
  })

  it('reads back whatever is written', () => {
    const text = fc
      .string({unit: 'grapheme', maxLength: 30})
      .map(s => s.replace(/[\p{Cc}\p{Surrogate}]/gu, '\n').trim())
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 6}), texts => {
        const {records} = read(`${HEADER}\n${texts.map((one, i) => row(i, one)).join('\n')}\n`)
        expect(records.map(({message}) => message)).toEqual(texts)
      }),
    )
  })

  it.each([
    ['its header', HEADER, 'message-analyzer'],
    ['quoted, with blanks', '"Message Number","Timestamp","Module"', 'message-analyzer'],
    ['a CSV of something else', 'Timestamp,Module,Summary\n', 'text'],
    ['no header', '1,2,Timestamp', 'text'],
  ])('is told by %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
