import {createHash} from 'node:crypto'
import {constants, deflateRawSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {scratch} from './read.js'
import {zip} from './zip.js'

const {contents} = scratch()
const METHOD = 9
const read = async (data: Uint8Array | string, packed: Uint8Array) =>
  (await contents('x.zip', zip([{name: 'a', data, packed, method: METHOD}]))).files[0]
/** No two stretches of it are alike for as long as the last length symbol, which deflate has too, but means by itself. */
const text = Array.from({length: 4000}, (_, i) =>
  createHash('md5')
    .update(`${i % 700}`)
    .digest('hex'),
).join(`\n`)
const unlike = Array.from({length: 6000}, (_, i) => `${text.slice(i * 20, i * 20 + 12)}${i}`).join('\n')

describe('Deflate64, which Windows takes for large files', () => {
  it.each([
    ['stored', {level: 0}],
    ['with the fixed code', {strategy: constants.Z_FIXED}],
    ['with codes of its own', {level: 9}],
    ['without matches', {strategy: constants.Z_HUFFMAN_ONLY}],
  ])('reads what it has in common with deflate: %s', async (_, options) => {
    expect(await read(unlike, deflateRawSync(unlike, options))).toEqual({path: 'x.zip/a', text: unlike})
  })

  it('has matches of any length up to 65538, and from up to 64 KiB back', async () => {
    const bits = new FixedBlock()
    const wanted: number[] = []
    const literal = (word: string) => {
      for (const unit of Buffer.from(word)) {
        bits.literal(unit)
        wanted.push(unit)
      }
    }
    const match = (length: number, distance: number) => {
      bits.match(length, distance)
      for (let i = 0; i < length; i++) wanted.push(wanted[wanted.length - distance] as number)
    }
    literal('roam')
    match(65_538, 3)
    literal('a')
    match(258, 1)
    literal('first and only once')
    match(32_000, 2)
    match(40_000 - 19, 7)
    literal('then')
    match(19, 32_769)
    match(65_000, 49_153)
    match(3, 65_536)
    match(1000, 65_535)
    const told = await read(Buffer.from(wanted), bits.end())
    expect(told?.error).toBeUndefined()
    expect(told?.text === Buffer.from(wanted).toString('latin1')).toBe(true)
  })

  it('gives all that is left of one that was cut, wherever it is cut', async () => {
    const short = text.slice(0, 800)
    const packed = deflateRawSync(short)
    let before = 0
    for (let length = 0; length < packed.length; length++) {
      const told = await read(short, packed.subarray(0, length))
      expect(told?.error, `${length}`).toContain('ends too early')
      expect(short.startsWith(told?.text ?? '-')).toBe(true)
      expect(told?.text.length).toBeGreaterThanOrEqual(before)
      before = told?.text.length ?? 0
    }
    expect(before).toBeGreaterThan(780)
  })

  it.each([
    ['a block of no kind', [0b111]],
    ['a stored block of two lengths', [0b001, 5, 0, 5, 0, 1, 2, 3]],
    ['a match before the first byte', [0b00000011, 0b00000010, 0, 0]],
    ['codes of too many words', [0b101, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ])('notices %s', async (_, bytes) => {
    expect((await read('some text', Buffer.from(bytes)))?.error).toContain('is damaged')
  })

  it('stops at what swells as no trace does', async () => {
    const bits = new FixedBlock()
    bits.literal(0)
    for (let i = 0; i < 1100; i++) bits.match(65_538, 1)
    const bomb = await read(Buffer.alloc(1 + 1100 * 65_538), bits.end())
    expect(bomb?.text.length).toBe(64 << 20)
    expect(bomb?.error).toContain('swells to more than 250 times its size')
  })

  it('no bytes make it throw anything but reasons', async () => {
    const whole = deflateRawSync(text.slice(0, 2000))
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async changes => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const told = await read(text.slice(0, 2000), bytes)
        // The check sum tells what nothing else does; all may have come where only the last block is not marked as such.
        if (told?.error === undefined) expect(told?.text).toBe(text.slice(0, 2000))
        else expect(told.error).toMatch(/^"x.zip\/a" (is|ends|swells) .*copy its archive again/)
      }),
      {numRuns: 300, examples: [[[[0, 20]]]]},
    )
  })
})

/** One block with the fixed code of RFC 1951, 3.2.6, in which the last length has 16 bits behind it. */
class FixedBlock {
  #bytes: number[] = []
  #byte = 0
  #count = 0

  constructor() {
    this.#bits(0b011, 3)
  }

  literal(byte: number): void {
    if (byte < 144) this.#word(0x30 + byte, 8)
    else this.#word(0x190 + byte - 144, 9)
  }

  /** Always by the last symbol of lengths. */
  match(length: number, distance: number): void {
    this.#word(0xc0 + 5, 8)
    this.#bits(length - 3, 16)
    let slot = 0
    let base = 1
    const extra = () => Math.max(0, (slot >> 1) - 1)
    for (; distance >= base + 2 ** extra(); slot++) base += 2 ** extra()
    this.#word(slot, 5)
    this.#bits(distance - base, extra())
  }

  end(): Buffer {
    this.#word(0, 7)
    if (this.#count > 0) this.#bits(0, 8 - this.#count)
    return Buffer.from(this.#bytes)
  }

  #bits(value: number, length: number): void {
    for (let i = 0; i < length; i++) {
      this.#byte |= ((value >> i) & 1) << this.#count
      if (++this.#count < 8) continue
      this.#bytes.push(this.#byte)
      this.#byte = 0
      this.#count = 0
    }
  }

  /** Words of codes have their highest bit first. */
  #word(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) this.#bits((value >> i) & 1, 1)
  }
}
