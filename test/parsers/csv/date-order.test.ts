import {describe, expect, it} from 'vitest'
import {eventViewerCsv} from '../../../src/parsers/csv/event-csv.js'
import {at, readAll} from '../etw/read-all.js'
import {viewer, viewerRow} from './event-rows.js'

describe('the order of day and month', () => {
  const times = (dates: string[], options = {}) =>
    readAll(eventViewerCsv, viewer(...dates.map(date => viewerRow('"m"', date))), options)

  it('is settled by any day above 12 in the head', () => {
    const {records, problems} = times(['10/11/2016 06:38:24', '25/11/2016 06:38:24'])
    expect(records.map(record => record.atUs)).toEqual([at('2016-11-10T06:38:24Z'), at('2016-11-25T06:38:24Z')])
    expect(problems).toEqual([])
  })

  it('is the American one under English names without a sign, and that is said once', () => {
    const {records, problems} = times(['10/11/2016 06:38:24', '10/12/2016 06:38:24'])
    expect(records.map(record => record.atUs)).toEqual([at('2016-10-11T06:38:24Z'), at('2016-10-12T06:38:24Z')])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('--date-order dmy')
  })

  it('is the other one under names of another language', () => {
    const text = 'Niveau,Date et heure,Source,ID,Catégorie\nInfo,10/11/2016 06:38:24,S,1,C,m\n'
    const {records, problems} = readAll(eventViewerCsv, text)
    expect(records[0]?.atUs).toBe(at('2016-11-10T06:38:24Z'))
    expect(problems[0]?.message).toContain('--date-order mdy')
  })

  it('is what the user says', () => {
    const {records, problems} = times(['10/11/2016 06:38:24'], {dateOrder: 'dmy'})
    expect(records[0]?.atUs).toBe(at('2016-11-10T06:38:24Z'))
    expect(problems).toEqual([])
  })

  it('is not asked where nothing hangs on it', () => {
    const {records, problems} = times(['11/11/2016 06:38:24', '2016-10-11 06:38:24', '05.10.2023 14:03:11'])
    expect(problems).toEqual([])
    expect(records.map(record => record.atUs)).toEqual([
      at('2016-11-11T06:38:24Z'),
      at('2016-10-11T06:38:24Z'),
      at('2023-10-05T14:03:11Z'),
    ])
  })

  it('contradicts the user where a date can only be read the other way', () => {
    const {records, problems} = times(['25/11/2016 06:38:24', '10/11/2016 06:38:24'], {dateOrder: 'mdy'})
    expect(records.map(record => record.atUs)).toEqual([at('2016-11-25T06:38:24Z'), at('2016-10-11T06:38:24Z')])
    expect(problems).toEqual([expect.objectContaining({line: 2, message: expect.stringContaining('--date-order dmy')})])
  })

  it('is told to be doubtful when a sign comes after the head', () => {
    const early = Array.from({length: 1200}, () => '10/11/2016 06:38:24')
    const {records, problems} = times([...early, '25/11/2016 06:38:24'])
    expect(records.at(-1)?.atUs).toBe(at('2016-11-25T06:38:24Z'))
    expect(problems.map(problem => problem.line)).toEqual([2, 1202])
  })

  it('leaves a row undated whose date nobody can read, and half days in languages that are not known', () => {
    const {records, problems} = times(['31/31/2016 06:38:24', '2016/10/17 06:38:24 م', 'day 5'])
    expect(records.map(record => record.atUs)).toEqual([null, null, null])
    expect(problems).toHaveLength(1)
  })
})
