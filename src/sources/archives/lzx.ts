import {LzxBits, LzxError} from './lzx-bits.js'
import {LzxTree} from './lzx-tree.js'

/** Places that matches are counted from, by the width of the window in bits, from 15 on. */
const SLOTS = [30, 32, 34, 36, 38, 42, 50]
const LITERALS = 256
const LENGTHS = 249
const SHORTEST = 2
const VERBATIM = 1
const ALIGNED = 2
const PLAIN = 3

/** Bits that follow the number of a place, and the distance that the place begins with. */
const EXTRA = Array.from({length: 50}, (_, slot) => Math.min(17, Math.max(0, (slot >> 1) - 1)))
const BASE = EXTRA.map((_, slot) => EXTRA.slice(0, slot).reduce((sum, bits) => sum + 2 ** bits, 0))

/** Unpacks LZX as cabinets have it ([MS-PATCH] 2, "LZX DELTA", without its additions): one frame after the other. */
export class Lzx {
  readonly #bits = new LzxBits()
  readonly #window: Uint8Array
  readonly #main: LzxTree
  readonly #length = new LzxTree(LENGTHS)
  readonly #aligned = new LzxTree(8)
  /** The last three distances. */
  #recent: [number, number, number] = [1, 1, 1]
  #type = 0
  /** Of the block: bytes that are still to come. */
  #left = 0
  #odd = false
  /** Bytes so far. */
  #at = 0
  /** Calls in programs were made absolute up to this size; null: not known yet. */
  #callsTo: number | null = null

  /** `width`: of the window in bits. */
  constructor(width: number) {
    const slots = SLOTS[width - 15]
    if (slots === undefined) throw new LzxError()
    this.#window = new Uint8Array(2 ** width)
    this.#main = new LzxTree(LITERALS + 8 * slots)
  }

  /** The next frame: at most 32 KiB, and fewer only at the end. Throws an LzxError where it is damaged. */
  frame(packed: Uint8Array, length: number): Uint8Array {
    const bits = this.#bits
    bits.feed(packed)
    this.#callsTo ??= bits.read(1) === 1 ? bits.read(32) : 0
    const start = this.#at
    const end = start + length
    // Only the last frame is shorter: none lies across the end of the window.
    if ((start & (this.#window.length - 1)) + length > this.#window.length) throw new LzxError()
    while (this.#at < end) {
      if (this.#left === 0) this.#begin()
      const stop = Math.min(end, this.#at + this.#left)
      const before = this.#at
      if (this.#type === PLAIN) this.#copy(stop - this.#at)
      else while (this.#at < stop) this.#step(stop)
      this.#left -= this.#at - before
    }
    bits.align()
    const mask = this.#window.length - 1
    const from = start & mask
    return withCalls(this.#window.slice(from, from + length), start, this.#callsTo)
  }

  #begin(): void {
    const bits = this.#bits
    if (this.#type === PLAIN && this.#odd) bits.bytes(1)
    this.#type = bits.read(3)
    this.#left = bits.read(24)
    this.#odd = this.#left % 2 === 1
    if (this.#type === PLAIN) {
      bits.padding()
      const recent = Buffer.from(bits.bytes(12))
      this.#recent = [recent.readUInt32LE(0), recent.readUInt32LE(4), recent.readUInt32LE(8)]
      return
    }
    if (this.#type !== VERBATIM && this.#type !== ALIGNED) throw new LzxError()
    if (this.#type === ALIGNED) {
      for (let i = 0; i < 8; i++) this.#aligned.lengths[i] = bits.read(3)
      this.#aligned.build()
    }
    this.#main.readLengths(bits, 0, LITERALS)
    this.#main.readLengths(bits, LITERALS, this.#main.lengths.length)
    this.#main.build()
    this.#length.readLengths(bits, 0, LENGTHS)
    this.#length.build()
  }

  #copy(length: number): void {
    this.#window.set(this.#bits.bytes(length), this.#at & (this.#window.length - 1))
    this.#at += length
  }

  /** A literal or a match, which ends at `stop` at the latest. */
  #step(stop: number): void {
    const window = this.#window
    const mask = window.length - 1
    const symbol = this.#main.read(this.#bits)
    if (symbol < LITERALS) {
      window[this.#at++ & mask] = symbol
      return
    }
    const short = symbol & 7
    const length = SHORTEST + short + (short === 7 ? this.#length.read(this.#bits) : 0)
    const distance = this.#distance((symbol - LITERALS) >> 3)
    if (distance === 0 || distance > Math.min(this.#at, window.length) || this.#at + length > stop) throw new LzxError()
    for (let i = 0; i < length; i++, this.#at++)
      window[this.#at & mask] = window[(this.#at - distance) & mask] as number
  }

  #distance(slot: number): number {
    const [first, second, third] = this.#recent
    if (slot === 0) return first
    if (slot === 1) {
      this.#recent = [second, first, third]
      return second
    }
    if (slot === 2) {
      this.#recent = [third, second, first]
      return third
    }
    const extra = EXTRA[slot] as number
    const low = this.#type === ALIGNED && extra >= 3
    const more = low ? this.#bits.read(extra - 3) * 8 + this.#aligned.read(this.#bits) : this.#bits.read(extra)
    const distance = (BASE[slot] as number) - 2 + more
    this.#recent = [distance, first, second]
    return distance
  }
}

/** Undoes what the packer did to calls in x86 programs, or to what looks like them. */
function withCalls(frame: Uint8Array, start: number, to: number): Uint8Array {
  if (to === 0 || start >= 32768 * 32768 || frame.length <= 10) return frame
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length)
  for (let i = 0; i < frame.length - 10; i++) {
    if (frame[i] !== 0xe8) continue
    const absolute = view.getInt32(i + 1, true)
    const at = start + i
    if (absolute >= -at && absolute < to) view.setInt32(i + 1, absolute >= 0 ? absolute - at : absolute + to, true)
    i += 4
  }
  return frame
}
