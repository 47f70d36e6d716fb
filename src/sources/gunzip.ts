import {createGunzip} from 'node:zlib'
import {CHUNK_SIZE, InflateError, inflate} from './inflate.js'
import {quoted} from './read-failure.js'
import {SourceError} from './source.js'

/** Decompresses gzip, of one member or several. What can be read before a SourceError is given out. */
export async function* gunzip(path: string, stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* inflate(createGunzip({chunkSize: CHUNK_SIZE}), stored)
  } catch (error) {
    throw error instanceof InflateError ? new SourceError(sentence(path, error)) : error
  }
}

function sentence(path: string, {what, given}: InflateError): string {
  const kept = given === 0 ? 'nothing of it could be read' : `its first ${given} bytes, decompressed, were read`
  return `${quoted(path)} is a gzip file that ${what}; ${kept}: copy it again from where it came from.`
}
