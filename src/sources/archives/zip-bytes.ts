import {constants, crc32, createInflateRaw, inflateRawSync} from 'node:zlib'
import {CHUNK_SIZE, InflateError, inflate} from '../inflate.js'
import {SourceError} from '../source.js'
import {inflate64} from './inflate64.js'
import {lostPart} from './lost-part.js'
import {bytesAt, pieces, type Store} from './store.js'
import {DEFLATED64, HEADER_LENGTH, HEADER_SIGNATURE, STORED, type ZipEntry} from './zip-entry.js'

/** Unpacks a file of a ZIP archive. What can be read before a SourceError is given out; `path` is for its sentence. */
export async function* zipBytes(store: Store, entry: ZipEntry, path: string): AsyncGenerator<Uint8Array> {
  const start = startOf(store, entry)
  let given = 0
  let crc = 0
  const lost = (what: string) => new SourceError(lostPart(path, what, given))
  if (start === null) throw lost('is damaged')
  try {
    for await (const piece of unpacking(store, entry, start)) {
      if (entry.size !== null && given + piece.length > entry.size) throw lost('is longer than its archive says')
      given += piece.length
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    throw error instanceof InflateError ? lost(error.what) : error
  }
  if (entry.size !== null && given < entry.size) throw lost('ends too early')
  if (entry.crc !== null && crc !== entry.crc) throw lost('is damaged: its check sum is wrong')
}

function unpacking(store: Store, {method, packed}: ZipEntry, start: number): AsyncIterable<Uint8Array> {
  if (method === DEFLATED64) return inflate64(store, start, start + packed)
  const stored = pieces(store, start, start + packed)
  return method === STORED ? stored : inflate(createInflateRaw({chunkSize: CHUNK_SIZE}), stored)
}

/** Its first bytes, as many as are had for little; none where they cannot be read. */
export function zipHead(store: Store, entry: ZipEntry): Uint8Array {
  const start = startOf(store, entry)
  if (start === null) return new Uint8Array(0)
  const packed = bytesAt(store, start, Math.min(entry.packed, 256))
  if (entry.method === STORED) return packed
  try {
    return inflateRawSync(packed, {finishFlush: constants.Z_SYNC_FLUSH})
  } catch {
    return new Uint8Array(0)
  }
}

/** Where its packed bytes begin; null where that cannot be. */
export function startOf(store: Store, {offset, packed, limit}: ZipEntry): number | null {
  const head = bytesAt(store, offset, HEADER_LENGTH)
  if (head.length < HEADER_LENGTH || head.readUInt32LE(0) !== HEADER_SIGNATURE) return null
  const start = offset + HEADER_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28)
  return start + packed > limit ? null : start
}
