import {createGunzip} from 'node:zlib'
import {quoted} from './read-failure.js'
import {SourceError} from './source.js'

/** Given to zlib at a time: what it can swell to, a thousandfold, still fits in memory. */
const SLICE = 16 * 1024
/** Given back at a time: as much as zlib may keep to itself when it meets a damaged place. */
const CHUNK_SIZE = 16 * 1024

/**
 * Decompresses gzip, of one member or several. What comes before a missing end is given out, and what comes
 * before a damaged place but for its last 16 KiB, before the SourceError is thrown; a pipeline of streams
 * would drop all that it still holds.
 */
export async function* gunzip(path: string, stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zlib = createGunzip({chunkSize: CHUNK_SIZE})
  let ready: Uint8Array[] = []
  let failure: Error | null = null
  let given = 0
  const closed = new Promise<void>(resolve => zlib.once('close', resolve))
  zlib.on('data', (piece: Uint8Array) => ready.push(piece))
  zlib.on('error', error => {
    failure = error
  })

  function take(): Uint8Array[] {
    const pieces = ready
    ready = []
    for (const piece of pieces) given += piece.length
    return pieces
  }

  try {
    for await (const piece of stored) {
      for (let at = 0; at < piece.length && !zlib.destroyed; at += SLICE) {
        // zlib calls back for what it has taken in, but not for a write that fails.
        const written = new Promise<void>(resolve => zlib.write(piece.subarray(at, at + SLICE), () => resolve()))
        await Promise.race([written, closed])
        yield* take()
      }
      if (zlib.destroyed) break
    }
    if (!zlib.destroyed) zlib.end()
    await closed
    yield* take()
  } finally {
    zlib.destroy()
  }
  if (failure !== null) throw new SourceError(sentence(path, failure, given))
}

function sentence(path: string, failure: Error, given: number): string {
  const code = 'code' in failure ? failure.code : ''
  const what = code === 'Z_BUF_ERROR' ? 'ends too early' : 'is damaged'
  const kept = given === 0 ? 'nothing of it could be read' : `its first ${given} bytes, decompressed, were read`
  return `${quoted(path)} is a gzip file that ${what}; ${kept}: copy it again from where it came from.`
}
