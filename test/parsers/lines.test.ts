import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Problem} from '../../src/events/place.js'
import {LONGEST_LINE, splitLines} from '../../src/parsers/lines.js'
import type {ByteLength} from '../../src/parsers/parser.js'

const utf8: ByteLength = text => Buffer.byteLength(text)

type Line = [text: string, line: number, offset: number, whole: boolean]

function split(pieces: readonly string[], bytes: ByteLength = utf8): {lines: Line[]; problems: Problem[]} {
  const lines: Line[] = []
  const problems: Problem[] = []
  const splitter = splitLines(
    bytes,
    (...line) => void lines.push(line),
    problem => void problems.push(problem),
  )
  for (const piece of pieces) splitter.text(piece)
  splitter.end()
  return {lines, problems}
}

describe('splitLines', () => {
  it('knows LF, CR LF and CR CR LF, and the bytes they take', () => {
    expect(split(['a\nbc\r\nd\r\r\n\n\r\nlast']).lines).toEqual([
      ['a', 1, 0, true],
      ['bc', 2, 2, true],
      ['d', 3, 6, true],
      ['', 4, 10, true],
      ['', 5, 11, true],
      ['last', 6, 13, false],
    ])
  })

  it('has no line behind the last line end', () => {
    expect(split(['a\n']).lines).toEqual([['a', 1, 0, true]])
    expect(split([]).lines).toEqual([])
    expect(split(['']).lines).toEqual([])
  })

  it('keeps a CR that ends no line', () => {
    expect(split(['a\rb\nc\r']).lines).toEqual([
      ['a\rb', 1, 0, true],
      ['c', 2, 4, false],
    ])
  })

  it('counts bytes, not characters', () => {
    expect(split(['äö\n€\n😀\nz']).lines.map(line => line[2])).toEqual([0, 5, 9, 14])
    expect(split(['äö\n😀\nz'], text => text.length * 2).lines.map(line => line[2])).toEqual([0, 6, 12])
  })

  it('gives the same lines however the text is cut', () => {
    const text = fc.array(fc.constantFrom('a', 'bcd', 'ä', '😀', '\n', '\r\n', '\r\r\n', '\r')).map(all => all.join(''))
    fc.assert(
      fc.property(text, fc.array(fc.nat(12)), (whole, cuts) => {
        const pieces: string[] = []
        let rest = whole
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
        // Cut between characters only, as the contract says.
        fc.pre(pieces.every(piece => !/[\ud800-\udbff]$/.test(piece)))
        expect(split([...pieces, rest])).toEqual(split([whole]))
      }),
    )
  })

  it('puts together what it has taken apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({unit: 'binary'}).map(text => text.replace(/[\r\n]/g, '')),
          {minLength: 1},
        ),
        lines => {
          const got = split([lines.map(line => `${line}\r\n`).join('')]).lines
          expect(got.map(line => line[0])).toEqual(lines)
          let offset = 0
          for (const [text, , at] of got) {
            expect(at).toBe(offset)
            offset += utf8(text) + 2
          }
        },
      ),
    )
  })

  describe('a line that is too long', () => {
    const long = 'x'.repeat(LONGEST_LINE)

    it.each([
      ['in one piece', [`first\n${long}yz\r\nnext\n`]],
      ['in two pieces', [`first\n${long.slice(5)}`, 'xxxxxyz\r\nnext\n']],
      [
        'in many pieces',
        ['first\n', ...Array.from({length: 64}, () => long.slice(0, LONGEST_LINE / 64)), 'y', 'z', '\r', '\nnext\n'],
      ],
    ])('is cut, reported once and then forgotten, %s', (_, pieces) => {
      const {lines, problems} = split(pieces)
      expect(lines.map(([text, ...place]) => [text.length, ...place])).toEqual([
        [5, 1, 0, true],
        [LONGEST_LINE, 2, 6, true],
        [4, 3, 6 + LONGEST_LINE + 4, true],
      ])
      expect(problems).toEqual([
        {line: 2, offset: 6, message: 'The line is longer than 1048576 characters; the rest of it was not read.'},
      ])
    })

    it('is not one that is just as long as allowed', () => {
      for (const pieces of [[`${long}\r\n`], [long, '\r', '\n'], [long, '\r\n']]) {
        const {lines, problems} = split(pieces)
        expect(problems).toEqual([])
        expect(lines.map(line => line[0].length)).toEqual([LONGEST_LINE])
      }
    })

    it('takes no memory, whatever its length', () => {
      const piece = 'x'.repeat(64 * 1024)
      const lines: number[] = []
      const problems: Problem[] = []
      const splitter = splitLines(
        text => text.length,
        text => void lines.push(text.length),
        problem => void problems.push(problem),
      )
      for (let i = 0; i < 3200; i++) splitter.text(piece)
      splitter.text('\nnext')
      splitter.end()
      expect(lines).toEqual([LONGEST_LINE, 4])
      expect(problems).toHaveLength(1)
    })
  })
})
