import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {eventNumberIn, groupedSpellings, ungrouped} from '../../../src/parsers/etw/trace-event-names.js'

const grouped = (n: number) => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')

describe('names and numbers of the TraceEvent library', () => {
  it('are ids, and numbers between commas', () => {
    expect([eventNumberIn('x/EventID(20007)/Start'), eventNumberIn('xEventID(1)')]).toEqual([20_007, null])
    expect(['1,234', '-229,377', '1,23', ',123', '1234,567', 'a'].map(ungrouped)).toEqual([
      ...['1234', '-229377', '1,23', ',123', '1234,567', 'a'],
    ])
  })

  it('are written in ways of which one is in the file', () => {
    expect(groupedSpellings('-22937')).toEqual(['-22937', '-229,37', '-2,293,7', '-22,937'])
    expect([groupedSpellings('42 dB'), groupedSpellings('5')]).toEqual([['42 dB'], ['5']])
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(16), fc.nat(16), (n, from, length) => {
        const piece = String(n).slice(from, from + length)
        const spellings = groupedSpellings(piece)
        expect(spellings.some(spelled => grouped(n).includes(spelled))).toBe(true)
      }),
    )
  })
})
