import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readFiletime, readRelativeMs} from '../../src/parsers/filetime.js'

describe('readFiletime', () => {
  it('is exact to 100 ns', () => {
    expect(readFiletime('132670973801396699')).toEqual({
      atUs: Date.parse('2021-06-02T08:49:40.139Z') * 1000 + 669,
      ns: 900,
      digits: 7,
      unitUs: 1,
      zone: 'utc',
      shape: 'filetime',
      end: 18,
    })
    expect(readFiletime('   132670973801396699 ')).toMatchObject({ns: 900})
    expect(readFiletime('116444736000000000')).toMatchObject({atUs: 0, ns: 0})
    expect(readFiletime('116444735999999999'), 'rounded down before 1970 too').toMatchObject({atUs: -1, ns: 900})
  })

  it('agrees with whole numbers of any size', () => {
    const ticks = fc.bigInt({min: 100_000_000_000_000_000n, max: 206_000_000_000_000_000n})
    fc.assert(
      fc.property(ticks, value => {
        const tenths = value - 116_444_736_000_000_000n
        const whole = tenths >= 0n ? tenths / 10n : (tenths - 9n) / 10n
        expect(readFiletime(String(value))).toMatchObject({atUs: Number(whole), ns: Number(tenths - whole * 10n) * 100})
      }),
    )
  })

  it('reads what a spreadsheet has left, and says how much that is', () => {
    expect(readFiletime('1.3312743573048245e+17')).toMatchObject({
      atUs: Date.parse('2022-11-12T16:19:33.048Z') * 1000 + 245,
      ns: 0,
      unitUs: 2,
    })
    expect(readFiletime('1.33127E+17')).toMatchObject({atUs: readFiletime('133127000000000000')?.atUs, unitUs: 1e11})
    expect(readFiletime('1,33127435730482E+17')).toMatchObject({unitUs: 100})
    expect(readFiletime('1e17')).toMatchObject({unitUs: 1e16})
  })

  it.each([
    '',
    '0',
    '13267097380139669',
    '1326709738013966990',
    '999999999999999999',
    '1.33e+18',
    '-132670973801396699',
    '0x1d7',
    'Clock-Time',
  ])('%j is none', text => {
    expect(readFiletime(text)).toBeNull()
  })
})

describe('readRelativeMs', () => {
  it.each<[string, number, number, number, number]>([
    ['8,184.674', 8_184_674, 0, 3, 1],
    ['0.000', 0, 0, 3, 1],
    [' 12.5 ', 12_500, 0, 1, 100],
    ['7', 7_000, 0, 0, 1000],
    ['1,234,567.8901', 1_234_567_890, 100, 4, 1],
    ['-0.0005', -1, 500, 4, 1],
    ['-1.000', -1_000, 0, 3, 1],
    ['-0.0000001', -1, 999, 7, 1],
    ['-0.000000001', -1, 999, 9, 1],
    ['-0', 0, 0, 0, 1000],
  ])('%s ms is %i µs and %i ns', (text, atUs, ns, digits, unitUs) => {
    expect(readRelativeMs(text)).toEqual({
      atUs,
      ns,
      digits,
      unitUs,
      zone: 'relative',
      shape: 'relative',
      end: text.length,
    })
    expect(Object.is(readRelativeMs(text)?.atUs, -0)).toBe(false)
  })

  it.each(['', 'ms', '1,23', '12,34.5', '1.2.3', '1e5', '--1', '1 000.0'])('%j is none', text => {
    expect(readRelativeMs(text)).toBeNull()
  })

  it('rounds down on both sides of zero', () => {
    fc.assert(
      fc.property(fc.integer({min: -1e12, max: 1e12}), ns => {
        const text = `${ns < 0 ? '-' : ''}${Math.floor(Math.abs(ns) / 1e6)}.${String(Math.abs(ns) % 1e6).padStart(6, '0')}`
        const want = Math.floor(ns / 1000)
        expect(readRelativeMs(text)).toMatchObject({atUs: want === 0 ? 0 : want, ns: ns - want * 1000})
      }),
    )
  })
})
