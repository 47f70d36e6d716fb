import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {readFailure} from '../read-failure.js'

/** Bytes that can be read from any place: what the readers of archives work on. Offsets and sizes in bytes. */
export interface Store {
  readonly size: number
  /** Fills the target; tells how much of it, which is less only at the end. */
  read(target: Uint8Array, offset: number): number
  close(): void
}

const READ_SIZE = 64 * 1024
/** After so many bytes the program looks up: a signal may have come. */
export const TURN = 1 << 24

/** Throws a SourceError where the file cannot be opened, and where it cannot be read later. */
export function fileStore(path: string): Store {
  const orWhy = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw readFailure(path, error)
    }
  }
  const file = orWhy(() => openSync(path, 'r'))
  const size = orWhy(() => fstatSync(file).size)
  return {
    size,
    read: (target, offset) =>
      orWhy(() => {
        let filled = 0
        while (filled < target.length && offset + filled < size) {
          const length = readSync(file, target, filled, target.length - filled, offset + filled)
          if (length === 0) break
          filled += length
        }
        return filled
      }),
    close: () => closeSync(file),
  }
}

export function memoryStore(bytes: Uint8Array): Store {
  return {
    size: bytes.length,
    read(target, offset) {
      const piece = bytes.subarray(offset, offset + target.length)
      target.set(piece)
      return piece.length
    },
    close() {},
  }
}

/** A stretch of another store, at most to its end; it closes that with itself. */
export function stretch(whole: Store, start: number, length: number): Store {
  const size = Math.max(0, Math.min(length, whole.size - start))
  return {
    size,
    read: (target, offset) =>
      offset >= size ? 0 : whole.read(target.subarray(0, Math.min(target.length, size - offset)), start + offset),
    close: () => whole.close(),
  }
}

/** A copy of some bytes, shorter where the store ends. */
export function bytesAt(store: Store, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, store.read(bytes, offset))
}

/** The bytes from one offset to another, or to the end of the store. A piece is valid until the next one. */
export async function* pieces(store: Store, from: number, to: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(READ_SIZE)
  for (let at = from, sinceTurn = 0; at < to; ) {
    const length = store.read(buffer.subarray(0, Math.min(READ_SIZE, to - at)), at)
    if (length === 0) return
    yield buffer.subarray(0, length)
    at += length
    sinceTurn += length
    if (sinceTurn < TURN) continue
    sinceTurn = 0
    await new Promise(resolve => setImmediate(resolve))
  }
}
