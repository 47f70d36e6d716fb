import {inflateRawSync} from 'node:zlib'
import {SWELLS, swells} from '../swelling.js'
import {type CabinetFolder, METHOD} from './cabinet-listing.js'
import {Lzx} from './lzx.js'
import {LzxError} from './lzx-bits.js'
import {bytesAt, type Store} from './store.js'

const HEADER_LENGTH = 8
/** As much as a block may refer back to; also the longest that one can be. */
const WINDOW = 32 * 1024

/** Why a block could not be unpacked, as the rest of a sentence. */
export class BlockError extends Error {}

/** The blocks of a folder, one after the other ([MS-CAB] 2.3.4; [MS-MCI] for MSZIP). */
export class CabinetBlocks {
  #next: number
  #left: number
  #packed = 0
  #broken: BlockError | null = null
  /** Unpacked bytes before the block that was read last. */
  start = 0
  #block: Uint8Array = new Uint8Array(0)
  /** What is wrong with it alone. */
  #flaw: BlockError | null = null

  readonly #unpack: (packed: Buffer, length: number) => Uint8Array

  constructor(readonly folder: CabinetFolder) {
    this.#next = folder.offset
    this.#left = folder.blocks
    this.#unpack = unpacking(folder)
  }

  /** Reads the next block; tells its length. Throws a BlockError, again and again where the others cannot be read without it. */
  advance(store: Store): number {
    if (this.#broken !== null) throw this.#broken
    try {
      return this.#advance(store)
    } catch (error) {
      if (error instanceof BlockError) this.#broken = error
      throw error
    }
  }

  /** Unpacked bytes of the folder from one offset on, not before `start`: none where they are behind the block. */
  from(offset: number): Uint8Array {
    const bytes = this.#block.subarray(offset - this.start)
    if (bytes.length > 0 && this.#flaw !== null) throw this.#flaw
    return bytes
  }

  #advance(store: Store): number {
    const {reserved, limit, method} = this.folder
    const head = bytesAt(store, this.#next, HEADER_LENGTH)
    if (this.#left === 0 || head.length < HEADER_LENGTH) throw new BlockError('ends too early')
    const packedLength = head.readUInt16LE(4)
    const length = head.readUInt16LE(6)
    const from = this.#next + HEADER_LENGTH + reserved
    const packed = bytesAt(store, from, packedLength)
    if (packed.length < packedLength) throw new BlockError('ends too early')
    if (from + packedLength > limit || length > WINDOW) throw new BlockError('is damaged')
    const sum = head.readUInt32LE(0)
    const flaw = sum === 0 || sum === checkSum(head, packed) ? null : new BlockError('is damaged: a check sum is wrong')
    // Those behind it refer to it.
    if (flaw !== null && method !== METHOD.stored) throw flaw
    const plain = this.#unpack(packed, length)
    if (plain.length !== length) throw new BlockError('is damaged')
    this.#packed += packedLength
    if (swells(this.#packed, this.start + this.#block.length + length)) throw new BlockError(SWELLS)
    this.start += this.#block.length
    this.#block = plain
    this.#flaw = flaw
    this.#next = from + packedLength
    this.#left--
    return length
  }
}

/** Unpacks the blocks of a folder, each with what those before it left. */
function unpacking({method, window}: CabinetFolder): (packed: Buffer, length: number) => Uint8Array {
  if (method === METHOD.stored) return packed => packed
  if (method === METHOD.mszip) {
    let before: Uint8Array = new Uint8Array(0)
    return (packed, length) => {
      before = mszip(packed, length, before)
      return before
    }
  }
  const lzx = new Lzx(window)
  return (packed, length) => {
    try {
      return lzx.frame(packed, length)
    } catch (error) {
      throw error instanceof LzxError ? new BlockError('is damaged') : error
    }
  }
}

/** A block of MSZIP is "CK" and deflated data that may refer to the block before. */
function mszip(packed: Buffer, length: number, before: Uint8Array): Buffer {
  if (packed.toString('latin1', 0, 2) !== 'CK') throw new BlockError('is damaged')
  try {
    const dictionary = before.length === 0 ? {} : {dictionary: before}
    return inflateRawSync(packed.subarray(2), {maxOutputLength: Math.max(length, 1), ...dictionary})
  } catch {
    throw new BlockError('is damaged')
  }
}

/** Of the packed data, then of the lengths before it ([MS-CAB] 3.1). */
const checkSum = (head: Buffer, packed: Buffer): number => folded(head.subarray(4), folded(packed, 0))

function folded(bytes: Buffer, seed: number): number {
  const whole = bytes.length & ~3
  let sum = seed
  for (let at = 0; at < whole; at += 4) sum ^= bytes.readInt32LE(at)
  // What is left counts with its first byte highest.
  let rest = 0
  for (let at = whole; at < bytes.length; at++) rest = (rest << 8) | (bytes[at] as number)
  return (sum ^ rest) >>> 0
}
