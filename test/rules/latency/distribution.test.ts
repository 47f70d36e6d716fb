import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {distributionOf, isOutlier, median, scoreOf} from '../../../src/rules/latency/distribution.js'

/** S1 of the catalogue, in ms. */
const S1 = [52, 55, 58, 60, 61, 63, 64, 66, 68, 70, 71, 73, 75, 78, 80, 84, 88, 95, 110, 640]
const us = (ms: readonly number[]) => ms.map(value => value * 1000)

describe('the numbers of S1', () => {
  const distribution = distributionOf(us(S1), 1)

  it('median and MAD of the logarithms', () => {
    expect(distribution.logMedian).toBeCloseTo(4.2556, 4)
    expect(distribution.mad).toBeCloseTo(0.1356, 4)
    expect(distribution.medianUs).toBe(70_500)
  })

  it.each([
    [88, 1.1, false],
    [95, 1.48, false],
    [110, 2.21, false],
    [640, 10.97, true],
  ])('%i ms has score %f', (ms, score, outlier) => {
    expect(scoreOf(ms * 1000, distribution)).toBeCloseTo(score, 2)
    expect(isOutlier(ms * 1000, distribution)).toBe(outlier)
  })
})

describe('median', () => {
  it('is the mean of the two middle values of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([3, 1, 2])).toBe(2)
    expect(median([])).toBeNaN()
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), {minLength: 1}), values => {
        expect(median(values)).toBe(median([...values].reverse()))
      }),
    )
  })
})

describe('an outlier', () => {
  it('needs 1.5 times the median besides its score', () => {
    const tight = distributionOf(us([...Array(19).keys()].map(i => 100 + i / 10).concat(149)), 1)
    expect(scoreOf(149_000, tight)).toBeGreaterThan(3.5)
    expect(isOutlier(149_000, tight)).toBe(false)
    expect(isOutlier(1.5 * tight.medianUs, tight)).toBe(false)
    expect(isOutlier(1.5 * tight.medianUs + 1, tight)).toBe(true)
  })

  it('needs more than 20 ms over the median, or more than twice the granularity', () => {
    const short = distributionOf(us([...Array(20).keys()].map(i => 10 + i / 10)), 1)
    expect(isOutlier(short.medianUs + 20_000, short)).toBe(false)
    expect(isOutlier(short.medianUs + 20_001, short)).toBe(true)
    const coarse = distributionOf(us([...Array(20).keys()].map(i => 15 + (i % 3))), 15_000)
    expect(isOutlier(coarse.medianUs + 30_000, coarse)).toBe(false)
    expect(isOutlier(coarse.medianUs + 30_001, coarse)).toBe(true)
  })

  it('is found on the slow side only', () => {
    const distribution = distributionOf(us([...S1.slice(0, 19), 1]), 1)
    expect(scoreOf(1000, distribution)).toBeLessThan(-3.5)
    expect(isOutlier(1000, distribution)).toBe(false)
  })
})

describe('more than half of the values equal', () => {
  it('falls back to the mean absolute deviation', () => {
    const values = us([...Array(19).fill(60), 600])
    const distribution = distributionOf(values, 1)
    expect(distribution.mad).toBe(0)
    expect(scoreOf(600_000, distribution)).toBeCloseTo(Math.log(10) / (1.253314 * (Math.log(10) / 20)), 6)
    expect(isOutlier(600_000, distribution)).toBe(true)
  })

  it('has no score where all are equal', () => {
    expect(scoreOf(60_000, distributionOf(us(Array(20).fill(60)), 1))).toBeNull()
  })
})
