import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'

const HEADER = 'Level\tDate and Time\tSource\tEvent ID\tTask Category'
const row = (message: string, date = '10/17/2016 6:38:24 PM', id = 8003) =>
  `Information\t${date}\tMicrosoft-Windows-WLAN-AutoConfig\t${id}\tAcmConnection\t${message}`

describe('Event Viewer text', () => {
  it('reads rows of six cells below five names', () => {
    const text = `${HEADER}\r\n${row('"A ""b"".\r\n\r\nSSID:\tx\r\n"')}\r\n${row('plain')}\r\n`
    const {records, problems, notes, input} = read(text)
    expect(problems).toEqual([])
    expect(input.format).toBe('eventviewer-txt')
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1_000_000})
    expect(records.map(({line, message}) => [line, message])).toEqual([
      [2, 'A "b".\n\nSSID:\tx'],
      [6, 'plain'],
    ])
    expect(records[0]).toMatchObject({
      offset: HEADER.length + 2,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: 8003,
    })
    expect(timeOf(records[0])).toBe('2016-10-17T18:38:24.000000')
  })

  it('knows its header in other languages by the row below it', () => {
    const german = 'Ebene\tDatum und Uhrzeit\tQuelle\tEreignis-ID\tAufgabenkategorie\r\n'
    expect(chooseParser(`${german}${row('x', '17.10.2016 18:38:24')}\r\n`).id).toBe('eventviewer-txt')
    expect(chooseParser(`${german}a\tb\tc\td\te\r\n`).id).toBe('text')
    expect(read(`${german}${row('x', '07.10.2016 18:38:24')}\r\n`).records.map(timeOf)).toEqual([
      '2016-10-07T18:38:24.000000',
    ])
  })

  it('loses the broken row only', () => {
    const {records, problems} = read(`${HEADER}\n${row('"a')}\n${row('"b"')}\n${row('c', 'x', 1)}\n`)
    expect(records.map(({message}) => message)).toEqual(['b', 'c'])
    expect(problems.map(({line}) => line)).toEqual([2, 4])
  })

  it('keeps what came before any cut', () => {
    const text = `${HEADER}\n${row('"Grüße\nx"')}\n${row('b')}\n`
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
      .string({unit: 'grapheme', maxLength: 40})
      .map(s => s.replace(/[\p{Cc}\p{Surrogate}]/gu, '\n').trim())
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 6}), messages => {
        const rows = messages.map(message => row(`"${message.replaceAll('"', '""')}"`))
        const {records} = read(`${HEADER}\r\n${rows.join('\r\n')}\r\n`)
        expect(records.map(({message}) => message)).toEqual(messages)
      }),
    )
  })
})
