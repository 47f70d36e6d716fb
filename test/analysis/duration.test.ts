import {expect, it} from 'vitest'
import {duration} from '../../src/analysis/duration.js'

it.each([
  [0, 1, '0 µs'],
  [999, 1, '999 µs'],
  [1000, 1, '1 ms'],
  [1049, 1, '1 ms'],
  [82_400, 1, '82.4 ms'],
  [999_949, 1, '999.9 ms'],
  [999_950, 1, '1 s'],
  [4_230_000, 1, '4.23 s'],
  [9_994_999, 1, '9.99 s'],
  [9_995_000, 1, '10 s'],
  [59_949_999, 1, '59.9 s'],
  [59_950_000, 1, '1 min 00 s'],
  [83_000_000, 1, '1 min 23 s'],
  [3_599_400_000, 1, '59 min 59 s'],
  [3_599_500_000, 1, '1 h 00 min'],
  [7_500_000_000, 1, '2 h 05 min'],
])('says %i µs, read from a clock of %i µs, as %s', (us, grain, said) => {
  expect(duration(us, grain)).toBe(said)
})

it('is never finer than a clock of 1 ms', () => {
  expect(duration(82_400, 1000)).toBe('82 ms')
  expect(duration(400, 1000)).toBe('0 ms')
})

it('says below twice the grain of a coarse clock only that', () => {
  expect(duration(0, 10_000)).toBe('< 20 ms')
  expect(duration(19_999, 10_000)).toBe('< 20 ms')
  expect(duration(20_000, 10_000)).toBe('20 ms')
  expect(duration(1000, 9999)).toBe('1 ms')
})

it('takes an unknown grain as the finest', () => {
  expect(duration(82_400, null)).toBe('82.4 ms')
})
