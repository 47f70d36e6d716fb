import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {medianOf, nearestRank, shareOf, timeOf} from '../../src/fleet/statistics.js'
import {Values} from '../../src/fleet/values.js'

const valuesOf = (numbers: readonly number[]) => {
  const values = new Values()
  values.addAll(numbers)
  return values
}

describe('a share', () => {
  it('has the Wilson interval of rules.md: 13 of 14 is 92.9 %, 68.5 to 98.7 %', () => {
    const {share, low, high} = shareOf(13, 14)
    expect([share, low, high].map(part => ((part ?? 0) * 100).toFixed(1))).toEqual(['92.9', '68.5', '98.7'])
  })

  it('is not given below a denominator of five', () => {
    expect(shareOf(4, 4)).toEqual({k: 4, n: 4, share: null, low: null, high: null})
    expect(shareOf(5, 5).share).toBe(1)
    expect(shareOf(0, 0)).toEqual({k: 0, n: 0, share: null, low: null, high: null})
  })

  it('lies in its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({min: 5, max: 100_000}), fc.double({min: 0, max: 1, noNaN: true}), (n, part) => {
        const {share, low, high} = shareOf(Math.round(part * n), n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share ?? -1)
        expect(high).toBeGreaterThanOrEqual(share ?? 2)
      }),
    )
  })
})

describe('percentiles', () => {
  it('are those of a naive sort: the smallest value that so many per cent do not exceed', () => {
    const durations = fc.array(fc.integer({min: 0, max: 2_000_000_000}), {minLength: 1, maxLength: 300})
    fc.assert(
      fc.property(durations, fc.integer({min: 1, max: 99}), (numbers, percent) => {
        const naive = [...numbers].sort((a, b) => a - b)
        const wanted = naive.find((_, i) => 100 * (i + 1) >= percent * numbers.length)
        expect(nearestRank(valuesOf(numbers).sorted(), percent)).toBe(wanted)
      }),
    )
  })

  it.each([
    [4, [null, null, null]],
    [5, [3, null, null]],
    [19, [10, null, null]],
    [20, [10, 19, null]],
    [99, [50, 95, null]],
    [100, [50, 95, 99]],
  ])('of 1 to %i', (n, wanted) => {
    const time = timeOf(valuesOf(Array.from({length: n}, (_, i) => n - i)), n + 1)
    expect([time.p50Us, time.p95Us, time.p99Us]).toEqual(wanted)
    expect(time).toMatchObject({n: n + 1, measured: n, minUs: 1, maxUs: n})
  })

  it('of nothing are null', () => {
    const nothing = {p50Us: null, p95Us: null, p99Us: null, minUs: null, maxUs: null}
    expect(timeOf(new Values(), 3)).toEqual({n: 3, measured: 0, ...nothing})
    expect(nearestRank(new Float64Array(0), 50)).toBeNull()
  })
})

it('a median of an even count is the mean of the two middle values', () => {
  expect(medianOf(valuesOf([4, 1, 3]))).toBe(3)
  expect(medianOf(valuesOf([4, 1, 2, 3]))).toBe(2.5)
  expect(medianOf(valuesOf([-7]))).toBe(-7)
  expect(medianOf(new Values())).toBeNull()
})

it('values keep every number, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), numbers => {
      expect([...valuesOf(numbers).sorted()]).toEqual([...numbers].sort((a, b) => a - b))
      expect(valuesOf(numbers).count).toBe(numbers.length)
    }),
  )
})
