import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {bursts} from '../../src/rules/bursts.js'

const of = (times: readonly number[], count: number, withinUs: number) => bursts(times, time => time, count, withinUs)

describe('bursts', () => {
  it.each([
    ['nothing', [], 3, 10, []],
    ['too few', [0, 1], 3, 10, []],
    ['exactly the window', [0, 5, 10], 3, 10, [{members: [0, 5, 10], reached: 10}]],
    ['one above the window', [0, 5, 11], 3, 10, []],
    ['a longer run is one run', [0, 4, 8, 12, 16], 3, 10, [{members: [0, 4, 8, 12, 16], reached: 8}]],
    [
      'two runs with a pause',
      [0, 1, 2, 100, 101, 102],
      3,
      10,
      [
        {members: [0, 1, 2], reached: 2},
        {members: [100, 101, 102], reached: 102},
      ],
    ],
    ['equal times', [7, 7, 7], 3, 0, [{members: [7, 7, 7], reached: 7}]],
  ])('%s', (_, times, count, within, expected) => {
    expect(of(times, count, within)).toEqual(expected)
  })

  it('finds a run exactly where some window holds enough items', () => {
    const sorted = fc.array(fc.integer({min: 0, max: 100}), {maxLength: 30}).map(times => times.sort((a, b) => a - b))
    fc.assert(
      fc.property(sorted, fc.integer({min: 2, max: 5}), fc.integer({min: 0, max: 20}), (times, count, within) => {
        const dense = times.some(start => times.filter(time => time >= start && time <= start + within).length >= count)
        const runs = of(times, count, within)
        expect(runs.length > 0).toBe(dense)
        for (const {members, reached} of runs) {
          expect(members.length).toBeGreaterThanOrEqual(count)
          expect(members[count - 1]).toBe(reached)
        }
      }),
    )
  })
})
