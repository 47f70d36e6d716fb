import {describe, expect, it} from 'vitest'
import {eventViewerCsv} from '../../../src/parsers/csv/event-csv.js'
import {at, readAll} from '../etw/read-all.js'
import {VIEWER, viewer, viewerRow} from './event-rows.js'

describe('Event Viewer CSV', () => {
  it('knows its header in any language by the row below it', () => {
    expect(eventViewerCsv.sniff(`\ufeff${VIEWER}\r\n`)).toBe(1)
    const german = 'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\r\n'
    expect(eventViewerCsv.sniff(`${german}Informationen,17.10.2016 18:38:24,WLAN,8003,Keine,"Text"\r\n`)).toBe(0.9)
    expect(eventViewerCsv.sniff(`${german}a,b,c,d,e\r\n`)).toBe(0)
    expect(eventViewerCsv.sniff(german)).toBe(0)
    expect(eventViewerCsv.sniff('one,two\n')).toBe(0)
  })

  it('reads rows of six cells below five names', () => {
    const message =
      '"WLAN AutoConfig service has ""successfully"" disconnected.\r\n\r\nNetwork Adapter: Wi-Fi\r\nSSID: a,b\r\n"'
    const {records, problems, notes} = readAll(eventViewerCsv, viewer(viewerRow(message), viewerRow('plain')))
    expect(problems).toEqual([])
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1_000_000})
    expect(records).toHaveLength(2)
    expect(records[0]).toMatchObject({
      line: 2,
      offset: VIEWER.length + 2,
      text: 'Information,10/17/2016 06:38:24 PM,Microsoft-Windows-WLAN-AutoConfig,8003,AcmConnection,"WLAN AutoConfig service has ""successfully"" disconnected.',
      atUs: at('2016-10-17T18:38:24Z'),
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      eventId: 8003,
      message: 'WLAN AutoConfig service has "successfully" disconnected.\n\nNetwork Adapter: Wi-Fi\nSSID: a,b',
      fields: {Level: 'Information'},
      undecoded: null,
    })
    expect(records[1]).toMatchObject({line: 7, message: 'plain'})
  })

  it('moves local times by the zone that the user says', () => {
    const {records, notes} = readAll(eventViewerCsv, viewer(viewerRow('x')), {tzMinutes: 330})
    expect(records[0]?.atUs).toBe(at('2016-10-17T13:08:24Z'))
    expect(notes.zone).toBe('utc')
  })

  it('costs one row where a quote is missing', () => {
    const text = viewer(
      viewerRow('"first"'),
      viewerRow('"the quote of this one\r\nnever comes'),
      viewerRow('"third\r\nline"'),
      viewerRow('"fourth"'),
    )
    const {records, problems} = readAll(eventViewerCsv, text)
    expect(records.map(record => record.message)).toEqual(['first', 'third\nline', 'fourth'])
    expect(problems).toEqual([expect.objectContaining({line: 3, message: expect.stringContaining('left out')})])
  })

  it('costs each of two broken rows in a row', () => {
    const {records, problems} = readAll(
      eventViewerCsv,
      viewer('Error,x,Src,none,-,"m"', 'Error,x,Src,none,-,"m"', viewerRow('ok')),
    )
    expect(records.map(record => record.message)).toEqual(['ok'])
    expect(problems.map(problem => problem.line)).toEqual([2, 3])
  })

  it('reads bare quotes inside a cell, and says so once', () => {
    const text = viewer(viewerRow('"SSID "corp" joined"'), viewerRow('say "hi"'), viewerRow('"SSID "corp"\r\nleft"'))
    const {records, problems} = readAll(eventViewerCsv, text)
    expect(records.map(record => record.message)).toEqual(['SSID "corp" joined', 'say "hi"'])
    expect(problems.map(problem => problem.line)).toEqual([2, 4])
    expect(problems[0]?.message).toContain('not doubled')
  })
})
