import {InflateError} from '../inflate.js'
import type {Store} from './store.js'

const READ_SIZE = 64 * 1024

/** Bits of a stretch of a store, lowest bit of every byte first. */
export class DeflateBits {
  readonly #buffer = Buffer.allocUnsafeSlow(READ_SIZE)
  #filled = 0
  #next = 0
  #bits = 0
  #count = 0
  /** Where to read on. */
  #at: number

  constructor(
    readonly store: Store,
    from: number,
    readonly to: number,
  ) {
    this.#at = from
  }

  /** At most 16 bits. */
  read(length: number): number {
    while (this.#count < length) this.#more()
    const value = this.#bits & ((1 << length) - 1)
    this.#drop(length)
    return value
  }

  /** The symbol of the next word of a code. */
  symbol({table, longest}: DeflateCode): number {
    for (;;) {
      const entry = table[this.#bits & ((1 << longest) - 1)] as number
      const length = entry & 15
      if (length !== 0 && length <= this.#count) {
        this.#drop(length)
        return entry >> 4
      }
      // A word that is no word, or one that is not all there.
      if (this.#count >= longest) throw new InflateError('is damaged', 0)
      this.#more()
    }
  }

  /** Goes on at the next byte. */
  align(): void {
    this.#drop(this.#count & 7)
  }

  #drop(length: number): void {
    this.#bits >>>= length
    this.#count -= length
  }

  #more(): void {
    if (this.#next === this.#filled) {
      this.#filled = this.store.read(this.#buffer.subarray(0, Math.min(READ_SIZE, this.to - this.#at)), this.#at)
      this.#next = 0
      this.#at += this.#filled
      if (this.#filled === 0) throw new InflateError('ends too early', 0)
    }
    this.#bits |= (this.#buffer[this.#next++] as number) << this.#count
    this.#count += 8
  }
}

/** A Huffman code of deflate: symbol and length of the word that some bits begin with; 0: none does. */
export interface DeflateCode {
  readonly table: Uint16Array
  readonly longest: number
}

/** By the lengths of its words in bits, 0 for what does not occur. */
export function deflateCode(lengths: ArrayLike<number>): DeflateCode {
  const longest = Math.max(1, ...Array.from(lengths))
  const table = new Uint16Array(1 << longest)
  let code = 0
  for (let length = 1; length <= longest; length++, code *= 2) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue
      if (code >= 1 << length) throw new InflateError('is damaged', 0)
      for (let at = reversed(code, length); at < table.length; at += 1 << length) table[at] = (symbol << 4) | length
      code++
    }
  }
  return {table, longest}
}

function reversed(code: number, length: number): number {
  let result = 0
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i)
  return result
}
