import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {daysOf, readStamp, type StampShape, withoutMarks} from '../../src/parsers/stamps.js'

const us = (iso: string) => Date.parse(iso) * 1000

describe('readStamp', () => {
  it.each<[string, StampShape, number, number, number, number]>([
    ['01/13/2024-23:31:07.097', 'mdy', us('2024-01-13T23:31:07.097Z'), 0, 3, 1000],
    ['09/03/2023-23:43:07.3233594', 'mdy', us('2023-09-03T23:43:07.323Z') + 359, 400, 7, 1],
    ['05/10/17-14:24:28.928', 'mdy2', us('2017-05-10T14:24:28.928Z'), 0, 3, 1000],
    ['05/10/17-14:24:28.9280001', 'mdy2', us('2017-05-10T14:24:28.928Z'), 100, 7, 1],
    ['2018-09-17 10:22:14.658', 'ymd', us('2018-09-17T10:22:14.658Z'), 0, 3, 1000],
    ['2021-06-02 14:19:40.139669900', 'ymd', us('2021-06-02T14:19:40.139Z') + 669, 900, 9, 1],
    ['2005-06-10-14:25:30.827', 'ymd', us('2005-06-10T14:25:30.827Z'), 0, 3, 1000],
    ['2024/09/03-16:13:49.692808900', 'ymd-slash', us('2024-09-03T16:13:49.692Z') + 808, 900, 9, 1],
    ['2024-01-01 00:00:00', 'ymd', us('2024-01-01T00:00:00Z'), 0, 0, 1_000_000],
    ['2024-01-01 00:00:00.12', 'ymd', us('2024-01-01T00:00:00.120Z'), 0, 2, 10_000],
    ['1969-12-31 23:59:59.9999999', 'ymd', -1, 900, 7, 1],
  ])('%s is %s', (text, shape, atUs, ns, digits, unitUs) => {
    expect(readStamp(text)).toEqual({atUs, ns, digits, unitUs, zone: 'local', shape, end: text.length})
  })

  it.each<[string, 'utc' | 'local', string]>([
    ['2024-01-13T23:31:07.0970000Z', 'utc', '2024-01-13T23:31:07.097Z'],
    ['2024-01-13T23:31:07.097+05:30', 'utc', '2024-01-13T18:01:07.097Z'],
    ['2024-01-13T23:31:07-0800', 'utc', '2024-01-14T07:31:07Z'],
    ['2024-01-13T23:31:07', 'local', '2024-01-13T23:31:07Z'],
  ])('ISO %s is %s %s', (text, zone, iso) => {
    expect(readStamp(text)).toMatchObject({atUs: us(iso), zone, shape: 'iso', end: text.length})
  })

  it('reads a time alone from midnight', () => {
    expect(readStamp('14:19:40.139669900')).toEqual({
      atUs: ((14 * 60 + 19) * 60 + 40) * 1e6 + 139_669,
      ns: 900,
      digits: 9,
      unitUs: 1,
      zone: 'relative',
      shape: 'clock',
      end: 18,
    })
  })

  it('reads at a position and stops behind the stamp', () => {
    expect(readStamp('[0]x::01/13/2024-23:31:07.097 [c]', 6)).toMatchObject({end: 29})
    // An offset must be one: this is a following word.
    expect(readStamp('2024-01-13T23:31:07-ok')).toMatchObject({zone: 'local', end: 19})
    expect(readStamp('2024-01-13T23:31:07+99:00')).toMatchObject({zone: 'local', end: 19})
  })

  it.each([
    '13/01/2024-23:31:07.097',
    '00/10/2024-23:31:07.097',
    '02/30/2024-23:31:07.097',
    '02/29/2023-23:31:07.097',
    '2024-13-01 00:00:00.000',
    '2024-00-01 00:00:00.000',
    '2024-01-32 00:00:00.000',
    '2024-01-00 00:00:00.000',
    '2024-01-01 24:00:00.000',
    '2024-01-01 25:00:00.000',
    '2024-01-01 23:60:00.000',
    '2024-01-01 23:59:61.000',
    '2024-01-01 23:59:00.1234567890',
    '1600-01-01 00:00:00.000',
    '2255-01-01 00:00:00.000',
    '9999-12-31 23:59:59.999',
    '2024-01/01 00:00:00.000',
    '2024/01-01-00:00:00.000',
    '01/13/2024 23:31:07.097',
    '01/13/2024-23-31-07.097',
    '2024-01-01T',
    '2024-01-01',
    '',
    'x',
    '--------------------------',
    '::::::::::::::::::::::::::',
    '//////////////////////////',
    '٠١/١٣/٢٠٢٤-23:31:07.097',
  ])('%s is none', text => {
    expect(readStamp(text)).toBeNull()
  })

  it('takes second 60 as the next minute, and a leap day where there is one', () => {
    expect(readStamp('2016-12-31 23:59:60.500')?.atUs).toBe(us('2017-01-01T00:00:00.500Z'))
    expect(readStamp('2024-02-29 00:00:00.000')?.atUs).toBe(us('2024-02-29T00:00:00Z'))
    expect(readStamp('2000-02-29 00:00:00.000')?.atUs).toBe(us('2000-02-29T00:00:00Z'))
    expect(readStamp('2100-02-29 00:00:00.000')).toBeNull()
  })

  it('agrees with Date for every moment, digit for digit', () => {
    const moments = fc.date({
      min: new Date('1601-01-01T00:00:00Z'),
      max: new Date('2254-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, fc.integer({min: 0, max: 999_999}), (date, below) => {
        const [day, time] = date.toISOString().slice(0, -1).split('T') as [string, string]
        const fine = `${time}${String(below).padStart(6, '0')}`
        const want = {atUs: date.getTime() * 1000 + Math.floor(below / 1000), ns: below % 1000, digits: 9}
        expect(readStamp(`${day} ${fine}`)).toMatchObject(want)
        expect(readStamp(`${day.replaceAll('-', '/')}-${fine}`)).toMatchObject(want)
        const [year, month, dayOfMonth] = day.split('-')
        expect(readStamp(`${month}/${dayOfMonth}/${year}-${fine}`)).toMatchObject(want)
        expect(readStamp(`${day}T${fine}Z`)).toMatchObject(want)
      }),
    )
  })

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom('1', '12', '2024', '/', '-', ':', '.', ' ', 'T', 'Z', '+', '\u200e', '𝟙', '\0')
    fc.assert(
      fc.property(
        fc.array(pieces).map(all => all.join('')),
        fc.integer({min: -3, max: 40}),
        (text, at) => {
          const stamp = readStamp(text, at)
          if (stamp !== null) expect(Number.isSafeInteger(stamp.atUs) && stamp.end <= text.length).toBe(true)
        },
      ),
    )
  })
})

describe('daysOf', () => {
  it('knows the calendar', () => {
    expect(daysOf(1970, 1, 1)).toBe(0)
    expect(daysOf(1969, 12, 31)).toBe(-1)
    expect(daysOf(2000, 3, 1)).toBe(11_017)
    expect(daysOf(1601, 1, 1)).toBe(-134_774)
    expect(daysOf(2023, 2, 29)).toBeNull()
    expect(daysOf(2024, -1, 5)).toBeNull()
    expect(daysOf(2024, 4, 31)).toBeNull()
  })
})

describe('withoutMarks', () => {
  it('takes the direction marks out of rendered dates', () => {
    expect(withoutMarks('\u200e2024\u200e-\u200e01\u200f-05')).toBe('2024-01-05')
    expect(withoutMarks('plain')).toBe('plain')
  })
})
