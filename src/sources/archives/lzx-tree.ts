import {type LzxBits, LzxError} from './lzx-bits.js'

const LONGEST = 16

/** A Huffman code, by the lengths of its words in bits: 0 to 16, 0 for what does not occur. */
export class LzxTree {
  readonly lengths: Uint8Array
  /** Symbol and length of the word that some bits begin with; 0: none does. */
  #table = new Uint32Array(1)
  #longest = 0

  constructor(symbols: number) {
    this.lengths = new Uint8Array(symbols)
  }

  /** Makes the words: shorter ones first, those of one length in the order of their symbols. */
  build(): void {
    this.#longest = this.lengths.reduce((most, length) => Math.max(most, length), 0)
    this.#table = new Uint32Array(1 << this.#longest)
    let at = 0
    for (let length = 1; length <= this.#longest; length++) {
      const width = 1 << (this.#longest - length)
      for (const [symbol, own] of this.lengths.entries()) {
        if (own !== length) continue
        if (at + width > this.#table.length) throw new LzxError()
        this.#table.fill((symbol << 5) | length, at, at + width)
        at += width
      }
    }
  }

  /** The next symbol. */
  read(bits: LzxBits): number {
    const entry = this.#longest === 0 ? 0 : (this.#table[bits.peek(this.#longest)] as number)
    if (entry === 0) throw new LzxError()
    bits.drop(entry & 31)
    return entry >> 5
  }

  /** Reads new lengths of some symbols: as differences to the old ones, in a code of their own. */
  readLengths(bits: LzxBits, from: number, to: number): void {
    const code = new LzxTree(20)
    for (let i = 0; i < 20; i++) code.lengths[i] = bits.read(4)
    code.build()
    for (let at = from; at < to; ) {
      const symbol = code.read(bits)
      let run = 1
      let length = 0
      if (symbol === 17) run = 4 + bits.read(4)
      else if (symbol === 18) run = 20 + bits.read(5)
      else {
        if (symbol === 19) run = 4 + bits.read(1)
        const change = symbol === 19 ? code.read(bits) : symbol
        if (change > LONGEST) throw new LzxError()
        length = ((this.lengths[at] as number) - change + LONGEST + 1) % (LONGEST + 1)
      }
      if (at + run > to) throw new LzxError()
      this.lengths.fill(length, at, at + run)
      at += run
    }
  }
}
