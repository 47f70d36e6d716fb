import {crc32} from 'node:zlib'

/** V8 copies data that is not aligned. */
const ALIGNMENT = 8
const HEAD = 8

/**
 * Named pieces as one file: CRC of all that follows, length of the index, index (JSON of names and lengths), pieces,
 * each at a multiple of 8. V8 does not look for damage and would crash.
 */
export function packed(pieces: ReadonlyMap<string, Buffer>): Buffer {
  const list = JSON.stringify([...pieces].map(([name, {length}]) => [name, length]))
  const index = list.padEnd(aligned(HEAD + list.length) - HEAD)
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(index.length, 4)
  const rest = [...pieces.values()].flatMap(piece => [piece, Buffer.alloc(aligned(piece.length) - piece.length)])
  const bytes = Buffer.concat([head, Buffer.from(index, 'latin1'), ...rest])
  bytes.writeUInt32LE(crc32(bytes.subarray(4)))
  return bytes
}

/** null for bytes that are not whole. The pieces share their memory. */
export function unpacked(bytes: Buffer): Map<string, Buffer> | null {
  if (bytes.length < HEAD || crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0)) return null
  let offset = HEAD + bytes.readUInt32LE(4)
  const index: [string, number][] = JSON.parse(bytes.toString('latin1', HEAD, offset))
  const pieces = new Map<string, Buffer>()
  for (const [name, length] of index) {
    pieces.set(name, bytes.subarray(offset, offset + length))
    offset += aligned(length)
  }
  return pieces
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT
