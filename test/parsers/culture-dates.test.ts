import {describe, expect, it} from 'vitest'
import {cultureStamp, isAmbiguous, provenOrder, readCultureDate} from '../../src/parsers/culture-dates.js'

function timeOf(text: string, order: 'mdy' | 'dmy'): string | null {
  const date = readCultureDate(text)
  const stamp = date === null ? null : cultureStamp(date, order)
  return stamp === null ? null : new Date(stamp.atUs / 1000).toISOString()
}

describe('readCultureDate', () => {
  it.each<[string, 'mdy' | 'dmy', string]>([
    ['10/7/2016 06:38:24 PM', 'mdy', '2016-10-07T18:38:24.000Z'],
    ['10/7/2016 06:38:24 PM', 'dmy', '2016-07-10T18:38:24.000Z'],
    ['10/7/2016 12:00:00 AM', 'mdy', '2016-10-07T00:00:00.000Z'],
    ['10/7/2016 12:00:00 PM', 'mdy', '2016-10-07T12:00:00.000Z'],
    ['05.10.2023 14:03:11', 'dmy', '2023-10-05T14:03:11.000Z'],
    ['5. 10. 2023 14:03:11', 'dmy', '2023-10-05T14:03:11.000Z'],
    ['05-10-2023 14:03', 'dmy', '2023-10-05T14:03:00.000Z'],
    ['2016-10-07 18:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['2016/10/7 18:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['1/2/24, 3:04:05\u202fp.m.', 'mdy', '2024-01-02T15:04:05.000Z'],
    ['\u200e1\u200e/\u200e2\u200e/\u200e2024\u200e \u200e3:04:05\u200e pm', 'mdy', '2024-01-02T15:04:05.000Z'],
    ['10/7/2016 06:38:24.1234567', 'mdy', '2016-10-07T06:38:24.123Z'],
    ['7.10.2016 18.38.24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['7.10.2016 \u0433. 18:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['2016. 10. 07. 18:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['2016/10/7 \u4e0b\u5348 06:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['2016/10/7 \u4e0a\u5348 12:38:24', 'dmy', '2016-10-07T00:38:24.000Z'],
    ['2016-10-07 \uc624\ud6c4 6:38:24', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['7/10/2016 6:38:24 \u03bc\u03bc', 'dmy', '2016-10-07T18:38:24.000Z'],
    ['7/10/2016 6:38:24 \u03c0.\u03bc.', 'dmy', '2016-10-07T06:38:24.000Z'],
  ])('%s as %s is %s', (text, order, iso) => {
    expect(timeOf(text, order)).toBe(iso)
  })

  it.each([
    '',
    '10/7/2016',
    '10/7 06:38:24',
    '10/7-2016 06:38:24',
    '10/7/2016 25:00:00',
    '10/7/2016 13:00:00 PM',
    '10/7/2016 0:00 AM',
    '10/7/2016 06:61:00',
    '2016/10/7 \u4e0b\u5348 16:38:24',
    'x 10/7/2016 06:38:24',
  ])('%j is none', text => {
    expect(readCultureDate(text)).toBeNull()
  })

  it('has no day that the calendar does not have', () => {
    expect(timeOf('31/4/2024 10:00', 'dmy')).toBeNull()
    expect(timeOf('13/13/2024 10:00', 'dmy')).toBeNull()
    expect(timeOf('13/1/2024 10:00', 'mdy')).toBeNull()
  })

  it('keeps fractions exactly', () => {
    const date = readCultureDate('10/7/2016 06:38:24.1234567')
    expect(date === null ? null : cultureStamp(date, 'mdy')).toMatchObject({
      ns: 700,
      digits: 7,
      unitUs: 1,
      zone: 'local',
      end: 26,
    })
  })
})

describe('the order of day and month', () => {
  const order = (text: string) => {
    const date = readCultureDate(text)
    return date === null ? 'none' : [provenOrder(date), isAmbiguous(date)]
  }

  it.each<[string, ['mdy' | 'dmy' | null, boolean]]>([
    ['13/1/2024 10:00', ['dmy', false]],
    ['1/13/2024 10:00', ['mdy', false]],
    ['1/2/2024 10:00', [null, true]],
    ['2/2/2024 10:00', [null, false]],
    ['1.2.2024 10:00', ['dmy', false]],
    ['1-2-2024 10:00', [null, true]],
    ['2024-01-02 10:00', [null, false]],
  ])('%s proves %j', (text, want) => {
    expect(order(text)).toEqual(want)
  })
})
