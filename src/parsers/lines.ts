import type {Problem} from '../events/place.js'
import type {ByteLength} from './parser.js'

/** A longer line is cut here; the rest of it is dropped, so that a file of one line needs no memory. */
export const LONGEST_LINE = 1 << 20

/**
 * Takes one line without its line end: its number from 1, the offset of its first byte.
 * `whole` is false for a last line that no line end follows: the file may be cut inside it.
 */
export type LineReader = (text: string, line: number, offset: number, whole: boolean) => void

export interface LineSplitter {
  text(chunk: string): void
  /** Number of the line that comes next, or has begun. */
  readonly line: number
  /** Whole lines were left out: the next text begins there. */
  jump(line: number, offset: number): void
  end(): void
}

/**
 * Splits text into lines on LF, CR LF and CR CR LF (`\r*\n`), whatever pieces it comes in. A CR elsewhere
 * belongs to the line. Offsets count the bytes of the text given, so a byte order mark is not in them.
 */
export function splitLines(bytes: ByteLength, read: LineReader, problem: (problem: Problem) => void): LineSplitter {
  let line = 1
  let offset = 0
  /** Start of a line whose end has not come yet, its bytes, and whether some of it was dropped. */
  let held = ''
  let heldBytes = 0
  let cut = false

  function hold(piece: string, pieceBytes: number): void {
    heldBytes += pieceBytes
    const room = LONGEST_LINE - held.length
    if (piece.length <= room) {
      held += piece
      return
    }
    held += piece.slice(0, room)
    if (!cut && !onlyReturns(piece, room)) {
      cut = true
      problem({
        line,
        offset,
        message: `The line is longer than ${LONGEST_LINE} characters; the rest of it was not read.`,
      })
    }
  }

  function finish(whole: boolean): void {
    read(withoutReturns(held), line, offset, whole)
    offset += heldBytes
    line++
    held = ''
    heldBytes = 0
    cut = false
  }

  return {
    text(chunk) {
      if (chunk.length === 0) return
      let end = chunk.indexOf('\n')
      const unit = bytes('\n')
      const total = bytes(chunk)
      // Every character takes the same space (ASCII, UTF-16, Windows-1252): then positions tell the offsets.
      const even = total === unit * chunk.length
      if (end < 0) {
        hold(chunk, total)
        return
      }
      let start = 0
      if (heldBytes > 0) {
        hold(chunk.slice(0, end), bytes(chunk.slice(0, end + 1)))
        finish(true)
        start = end + 1
        end = chunk.indexOf('\n', start)
      }
      while (end >= 0) {
        const length = end - start
        if (length > LONGEST_LINE) {
          hold(chunk.slice(start, end), bytes(chunk.slice(start, end + 1)))
          finish(true)
        } else {
          let last = end
          while (last > start && chunk.charCodeAt(last - 1) === 13) last--
          read(chunk.slice(start, last), line, offset, true)
          line++
          offset += even ? unit * (length + 1) : bytes(chunk.slice(start, end + 1))
        }
        start = end + 1
        end = chunk.indexOf('\n', start)
      }
      if (start < chunk.length) {
        const rest = chunk.slice(start)
        hold(rest, even ? unit * rest.length : bytes(rest))
      }
    },
    get line() {
      return line
    },
    jump(nextLine, nextOffset) {
      line = nextLine
      offset = nextOffset
    },
    end() {
      if (heldBytes > 0) finish(false)
    },
  }
}

function withoutReturns(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 13) end--
  return end === text.length ? text : text.slice(0, end)
}

function onlyReturns(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) if (text.charCodeAt(i) !== 13) return false
  return true
}
