import {archiveKind, HEAD_LENGTH} from './archive-kind.js'
import {gunzip} from './gunzip.js'
import {quoted} from './read-failure.js'
import {type Room, SourceError} from './source.js'

/**
 * The bytes of a file, decompressed if it is gzip, whatever its name says. Archives of several files are
 * refused with what to do about them.
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
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(path, from(head, pieces))
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
  while (head.length < HEAD_LENGTH) {
    const next = await pieces.next()
    if (next.done === true) break
    head = head.length === 0 && next.value.length >= HEAD_LENGTH ? next.value : Buffer.concat([head, next.value])
  }
  return head
}

async function* from(head: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}

/** Archives are looked into where paths are expanded; what comes here is where that cannot be. */
function archiveSentence(path: string, head: Uint8Array): string | null {
  const kind = archiveKind(head)
  if (kind === null) return null
  const what = `${quoted(path)} is a ${kind === 'zip' ? 'ZIP' : 'cabinet'} archive`
  if (path === '-') return `${what}, which has to be read from any place; save it to a file and give that.`
  return `${what} that cannot be read where it is, in a pipe or in other archives; unpack it, and give what was in it.`
}
