import {gunzip} from './gunzip.js'
import {quoted} from './read-failure.js'
import {type Room, SourceError} from './source.js'

/** Enough for every magic number below. */
const MAGIC_LENGTH = 4

/**
 * The bytes of a file, decompressed if it is gzip, whatever its name says. Archives of several files are
 * refused with the way to unpack them.
 */
export async function* unpacked(
  path: string,
  read: (room: Room) => AsyncIterable<Uint8Array>,
  room: Room = () => null,
): AsyncGenerator<Uint8Array> {
  // Packed bytes must not be read over what is made of them.
  let plain = false
  const pieces = read(() => (plain ? room() : null))[Symbol.asyncIterator]()
  try {
    const head = await firstBytes(pieces)
    const archive = archiveSentence(path, head)
    if (archive !== null) throw new SourceError(archive)
    if (startsWith(head, 0x1f, 0x8b)) yield* gunzip(path, from(head, pieces))
    else {
      plain = true
      yield* from(head, pieces)
    }
  } finally {
    await pieces.return?.()
  }
}

/** The first piece, joined with more where it is too short to tell anything. */
async function firstBytes(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < MAGIC_LENGTH) {
    const next = await pieces.next()
    if (next.done === true) break
    head = head.length === 0 && next.value.length >= MAGIC_LENGTH ? next.value : Buffer.concat([head, next.value])
  }
  return head
}

async function* from(head: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}

function archiveSentence(path: string, head: Uint8Array): string | null {
  const name = path === '-' ? 'FILE' : path
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    return `${quoted(path)} is a ZIP archive; unpack it first, for example with "tar -xf ${name}", and give what was in it.`
  }
  if (startsWith(head, 0x4d, 0x53, 0x43, 0x46)) {
    return `${quoted(path)} is a cabinet archive; unpack it first, for example with "expand ${name} -F:* FOLDER", and give the folder.`
  }
  return null
}

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
