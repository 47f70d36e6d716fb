import {describe, expect, it} from 'vitest'
import {type CaptureFacts, Silence, type Span} from '../../src/sessions/capture.js'
import {compact} from '../../src/sessions/compact.js'

function silence(known: Partial<CaptureFacts>) {
  return new Silence({startUs: 0, endUs: 100, lossSpans: [], lostEvents: 0, lostBuffers: 0, ...known} as CaptureFacts)
}

describe('loss (0.4)', () => {
  const lossSpans: Span[] = [
    {startUs: 10, endUs: 20},
    {startUs: 40, endUs: 50},
  ]
  const positioned = silence({lossSpans})

  it.each([
    [0, 9, false, false],
    [0, 10, true, false],
    [0, 11, true, true],
    [12, 13, true, true],
    [19, 30, true, true],
    [20, 30, true, false],
    [21, 39, false, false],
    [21, 40, true, false],
    [49, 60, true, true],
    [50, 60, true, false],
    [51, 60, false, false],
  ])('a window from %i to %i: touched %s, inside %s', (from, to, touched, inside) => {
    expect(positioned.lost(from, to)).toBe(touched)
    expect(positioned.lostBetween(from, to)).toBe(inside)
    expect(positioned.spanBetween(from, to)).toBe(inside)
    expect(positioned.lossless).toBe(false)
  })

  it.each([
    ['events', {lostEvents: 3}],
    ['buffers', {lostBuffers: 3}],
    ['as many of both', {lostEvents: 3, lostBuffers: 3}],
  ])('%s lost without positions: anywhere, and at no place that is known', (_, counters) => {
    const counted = silence(counters)
    expect([counted.lost(1, 2), counted.lostBetween(1, 2), counted.spanBetween(1, 2), counted.lossless]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('positions beat counters', () => {
    expect(silence({lossSpans, lostEvents: 3}).lost(1, 2)).toBe(false)
  })

  it('nothing lost', () => {
    const complete = silence({})
    expect([complete.lost(1, 2), complete.lostBetween(1, 2), complete.spanBetween(1, 2), complete.lossless]).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

describe('edges of the recording', () => {
  it('belong to it', () => {
    const {startUs, endUs} = silence({startUs: 5, endUs: 9})
    expect([startUs, endUs]).toEqual([5, 9])
    expect([4, 5, 6].map(us => silence({startUs: 5}).begunBy(us))).toEqual([false, true, true])
    expect([8, 9, 10].map(us => silence({endUs: 9}).reaches(us))).toEqual([true, true, false])
  })

  it('are 0 where no record has a time', () => {
    const {startUs, endUs} = silence({startUs: null, endUs: null})
    expect([startUs, endUs]).toEqual([0, 0])
  })
})

it('a list that is kept: a copy without room, one for all where nothing is in it', () => {
  const list = [1, 2]
  expect(compact(list)).toEqual([1, 2])
  expect(compact(list)).not.toBe(list)
  expect(compact([])).toBe(compact([]))
})
