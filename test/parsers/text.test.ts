import {describe, expect, it} from 'vitest'
import {read, timeOf} from './read.js'

const times = (text: string, options = {}) => read(text, options).records.map(timeOf)

describe('plain text', () => {
  it('makes every line a record, blank ones left out', () => {
    const {records, input, formats, notes} = read('first\r\n\r\n  second  \r\n')
    expect(records).toMatchObject([
      {line: 1, offset: 0, text: 'first', message: 'first', atUs: null, provider: null},
      {line: 3, offset: 9, text: '  second  ', message: '  second', atUs: null},
    ])
    expect(input.format).toBe('text')
    expect(formats).toEqual(['text', 'text'])
    expect(notes).toMatchObject({zone: 'local', granularityUs: null})
  })

  it.each<[string, string]>([
    ['2024-01-13 23:31:07.097 OID_WDI_TASK_ROAM', '2024-01-13T23:31:07.097000'],
    ['[2024-01-13 23:31:07.0971234] OID', '2024-01-13T23:31:07.097123'],
    ['INFO [main] 2024/01/13-23:31:07.097 x', '2024-01-13T23:31:07.097000'],
    ['16131: 09/03/2023-23:43:07.3233594 imp_WdfRegistryOpenKey - x', '2023-09-03T23:43:07.323359'],
    ['12 2024-01-13T23:31:07Z x', '2024-01-13T23:31:07.000000'],
    ['at 13/1/2024 23:31:07 x', '2024-01-13T23:31:07.000000'],
    ['at \u200e13\u200e/\u200e1\u200e/\u200e2024 \u200e23:31:07 x', '2024-01-13T23:31:07.000000'],
    ['\u200e2024\u200e-\u200e01\u200e-\u200e13T23:31:07.0971234Z x', '2024-01-13T23:31:07.097123'],
    ['[1] \u200e01\u200e/\u200e13\u200e/\u200e2024-23:31:07.097 x', '2024-01-13T23:31:07.097000'],
    ['1.2.2024 3:31:07 x', '2024-02-01T03:31:07.000000'],
    ['12:34:56.789 x', '1970-01-01T12:34:56.789000'],
  ])('finds the time in %j', (line, time) => {
    expect(times(line)).toEqual([time])
  })

  it.each([
    '12:34:56 x',
    'BSSID 02:00:00:00:0a:01',
    'x2024-01-13 23:31:07.097',
    '10.0.26100 1234',
    'version 10.12.2023',
    `${'x '.repeat(40)}2024-01-13 23:31:07.097`,
    '2024-13-13 23:31:07.097',
    '01-13 23:31:07.097 logcat',
  ])('finds none in %j', line => {
    expect(times(line)).toEqual([null])
  })

  it('knows its clock from the first stamp and leaves out what is not on it', () => {
    const {notes, records} = read('12:34:56.789 a\n2024-01-13 23:31:07.097 b\n12:34:57.789 c\n')
    expect(notes).toMatchObject({zone: 'relative', granularityUs: 1000})
    expect(records.map(timeOf)).toEqual(['1970-01-01T12:34:56.789000', null, '1970-01-01T12:34:57.789000'])
    expect(read('2024-01-13T23:31:07Z a').notes.zone).toBe('utc')
    expect(read('2024-01-13 23:31:07.097 a', {tzMinutes: 60}).notes.zone).toBe('utc')
    expect(times('2024-01-13 23:31:07.097 a\n2024-01-13T22:31:07Z b', {tzMinutes: 60})).toEqual([
      '2024-01-13T22:31:07.097000',
      '2024-01-13T22:31:07.000000',
    ])
    expect(times('2024-01-13 23:31:07.097 a\n2024-01-13T22:31:07Z b')).toEqual(['2024-01-13T23:31:07.097000', null])
  })

  it('does not guess which number is the month', () => {
    const {records, problems} = read(
      '1/2/2024 10:00:00 a\n1/2/2024 10:00:01 b\n2/2/2024 10:00:02 c\n13/2/2024 10:00:03 d\n1/2/2024 10:00:04 e\n',
    )
    expect(records.map(timeOf)).toEqual([
      null,
      null,
      '2024-02-02T10:00:02.000000',
      '2024-02-13T10:00:03.000000',
      '2024-02-01T10:00:04.000000',
    ])
    expect(problems).toEqual([
      {
        line: 1,
        offset: 0,
        message: '2 dates from here on may be month first or day first and were left out: say which with --date-order.',
      },
    ])
    expect(times('1/2/2024 10:00:00 a', {dateOrder: 'mdy'})).toEqual(['2024-01-02T10:00:00.000000'])
    expect(times('1/2/2024 10:00:00 a', {dateOrder: 'dmy'})).toEqual(['2024-02-01T10:00:00.000000'])
    // What a date proves by itself beats what was said.
    expect(times('13/1/2024 10:00:00 a', {dateOrder: 'mdy'})).toEqual(['2024-01-13T10:00:00.000000'])
  })
})
