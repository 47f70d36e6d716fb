import type {Gunzip, InflateRaw} from 'node:zlib'
import {SWELLS, swells} from './swelling.js'

/** Given to zlib at a time: what it can swell to, a thousandfold, still fits in memory. */
const SLICE = 16 * 1024
/** Given back at a time: as much as zlib may keep to itself when it meets a damaged place. */
export const CHUNK_SIZE = 16 * 1024

/** Why packed bytes could not be unpacked to their end. */
export class InflateError extends Error {
  constructor(
    /** The rest of a sentence. */
    readonly what: string,
    /** Bytes that were given out before. */
    readonly given: number,
  ) {
    super(what)
  }
}

/**
 * What an engine of zlib, made for this with chunks of CHUNK_SIZE, makes of packed bytes. What comes before a missing
 * end is given out, and what comes before a damaged place but for its last 16 KiB, before the InflateError is thrown;
 * a pipeline of streams would drop all that it still holds.
 */
export async function* inflate(
  engine: Gunzip | InflateRaw,
  stored: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let failure: Error | null = null
  let given = 0
  let taken = 0
  let over = false
  // Raw deflate may end before its bytes do; then zlib says no more than that.
  const ended = new Promise<void>(resolve => {
    const settle = () => {
      over = true
      resolve()
    }
    engine.once('end', settle).once('close', settle)
  })
  engine.on('data', (piece: Uint8Array) => ready.push(piece))
  engine.on('error', error => {
    failure = error
  })

  function* take(): Generator<Uint8Array> {
    const pieces = ready
    ready = []
    for (const piece of pieces) {
      given += piece.length
      if (swells(taken, given)) throw new InflateError(SWELLS, given - piece.length)
      yield piece
    }
  }

  try {
    for await (const piece of stored) {
      for (let at = 0; at < piece.length && !over; at += SLICE) {
        const slice = piece.subarray(at, at + SLICE)
        taken += slice.length
        // zlib calls back for what it has taken in, but not for a write that fails.
        const written = new Promise<void>(resolve => engine.write(slice, () => resolve()))
        await Promise.race([written, ended])
        yield* take()
      }
      if (over) break
    }
    if (!over) engine.end()
    await ended
    yield* take()
  } finally {
    engine.destroy()
  }
  if (failure !== null) throw new InflateError(whatOf(failure), given)
}

function whatOf(failure: Error): string {
  return 'code' in failure && failure.code === 'Z_BUF_ERROR' ? 'ends too early' : 'is damaged'
}
