import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {printable, safeJson} from '../../src/reports/printable.js'

describe('text from a trace', () => {
  it.each([
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\r\nb\tc\0', 'a\\r\\nb\\tc\\x00'],
    ['\u009b31m', '\\x9b31m'],
    ['\u202eevil', '\\u202eevil'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['\ufeff', '\\ufeff'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['half \ud800', 'half \\ud800'],
    ['Büro 会議室 😀', 'Büro 会議室 😀'],
  ])('%j is shown as %s', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  it('is ASCII where only ASCII can be shown', () => {
    expect(printable('Büro 😀', false)).toBe('B\\xfcro \\u{1f600}')
  })

  it('never acts on a terminal, and plain text is left as it is', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        const shown = printable(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        expect(printable(shown)).toBe(shown)
      }),
    )
    fc.assert(
      fc.property(fc.string({unit: 'grapheme-ascii'}), text => {
        expect(printable(text)).toBe(text)
      }),
    )
  })
})

describe('JSON', () => {
  it('means the same and shows nothing that acts', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        const written = safeJson({text})
        expect(JSON.parse(written)).toEqual({text})
        expect(written).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      }),
    )
  })
})
