import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createDecoder} from '../../src/parsers/decoder.js'
import type {Encoding} from '../../src/parsers/parser.js'
import {unfinishedBytes, validUtf8Length} from '../../src/parsers/utf8.js'
import {decodeWindows1252} from '../../src/parsers/windows-1252.js'

interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly problems: readonly [string, number][]
  /** Sum of byteLength over the pieces, as they came. */
  readonly bytes: number
  readonly longest: number
}

function decode(encoding: Exclude<Encoding, 'binary'>, pieces: readonly Uint8Array[]): Decoded {
  const texts: string[] = []
  const problems: [string, number][] = []
  let bytes = 0
  const decoder = createDecoder(
    encoding,
    piece => {
      texts.push(piece)
      bytes += decoder.byteLength(piece)
    },
    (message, offset) => void problems.push([message, offset]),
  )
  for (const piece of pieces) {
    const copy = Uint8Array.from(piece)
    decoder.bytes(copy)
    copy.fill(0x2a)
  }
  decoder.end()
  const longest = Math.max(0, ...texts.map(text => text.length))
  return {text: texts.join(''), encoding: decoder.encoding, problems, bytes, longest}
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const size of sizes) {
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return [...pieces, bytes.subarray(at)]
}

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()
const anyText = fc.string({unit: 'binary', maxLength: 60})
const sizes = fc.array(fc.nat(9), {maxLength: 40})

describe('createDecoder', () => {
  it.each<[Exclude<Encoding, 'binary'>, (text: string) => Buffer]>([
    ['utf-8', text => Buffer.from(text)],
    ['utf-16le', text => Buffer.from(text, 'utf16le')],
    ['utf-16be', swapped],
  ])('reads %s back, cut anywhere, every byte accounted for', (encoding, encode) => {
    fc.assert(
      fc.property(anyText, sizes, (text, at) => {
        const bytes = encode(text)
        const {longest: _, ...got} = decode(encoding, cut(bytes, at))
        expect(got).toEqual({text, encoding, problems: [], bytes: bytes.length})
      }),
    )
  })

  it('agrees with TextDecoder on text longer than its pieces', () => {
    const bytes = Buffer.from('AP \u00e9 \u20ac \u{1f600} '.repeat(5000))
    const {text, longest} = decode('utf-8', [bytes])
    expect(text).toBe(new TextDecoder().decode(bytes))
    expect(longest).toBeLessThanOrEqual(8195)
  })

  it('keeps a surrogate pair in one piece', () => {
    const pieces: string[] = []
    const decoder = createDecoder(
      'utf-16le',
      piece => void pieces.push(piece),
      () => {},
    )
    for (const byte of Buffer.from('a\u{1f600}b', 'utf16le')) decoder.bytes(Uint8Array.of(byte))
    decoder.end()
    expect(pieces).toEqual(['a', '\u{1f600}', 'b'])
  })

  it('keeps a surrogate without its other half', () => {
    expect(decode('utf-16le', [Buffer.from('61003dd8', 'hex')])).toMatchObject({
      text: 'a\ud83d',
      problems: [],
      bytes: 4,
    })
    expect(decode('utf-16be', [Buffer.from('0061d83d', 'hex')])).toMatchObject({
      text: 'a\ud83d',
      problems: [],
      bytes: 4,
    })
    expect(decode('utf-16le', [Buffer.from('3dd86100', 'hex')])).toMatchObject({text: '\ud83da', problems: []})
  })

  it('says where a file ends inside a character', () => {
    const sentence = 'The file ends inside a character; its last bytes were not read.'
    expect(decode('utf-8', [Buffer.from([0x61, 0xe2, 0x82])])).toMatchObject({
      text: 'a',
      problems: [[sentence, 1]],
      encoding: 'utf-8',
    })
    expect(decode('utf-16le', [Buffer.from([0x61, 0, 0x62])])).toMatchObject({text: 'a', problems: [[sentence, 2]]})
    expect(decode('utf-16le', [Buffer.from('61003dd862', 'hex')])).toMatchObject({
      text: 'a\ud83d',
      problems: [[sentence, 4]],
    })
  })

  it('goes over to Windows-1252 where UTF-8 ends, without losing or doubling a character', () => {
    const before = 'Caf\u00e9 \u20ac '.repeat(3000)
    const after = 'Caf\u00e9 \u201cLibre\u201d'
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from('Caf\xe9 \x93Libre\x94', 'latin1')])
    const at = Buffer.byteLength(before) + 3
    const want = {
      text: before + after,
      encoding: 'windows-1252',
      problems: [
        ['The file is not valid UTF-8 from here on; the rest was read as Windows-1252: some letters may be wrong.', at],
      ],
      bytes: bytes.length,
    }
    expect(decode('utf-8', [bytes])).toMatchObject(want)
    expect(
      decode(
        'utf-8',
        cut(
          bytes,
          Array.from({length: 9000}, () => 3),
        ),
      ),
    ).toMatchObject(want)
  })

  it('goes over at the same byte however the file is cut', () => {
    const broken = fc.array(fc.constantFrom('a', 'é', '€', '😀', '\xff', '\xc3', '\xe2\x82', '\x80'), {maxLength: 12})
    fc.assert(
      fc.property(broken, sizes, (parts, at) => {
        const bytes = Buffer.concat(
          parts.map(part =>
            /^[\x80-\xff]+$/.test(part) && part !== 'é' ? Buffer.from(part, 'latin1') : Buffer.from(part),
          ),
        )
        const {longest: _, ...whole} = decode('utf-8', [bytes])
        const {longest: __, ...inPieces} = decode('utf-8', cut(bytes, at))
        expect(inPieces).toEqual(whole)
        if (whole.problems.length === 0)
          expect(whole.text).toBe(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes))
      }),
    )
  })
})

describe('decodeWindows1252', () => {
  it('knows what lies where Latin 1 has controls', () => {
    expect(decodeWindows1252(Buffer.from([0x41, 0x80, 0x85, 0x93, 0x94, 0x96, 0x99, 0x9f, 0xa0, 0xe9, 0xff]))).toBe(
      'A€…“”–™Ÿ\u00a0éÿ',
    )
    expect(decodeWindows1252(Buffer.from([0x81, 0x8d, 0x8f, 0x90, 0x9d]))).toBe('\u0081\u008d\u008f\u0090\u009d')
  })
})

describe('validUtf8Length and unfinishedBytes', () => {
  it('agree with a strict decoder on any bytes', () => {
    const bytes = fc.uint8Array({maxLength: 12}).map(all => all.map((byte, i) => (i % 3 === 0 ? byte | 0xc0 : byte)))
    const isValid = (all: Uint8Array) => {
      try {
        new TextDecoder('utf-8', {fatal: true}).decode(all)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(bytes, all => {
        const {end, cut: isCut} = validUtf8Length(all)
        expect(isValid(all.subarray(0, end))).toBe(true)
        if (end < all.length && !isCut)
          for (let more = end + 1; more <= all.length; more++) expect(isValid(all.subarray(0, more))).toBe(false)
        if (isCut) expect(unfinishedBytes(all)).toBe(all.length - end)
        else if (end === all.length) expect(unfinishedBytes(all)).toBe(0)
      }),
    )
  })
})
