import type {Encoding} from './parser.js'

/** Bytes looked at a time; of a line as many show whether a record begins. */
const WINDOW = 16 * 1024
const LINE = 1024

/** Bytes of a file from an offset on; fewer only at its end. */
export type ReadAt = (offset: number, length: number) => Uint8Array

export interface BlockText {
  readonly encoding: Encoding
  /** Length of the byte order mark. */
  readonly mark: number
  /** Whether a line begins a record, whatever stands before it. */
  begins(line: string): boolean
}

/** Where the first record begins that has a line end in front of it and begins at an offset or behind it; null: none is before `end`. */
export function nextRecord(read: ReadAt, text: BlockText, from: number, end: number): number | null {
  const unit = text.encoding === 'utf-16le' ? 2 : 1
  // The line end before may be the character in front; those of UTF-16 stand two by two.
  let at = text.mark + Math.max(0, Math.ceil((from - text.mark) / unit) - 1) * unit
  while (at < end) {
    const bytes = Buffer.from(read(at, WINDOW + LINE))
    const reach = Math.min(bytes.length, WINDOW)
    for (let newline = newlineIn(bytes, 0, unit); newline >= 0; newline = newlineIn(bytes, newline + unit, unit)) {
      if (newline >= reach) break
      const start = newline + unit
      if (at + start >= end) return null
      if (text.begins(lineAt(bytes, start, unit))) return at + start
    }
    if (bytes.length <= WINDOW) return null
    at += WINDOW
  }
  return null
}

/**
 * Where blocks of about `size` bytes begin, in order, the first of them at `first`: each at a record. What has no
 * record for longer than that belongs to the block before.
 */
export function blockStarts(read: ReadAt, text: BlockText, first: number, end: number, size: number): number[] {
  const starts = [first]
  for (let due = first + size; due < end; due += size) {
    const start = nextRecord(read, text, due, Math.min(end, due + size))
    if (start !== null) starts.push(start)
  }
  return starts
}

/** The beginning of the line at a place; letters beyond ASCII do not matter. */
function lineAt(bytes: Buffer, start: number, unit: number): string {
  const newline = newlineIn(bytes, start, unit)
  const stop = Math.min(newline < 0 ? bytes.length : newline, start + LINE)
  return bytes.toString(unit === 2 ? 'utf16le' : 'latin1', start, stop)
}

function newlineIn(bytes: Buffer, from: number, unit: number): number {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (unit === 1 || (at % 2 === 0 && bytes[at + 1] === 0)) return at
  }
  return -1
}
