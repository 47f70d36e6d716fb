import fc from 'fast-check'
import stringWidth from 'string-width'
import {expect, it} from 'vitest'
import {cut, cutLeft, pad, padLeft, widthOf, wrap, wrapItems} from '../../src/reports/text/width.js'

it('counts wide characters as two', () => {
  expect(widthOf('会議')).toBe(4)
  expect(pad('会議', 6)).toBe('会議  ')
  expect(padLeft('7', 3)).toBe('  7')
})

it('takes no short cut that string-width would not', () => {
  const own = [...'µ·×±§†σ–—…’“”−≤≥→✓✗●○▲ aZ~']
  for (const character of own) expect(stringWidth(character), character).toBe(1)
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(...own, '\ufe0f', '\u200d', '会'), fc.string({minLength: 1, maxLength: 1})),
  })
  fc.assert(
    fc.property(text, string => {
      expect(widthOf(string)).toBe(stringWidth(string))
    }),
  )
})

it('cuts at either end and says so', () => {
  expect(cut('abcdef', 6)).toBe('abcdef')
  expect(cut('abcdef', 5)).toBe('abcd…')
  expect(cut('会議室', 4)).toBe('会…')
  expect(cutLeft('logs/day/trace.txt', 10)).toBe('…trace.txt')
  expect(cut('abc', 0)).toBe('')
})

it('breaks lines between words, and words only where they are longer than a line', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('a abcdefgh b', 4)).toEqual(['a', 'abcd', 'efgh', 'b'])
  expect(wrap('', 10)).toEqual([])
})

it('keeps items whole', () => {
  expect(wrapItems(['one 1', 'two 2', 'three 3'], 13)).toEqual(['one 1 · two 2', 'three 3'])
})

it('never exceeds the width and loses no letter', () => {
  const words = fc.string({unit: fc.constantFrom('a', 'b', '会', ' ', '-')})
  fc.assert(
    fc.property(words, fc.integer({min: 2, max: 20}), (text, width) => {
      const lines = wrap(text, width)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width)
      expect(widthOf(cutLeft(text, width))).toBeLessThanOrEqual(width)
    }),
  )
})
