import {InflateError} from '../inflate.js'
import {SWELLS, swells} from '../swelling.js'
import {DeflateBits, type DeflateCode, deflateCode} from './deflate-bits.js'
import {type Store, TURN} from './store.js'

const WINDOW = 1 << 16
const MASK = WINDOW - 1
const END = 256
/** Bits behind the symbols of lengths from 257 on, and behind those of distances. */
const LENGTH_BITS = [...Array.from({length: 28}, (_, i) => Math.max(0, (i >> 2) - 1)), 16]
const DISTANCE_BITS = Array.from({length: 32}, (_, i) => Math.max(0, (i >> 1) - 1))
/** The last symbol begins again at the shortest length: with its 16 bits it reaches all. */
const LENGTHS = [...starts(LENGTH_BITS.slice(0, 28), 3), 3]
const DISTANCES = starts(DISTANCE_BITS, 1)
/** Order in which the lengths of the code of lengths are told. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const FIXED_LENGTHS = Array.from({length: 288}, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))

function starts(bits: readonly number[], first: number): number[] {
  let next = first
  return bits.map(more => {
    const start = next
    next += 2 ** more
    return start
  })
}

/**
 * Unpacks Deflate64 between two offsets: deflate (RFC 1951) with a window of 64 KiB and longer matches, which Windows
 * takes for files above 2 GiB. Throws an InflateError behind all that could be read. A piece is valid until the next one.
 */
export async function* inflate64(store: Store, from: number, to: number): AsyncGenerator<Uint8Array> {
  const unpacking = new Inflate64(store, from, to)
  let given = 0
  let sinceTurn = 0
  for (const piece of unpacking.pieces()) {
    if (swells(to - from, given + piece.length)) throw new InflateError(SWELLS, given)
    given += piece.length
    sinceTurn += piece.length
    yield piece
    if (sinceTurn < TURN) continue
    sinceTurn = 0
    await new Promise(resolve => setImmediate(resolve))
  }
}

class Inflate64 {
  readonly #bits: DeflateBits
  readonly #window = new Uint8Array(WINDOW)
  #at = 0
  /** Of a match: what is still to be copied of it, and from how far back. */
  #length = 0
  #distance = 0

  constructor(store: Store, from: number, to: number) {
    this.#bits = new DeflateBits(store, from, to)
  }

  *pieces(): Generator<Uint8Array> {
    let failure: InflateError | null = null
    try {
      while (!(yield* this.#block())) {
        // One block after the other.
      }
    } catch (error) {
      if (!(error instanceof InflateError)) throw error
      failure = error
    }
    const rest = this.#at & MASK
    if (rest > 0) yield this.#window.subarray(0, rest)
    if (failure !== null) throw new InflateError(failure.what, this.#at)
  }

  /** Tells whether it was the last one. */
  *#block(): Generator<Uint8Array, boolean> {
    const bits = this.#bits
    const last = bits.read(1) === 1
    const type = bits.read(2)
    if (type === 0) yield* this.#stored()
    else if (type === 1) yield* this.#packed(deflateCode(FIXED_LENGTHS), deflateCode(Array(32).fill(5)))
    else if (type === 2) yield* this.#packed(...this.#codes())
    else throw new InflateError('is damaged', this.#at)
    return last
  }

  *#stored(): Generator<Uint8Array> {
    const bits = this.#bits
    bits.align()
    const length = bits.read(16)
    if (bits.read(16) !== (length ^ 0xffff)) throw new InflateError('is damaged', this.#at)
    for (let i = 0; i < length; i++) if (this.#put(bits.read(8))) yield this.#window
  }

  *#packed(literals: DeflateCode, distances: DeflateCode): Generator<Uint8Array> {
    while (this.#fill(literals, distances)) yield this.#window
  }

  /** Goes on to the end of the window, then true, or of the block. */
  #fill(literals: DeflateCode, distances: DeflateCode): boolean {
    const bits = this.#bits
    const window = this.#window
    for (;;) {
      if (this.#length === 0) {
        const symbol = bits.symbol(literals)
        if (symbol < END) {
          if (this.#put(symbol)) return true
          continue
        }
        if (symbol === END) return false
        this.#length = this.#number(LENGTHS, LENGTH_BITS, symbol - END - 1)
        this.#distance = this.#number(DISTANCES, DISTANCE_BITS, bits.symbol(distances))
        if (this.#distance > this.#at) throw new InflateError('is damaged', this.#at)
      }
      const to = this.#at & MASK
      const from = to - this.#distance
      const length = Math.min(this.#length, WINDOW - to)
      for (let i = 0; i < length; i++) window[to + i] = window[(from + i) & MASK] as number
      this.#at += length
      this.#length -= length
      if ((this.#at & MASK) === 0) return true
    }
  }

  /** Tells whether the window is full. */
  #put(byte: number): boolean {
    this.#window[this.#at++ & MASK] = byte
    return (this.#at & MASK) === 0
  }

  #number(starts: readonly number[], bits: readonly number[], symbol: number): number {
    const start = starts[symbol]
    if (start === undefined) throw new InflateError('is damaged', this.#at)
    return start + this.#bits.read(bits[symbol] as number)
  }

  /** The codes that a block brings along. */
  #codes(): [DeflateCode, DeflateCode] {
    const bits = this.#bits
    const literals = 257 + bits.read(5)
    const distances = 1 + bits.read(5)
    const own = new Uint8Array(19)
    const told = 4 + bits.read(4)
    for (const symbol of ORDER.slice(0, told)) own[symbol] = bits.read(3)
    const code = deflateCode(own)
    const lengths = new Uint8Array(literals + distances)
    for (let at = 0; at < lengths.length; ) {
      const symbol = bits.symbol(code)
      if (symbol < 16) {
        lengths[at++] = symbol
        continue
      }
      const again = symbol === 16 ? lengths[at - 1] : 0
      const run = symbol === 16 ? 3 + bits.read(2) : symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7)
      if (again === undefined || at + run > lengths.length) throw new InflateError('is damaged', this.#at)
      lengths.fill(again, at, at + run)
      at += run
    }
    return [deflateCode(lengths.subarray(0, literals)), deflateCode(lengths.subarray(literals))]
  }
}
