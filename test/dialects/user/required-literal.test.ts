import fc from 'fast-check'
import {RE2JS} from 're2js'
import {describe, expect, it} from 'vitest'
import {requiredLiteral} from '../../../src/dialects/user/required-literal.js'

describe('the text that every match holds', () => {
  it.each([
    ['^\\[WDI\\] >> (?<message>\\w+) p(?<port>\\d+)$', 'wdi'],
    ['Handling Oid (\\w+) for port', 'handling oid'],
    ['abc?def', 'def'],
    ['abcd?', 'abc'],
    ['abc*', null],
    ['abcd{0,3}x', 'abc'],
    ['abcd+x', 'abcd'],
    ['abc|def', null],
    ['(abc|def)ghi', 'ghi'],
    ['[abc]def', 'def'],
    ['[]abc]def', 'def'],
    ['[^]abc]def', 'def'],
    ['(a[)]b)cde', 'cde'],
    ['\\d+ms\\b', null],
    ['took \\d+ms', 'took'],
    ['\\pNabc', null],
    ['\\x41bcd', null],
    ['\\Qa|b\\E', null],
    ['a{b|c}def', null],
    ['a{bcd}efg', 'bcd'],
    ['a\\|bcd', 'bcd'],
    ['(?i)WDI_Task', 'wdi_task'],
    ['<OID>abc"def', 'oid'],
    ['.*', null],
  ])('of %s is %s', (pattern, literal) => expect(requiredLiteral(pattern)).toBe(literal))

  it('is held by every match', () => {
    const piece = fc.constantFrom(
      'abc',
      'a',
      'B',
      '|',
      '(',
      ')',
      '[',
      ']',
      '?',
      '*',
      '+',
      '{2}',
      '{0,1}',
      '{',
      '\\.',
      '\\d',
      '\\b',
      ' ',
      '^',
      '$',
      '.',
      '(?:',
      '(?i)',
      '\\|',
      '\\(',
      '-',
    )
    const text = fc.array(fc.constantFrom('abc', 'a', 'B', 'b', ' ', '1', '.', '|', '(', '{', '-', 'c'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 10}), fc.array(text, {minLength: 1, maxLength: 8}), (pieces, texts) => {
        const pattern = pieces.join('')
        let compiled: RE2JS
        try {
          compiled = RE2JS.compile(pattern)
        } catch {
          return
        }
        const literal = requiredLiteral(pattern)
        if (literal === null) return
        for (const parts of texts) {
          const candidate = parts.join('')
          if (compiled.test(candidate)) expect(candidate.toLowerCase()).toContain(literal)
        }
      }),
      {numRuns: 3000},
    )
  })
})
