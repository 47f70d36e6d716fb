import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {eventViewerCsv, exportCsv} from '../../../src/parsers/csv/event-csv.js'
import {tracerptCsv} from '../../../src/parsers/csv/tracerpt-csv.js'
import {at, betweenCharacters, readAll} from '../etw/read-all.js'
import {FULL_NAMES, fullRow, NAMES, short, shortRow, VIEWER} from './event-rows.js'

describe('Export-Csv', () => {
  it('knows its names in any order and choice', () => {
    expect(exportCsv.sniff(`${FULL_NAMES}\r\n`)).toBe(1)
    expect(exportCsv.sniff(`#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n${FULL_NAMES}\r\n`)).toBe(1)
    expect(exportCsv.sniff(`\ufeff${NAMES}\n`)).toBe(0.8)
    expect(exportCsv.sniff('TimeCreated;Message\n')).toBe(0.8)
    expect(exportCsv.sniff('"Name","Id"\n')).toBe(0)
    expect(exportCsv.sniff(`${VIEWER}\n`)).toBe(0)
    expect(eventViewerCsv.sniff(`${NAMES}\n`)).toBe(0)
    expect(tracerptCsv.sniff(`${FULL_NAMES}\n`)).toBe(0)
  })

  it('reads every property there is use for', () => {
    const text = `#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n${FULL_NAMES}\r\n${fullRow('said "hi",\r\nthen left', '3/14/2026 9:26:53 AM')}\r\n`
    const {records, problems} = readAll(exportCsv, text)
    expect(problems).toEqual([])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      line: 3,
      offset: text.indexOf('"said'),
      atUs: at('2026-03-14T09:26:53Z'),
      pid: 4276,
      tid: 5544,
      provider: 'Microsoft-Windows-WLAN-AutoConfig',
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 8001,
      activityId: 'b7591bbc-aef3-38b6-8789-62a28792f0d7',
      message: 'said "hi",\nthen left',
      fields: {EventRecordID: '1321', LogName: 'Microsoft-Windows-WLAN-AutoConfig/Operational', Level: 'Information'},
    })
  })

  it('reads subsets, unquoted cells, other delimiters', () => {
    expect(readAll(exportCsv, short(shortRow('a'), shortRow('b'))).records.map(record => record.message)).toEqual([
      'a',
      'b',
    ])
    const {records} = readAll(
      exportCsv,
      'Id;TimeCreated;Message\n8001;2016-10-17 18:38:24;"a;b"\n8002;2016-10-17 18:38:25;c\n',
    )
    expect(records.map(({eventId, message, atUs}) => [eventId, message, atUs])).toEqual([
      [8001, 'a;b', at('2016-10-17T18:38:24Z')],
      [8002, 'c', at('2016-10-17T18:38:25Z')],
    ])
  })

  it('takes times with a zone as they are', () => {
    const times = ['2016-10-17T18:38:24.1234567Z', '2016-10-17T18:38:24+02:00', '10/17/2016 6:38:24 PM +02:00']
    const {records, notes} = readAll(exportCsv, short(...times.map(time => shortRow('m', time))), {tzMinutes: 60})
    expect(records.map(({atUs, ns}) => [atUs, ns])).toEqual([
      [at('2016-10-17T18:38:24.123456Z'), 700],
      [at('2016-10-17T16:38:24Z'), 0],
      [at('2016-10-17T16:38:24Z'), 0],
    ])
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1})
  })

  it('reads joined files, each by its own header', () => {
    const text = `${short(shortRow('a'))}#TYPE X\n"Id","TimeCreated","Message"\n"5","10/17/2016 6:38:24 PM","b"\n`
    const {records, problems} = readAll(exportCsv, text)
    expect(problems).toEqual([])
    expect(records.map(({eventId, message}) => [eventId, message])).toEqual([
      [8001, 'a'],
      [5, 'b'],
    ])
  })

  it('keeps a whole row that stands inside a message', () => {
    const inner = shortRow('inner').replaceAll('"', '""')
    const {records, problems} = readAll(exportCsv, short(shortRow(`outer\n${inner}\nend`), shortRow('next')))
    expect(problems).toEqual([])
    expect(records.map(record => record.message)).toEqual([`outer\n${shortRow('inner')}\nend`, 'next'])
  })

  it.each([
    ['a quote too many', shortRow('a"b')],
    ['a quote missing', shortRow('a').slice(0, -1)],
    ['a cell missing', '"10/17/2016 6:38:24 PM","8001","m"'],
    ['a cell too many', `${shortRow('a')},"x"`],
    ['a word for a number', shortRow('a').replace('8001', 'none')],
  ])('costs one row at most: %s', (_, broken) => {
    const {records, problems} = readAll(
      exportCsv,
      short(shortRow('first'), broken, shortRow('third\nline'), shortRow('last')),
    )
    expect(records.map(record => record.message)).toEqual(['first', 'third\nline', 'last'])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({line: 3})
  })

  it('bounds a row that never ends, and goes on after it', () => {
    const endless = `"10/17/2016 6:38:24 PM","8001","Information","${Array(40).fill('x'.repeat(50_000)).join('\n')}`
    const {records, problems} = readAll(exportCsv, short(shortRow('first'), endless, shortRow('last')))
    expect(records.map(record => record.message)).toEqual(['first', 'last'])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatchObject({line: 3, message: expect.stringContaining('1048576')})
  })

  it('does not hang on text made to be searched again and again', () => {
    const text = short(...Array.from({length: 30_000}, () => '"1 open,'), shortRow('last'))
    const started = performance.now()
    const {records, problems} = readAll(exportCsv, text)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(records.map(record => record.message)).toEqual(['last'])
    expect(problems.length).toBeGreaterThan(0)
  })

  it('takes hostile text as text', () => {
    const {records} = readAll(
      exportCsv,
      '"TimeCreated","Id","__proto__","Message"\n"10/17/2016 6:38:24 PM","1","x","=cmd|\'/c calc\'!A1"\n',
    )
    expect(records[0]).toMatchObject({message: "=cmd|'/c calc'!A1", eventId: 1, fields: null})
  })

  it('says where a header is missing', () => {
    const {records, problems} = readAll(exportCsv, 'nothing\nat all\n')
    expect(records).toEqual([])
    expect(problems).toEqual([{line: 1, offset: 0, message: expect.stringContaining('header')}])
  })

  it('keeps the rows before a cut, wherever it is', () => {
    const text = short(shortRow('first\nline'), shortRow('second ""x""\nline'))
    const end = text.indexOf('"10/17', text.indexOf('line'))
    const whole = readAll(exportCsv, text).records
    expect(whole).toHaveLength(2)
    for (let cut = end; cut < text.length - 1; cut++) {
      const {records, problems} = readAll(exportCsv, text.slice(0, cut))
      expect(records[0]).toEqual(whole[0])
      // Half of a doubled quote looks like the end of the row, in a file without a last line end.
      if (text.slice(0, cut).endsWith('x"') || text.slice(0, cut).endsWith(' "')) continue
      expect(records).toHaveLength(1)
      expect(problems).toHaveLength(cut === end ? 0 : 1)
    }
  })

  it('does not depend on how the text was cut into pieces', () => {
    const text = short(
      shortRow('caf\u00e9 \u{1f4f6}\r\nline'),
      shortRow('a"b'),
      shortRow('open').slice(0, -1),
      'nothing',
      shortRow('last'),
    ).replaceAll('\n', '\r\n')
    const whole = readAll(exportCsv, text)
    expect(whole.records.length).toBe(2)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), {maxLength: 12}), cuts => {
        expect(readAll(exportCsv, text, {}, betweenCharacters(text, cuts))).toEqual(whole)
      }),
    )
  })

  it('tells the order of dates from the same head, however the text comes', () => {
    const early = Array.from({length: 700}, (_, i) => shortRow(`number ${i} of the rows`, '10/11/2016 06:38:24'))
    const text = short(...early, shortRow('m', '25/11/2016 06:38:24'), ...early)
    const whole = readAll(exportCsv, text)
    for (const size of [1000, 65_535, 65_536, 65_537]) {
      const cuts = Array.from({length: Math.floor(text.length / size)}, (_, i) => i * size)
      expect(readAll(exportCsv, text, {}, cuts)).toEqual(whole)
    }
  })

  it('gives back what a writer wrote', () => {
    const cell = fc.string({
      unit: fc.oneof(fc.string({unit: 'grapheme', maxLength: 1}), fc.constantFrom('"', ',', '\n', '\r\n')),
    })
    const event = fc.record({message: cell, id: fc.nat(65_535), provider: cell, second: fc.nat(59)})
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(event), events => {
        const rows = events.map(({message, id, provider, second}) =>
          [message, String(id), provider, `10/17/2016 6:38:${String(second).padStart(2, '0')} PM`]
            .map(quoted)
            .join(','),
        )
        const text = `"Message","Id","ProviderName","TimeCreated"\r\n${rows.map(row => `${row}\r\n`).join('')}`
        const {records, problems} = readAll(exportCsv, text)
        expect(problems).toEqual([])
        const plain = (value: string) => value.replace(/\r+\n/g, '\n').trim()
        expect(records.map(({message, eventId, provider, atUs}) => ({message, eventId, provider, atUs}))).toEqual(
          events.map(({message, id, provider, second}) => ({
            message: plain(message),
            eventId: id,
            provider: plain(provider) || null,
            atUs: at(`2016-10-17T18:38:${String(second).padStart(2, '0')}Z`),
          })),
        )
        expect(records.map(record => record.offset)).toEqual(
          rows.map((_, i) =>
            Buffer.byteLength(
              `"Message","Id","ProviderName","TimeCreated"\r\n${rows
                .slice(0, i)
                .map(row => `${row}\r\n`)
                .join('')}`,
            ),
          ),
        )
      }),
    )
  })
})
