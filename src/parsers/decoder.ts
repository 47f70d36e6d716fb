import {isAscii, isUtf8} from 'node:buffer'
import type {ByteLength, Encoding} from './parser.js'
import {unfinishedBytes, validUtf8Length} from './utf8.js'
import {decodeWindows1252} from './windows-1252.js'

/**
 * Decoded at a time. Small, because one foreign letter makes a whole piece a string of two-byte characters,
 * slower to decode and to measure; of a listing's 8 KiB pieces most have none.
 */
const PIECE = 8 * 1024

/** Turns the bytes of one file, in any pieces, into text. */
export interface Decoder {
  /** UTF-8 may turn out to be Windows-1252 on the way. */
  readonly encoding: Encoding
  /** For the text that is being handed over, which is all UTF-8 or all Windows-1252. */
  readonly byteLength: ByteLength
  bytes(chunk: Uint8Array): void
  /** Bytes between whole characters were left out: the next ones stand at that offset. */
  jump(offset: number): void
  end(): void
}

/**
 * A decoder for bytes behind the byte order mark. Text comes in pieces of whole characters. Where UTF-8 is
 * not valid the rest of the file is read as Windows-1252 and `problem` says so once; nothing is replaced or
 * left out but the bytes of a character that the end of the file cuts. Offsets count from the first byte given.
 */
export function createDecoder(
  encoding: Exclude<Encoding, 'binary'>,
  text: (piece: string) => void,
  problem: (message: string, offset: number) => void,
): Decoder {
  let current: Encoding = encoding
  /** Start of a character whose other bytes are in the next chunk. */
  let rest: Buffer = Buffer.alloc(0)
  /** Bytes handed over as text. */
  let done = 0

  function give(piece: string, length: number): void {
    done += length
    text(piece)
  }

  function decodeUtf8(piece: Buffer): void {
    if (isAscii(piece)) {
      give(piece.toString('latin1'), piece.length)
      return
    }
    const unfinished = unfinishedBytes(piece)
    const whole = unfinished === 0 ? piece : piece.subarray(0, piece.length - unfinished)
    if (isUtf8(whole)) {
      rest = copyOf(piece.subarray(whole.length))
      if (whole.length > 0) give(whole.toString('utf8'), whole.length)
      return
    }
    const {end} = validUtf8Length(piece)
    if (end > 0) give(piece.toString('utf8', 0, end), end)
    problem(
      'The file is not valid UTF-8 from here on; the rest was read as Windows-1252: some letters may be wrong.',
      done,
    )
    current = 'windows-1252'
    give(decodeWindows1252(piece.subarray(end)), piece.length - end)
  }

  function decodeUtf16(piece: Buffer): void {
    let end = piece.length & ~1
    // A surrogate pair stays together.
    const last = end >= 2 ? (piece[end - (current === 'utf-16le' ? 1 : 2)] as number) : 0
    if (last >= 0xd8 && last <= 0xdb) end -= 2
    rest = copyOf(piece.subarray(end))
    if (end === 0) return
    give(decodeWide(piece.subarray(0, end)), end)
  }

  function decodeWide(units: Buffer): string {
    return (current === 'utf-16le' ? units : copyOf(units).swap16()).toString('utf16le')
  }

  function decode(piece: Buffer): void {
    if (current === 'utf-8') decodeUtf8(piece)
    else if (current === 'windows-1252') give(decodeWindows1252(piece), piece.length)
    else decodeUtf16(piece)
  }

  return {
    get encoding() {
      return current
    },
    byteLength(piece) {
      if (current === 'utf-8') return Buffer.byteLength(piece, 'utf8')
      return current === 'windows-1252' ? piece.length : piece.length * 2
    },
    bytes(chunk) {
      const all = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      for (let at = 0; at < all.length; at += PIECE) {
        const piece = all.subarray(at, at + PIECE)
        if (rest.length === 0) decode(piece)
        else {
          const joined = Buffer.concat([rest, piece])
          rest = Buffer.alloc(0)
          decode(joined)
        }
      }
    },
    jump(offset) {
      done = offset
    },
    end() {
      if (rest.length === 0) return
      const wide = current !== 'utf-8'
      // A surrogate without its other half is a whole, if useless, character.
      if (wide && rest.length >= 2) give(decodeWide(rest.subarray(0, 2)), 2)
      if (!wide || rest.length % 2 === 1)
        problem('The file ends inside a character; its last bytes were not read.', done)
      rest = Buffer.alloc(0)
    },
  }
}

/** A copy of its own: the chunk's memory may be used again. */
function copyOf(bytes: Buffer): Buffer {
  return Buffer.from(bytes)
}
