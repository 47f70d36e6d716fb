import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'
import {filetime, GUID, htmlReport, htmlRow, htmlSnapshot} from './report-texts.js'

const first = htmlRow({
  uid: 1,
  id: 8000,
  type: 'wlan connect',
  time: '2024-03-10T01:59:30',
  message: 'A.\n\nSSID: <x>\nB & c',
})

describe('wlan report, HTML', () => {
  it('tells the event, its place and its session', () => {
    const text = htmlReport([first])
    const {records, input, problems, notes} = read(text)
    expect(problems).toEqual([])
    expect(input.format).toBe('wlanreport-html')
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1_000_000})
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: text.slice(0, text.indexOf('<tr class="wlan')).split('\n').length,
      offset: text.indexOf('<tr class="wlan'),
      text: '<tr class="wlan connect">',
      atUs: Date.parse('2024-03-10T01:59:30Z') * 1000,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: 8000,
      message: 'A.\n\nSSID: <x>\nB & c',
    })
    expect({...records[0]?.fields}).toEqual({
      UID: '1',
      Type: 'wlan connect',
      EventError: '0',
      InterfaceGuid: GUID,
      Session: '1',
      'Session.status': 'warning',
      'Session.interface': 'Card & Co',
      'Session.ssid': 'S',
      'Session.duration': '3723',
    })
  })

  it('knows an error, which has no class of its own', () => {
    const [record] = read(htmlReport([htmlRow({uid: 2, id: 8002, time: '2024-03-10T01:59:30', error: true})])).records
    expect(record).toMatchObject({provider: 'Microsoft-Windows-WLAN-AutoConfig', fields: {EventError: '1'}})
    expect(record?.fields?.Type).toBeUndefined()
  })

  it('joins the two clocks, and keeps entries that no row is', () => {
    const text = htmlReport(
      [first],
      [
        htmlSnapshot('Connect', filetime('2024-03-10T09:59:30Z'), 1),
        htmlSnapshot('Disconnect', filetime('2024-03-10T10:00:00Z'), 7, 'a "quoted", "ssid" name', 1),
      ],
    )
    const {records, notes, problems} = read(text)
    expect(problems).toEqual([])
    expect(notes.zone).toBe('utc')
    expect(records.map(record => [record.eventId, timeOf(record)])).toEqual([
      [8000, '2024-03-10T09:59:30.000000'],
      [8002, '2024-03-10T10:00:00.001234'],
    ])
    const {line, offset, text: shown, fields} = records[1] as (typeof records)[0]
    expect(fields).toMatchObject({SSID: 'a "quoted", "ssid" name', EventType: 'Disconnect'})
    expect(shown).toBe('    "type":"Disconnect",')
    expect(text.split('\n')[line - 1]).toBe(shown)
    expect(text.slice(offset, offset + shown.length)).toBe(shown)
  })

  it('reads a page that a browser saved', () => {
    const saved = htmlReport([first], [htmlSnapshot('Connect', filetime('2024-03-10T09:59:30Z'), 1)])
      .replace('<table>', '<table><tbody>')
      .replace('</table>', '</tbody></table>')
      .replaceAll('<td>', '<TD>')
      .replaceAll('</td>', '</TD>')
      .replace('<span class="message-body">', '<span class=\'message-body\' style="">')
    const {records} = read(saved)
    expect(records.map(timeOf)).toEqual(['2024-03-10T09:59:30.000000'])
    expect(records[0]?.message).toBe('A.\n\nSSID: <x>\nB & c')
  })

  it('never shows what commands printed', () => {
    const secret = `<h3>netsh</h3><textarea class="command-output">S3cret <tr class="wlan ">${first}</textarea><p>Key:<b>S3cret</b></p>`
    const {records, problems} = read(htmlReport([first], [], secret))
    expect(records).toHaveLength(1)
    expect(JSON.stringify([records, problems])).not.toContain('S3cret')
  })

  it('leaves out a row without id or time, and says so', () => {
    const {records, problems} = read(htmlReport([first.replace('8000', 'x'), first]))
    expect(records).toHaveLength(1)
    expect(problems.map(({message}) => message)).toEqual(['This row has no event id and time: it was left out.'])
  })

  it('keeps what came before any cut, and says that there is one', () => {
    const text = htmlReport([first, htmlRow({uid: 2, id: 8001, time: '2024-03-10T02:00:00', message: 'Grüße'})])
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = text.indexOf('</title>') + 8; length < bytes.length - 1; length++) {
      const part = bytes.subarray(0, length)
      const {records, notes} = read(part)
      expect(records).toEqual(whole.slice(0, records.length))
      // Header row of the table aside.
      expect(records.length).toBe(Math.max(0, part.toString().split('</tr>').length - 2))
      expect(notes.cut, String(length)).toBe(true)
    }
  })

  it('reads back whatever messages are in it', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 30}).map(s => s.replace(/[\p{Cc}\p{Surrogate}]/gu, '?').trim())
    const row = fc.record({uid: fc.nat(), id: fc.integer({min: 1, max: 65_535}), message: text})
    fc.assert(
      fc.property(fc.array(row, {maxLength: 8}), rows => {
        const {records} = read(htmlReport(rows.map(one => htmlRow({...one, time: '2024-03-10T01:59:30'}))))
        expect(records.map(({eventId, message, fields}) => [eventId, message, fields?.UID])).toEqual(
          rows.map(({uid, id, message}) => [id, message, String(uid)]),
        )
      }),
    )
  })

  it.each([
    ['the page', '<!DOCTYPE html>\r\r\n<html><head><title>wlan report</title>', 'wlanreport-html'],
    ['in capitals', '\ufeff<HTML><HEAD><TITLE>Wlan Report</TITLE>', 'wlanreport-html'],
    ['another page', '<html><head><title>wlan report of Monday</title>', 'text'],
    ['its source in a text', 'see <title>wlan report</title>', 'text'],
  ])('is told by its title: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
