import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {readFailure} from './read-failure.js'
import type {Room} from './source.js'

const READ_SIZE = 256 * 1024
/** After so many bytes the program looks up: a signal may have come. */
const TURN = 1 << 24

/** The file is open as long as it is read. */
export async function withFile<Result>(path: string, read: (file: BlockFile) => Promise<Result>): Promise<Result> {
  const file = new BlockFile(path)
  try {
    return await read(file)
  } finally {
    file.close()
  }
}

/** A file on disk of which any part can be read. What goes wrong is a SourceError. */
export class BlockFile {
  readonly #file: number
  readonly size: number

  constructor(readonly path: string) {
    this.#file = this.#tried(() => openSync(path, 'r'))
    this.size = this.#tried(() => fstatSync(this.#file)).size
  }

  /** Bytes from an offset on; fewer only at the end of the file. */
  read(offset: number, length: number): Uint8Array {
    const bytes = Buffer.allocUnsafeSlow(length)
    let filled = 0
    for (;;) {
      const more = this.#readInto(bytes.subarray(filled), offset + filled)
      filled += more
      if (more === 0 || filled === length) return bytes.subarray(0, filled)
    }
  }

  /** The bytes from `from` up to `to`, in pieces that hold until the next one is asked for. */
  async *pieces(from: number, to: number, room: Room): AsyncGenerator<Uint8Array> {
    let own: Uint8Array | null = null
    let turn = from + TURN
    for (let at = from; at < to; ) {
      own ??= room() === null ? Buffer.allocUnsafeSlow(READ_SIZE) : null
      const memory = room() ?? (own as Uint8Array)
      const length = this.#readInto(memory.subarray(0, Math.min(memory.length, to - at)), at)
      if (length === 0) return
      at += length
      yield memory.subarray(0, length)
      if (at < turn) continue
      turn = at + TURN
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  close(): void {
    closeSync(this.#file)
  }

  #readInto(memory: Uint8Array, offset: number): number {
    return this.#tried(() => readSync(this.#file, memory, 0, memory.length, offset))
  }

  #tried<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      throw readFailure(this.path, error)
    }
  }
}
