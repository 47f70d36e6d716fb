import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import {type FixedColumns, looksLikeRow, readFixedColumns, type TracerptLayout} from './tracerpt-layout.js'
import {QuoteState, splitUserData, type UserData} from './user-data.js'

/** One row, its physical lines joined. */
export interface TracerptRow {
  readonly line: number
  readonly offset: number
  /** The first physical line. */
  readonly text: string
  readonly cells: readonly string[]
  /** What stands behind the fixed columns, as printed. */
  readonly raw: string
  readonly userData: UserData
}

interface Place {
  readonly line: number
  readonly offset: number
}

/** A row whose end has not come yet. */
interface Growing extends Place {
  readonly head: FixedColumns
  /** Physical lines; the first is the whole line. */
  readonly lines: string[]
  readonly quotes: QuoteState
  size: number
  /** First line that followed although no quote was open: part of the row only if the quotes work out so. */
  doubt: (Place & {readonly index: number}) | null
  full: boolean
}

const NOT_A_ROW = 'This line is no row: its columns do not fit the header. It was left out.'

/**
 * Joins physical lines to rows. A row starts at a line whose fixed columns are sound; other lines go on with a
 * message. A sound line inside an open quote is decided by the quotes: it belongs to the message if it is broken
 * alone and both together are whole; else the quote before it was a stray one.
 */
export class TracerptRows {
  readonly #layout: TracerptLayout
  readonly #row: (row: TracerptRow) => void
  readonly #problem: (problem: Problem) => void
  #last: Growing | null = null
  /** The row in front of the last one, while its quote is open. */
  #held: Growing | null = null
  /** The lines of a broken row go with it. */
  #skipping = false

  constructor(layout: TracerptLayout, row: (row: TracerptRow) => void, problem: (problem: Problem) => void) {
    this.#layout = layout
    this.#row = row
    this.#problem = problem
  }

  /** The next line that begins a row ends the last one, whatever it holds. */
  get settled(): boolean {
    const last = this.#last
    if (this.#held !== null || this.#skipping) return false
    return last === null || (!last.quotes.open && last.doubt === null && !last.full)
  }

  /** A quote is open. */
  get inside(): boolean {
    return this.#held !== null || this.#last?.quotes.open === true
  }

  line(text: string, line: number, offset: number): void {
    const head = readFixedColumns(text, this.#layout)
    if (head !== null) {
      this.#settle()
      if (this.#last?.quotes.open && !this.#last.full) this.#held = this.#last
      else this.#emit(this.#last, true)
      this.#last = startRow(text, head, line, offset)
      this.#skipping = false
      return
    }
    const row = this.#last
    if (row === null ? this.#isRest(text) : !this.#isBroken(row, text)) {
      if (row !== null) this.#grow(row, text, line, offset)
      return
    }
    this.flush()
    this.#skipping = true
    this.#problem({line, offset, message: NOT_A_ROW})
  }

  /** All lines that belong to the rows so far have come. `whole`: no line was cut off by the end of the file. */
  flush(whole = true): void {
    this.#settle()
    this.#emit(this.#last, whole)
    this.#last = null
    this.#skipping = false
  }

  /** A blank line, or one that goes with the broken row before it. */
  #isRest(text: string): boolean {
    return text.trim() === '' || (this.#skipping && !looksLikeRow(text, this.#layout))
  }

  #isBroken(row: Growing, text: string): boolean {
    if (row.quotes.open || row.full || text.trim() === '') return false
    // A quote at the end of a line may have been one inside the message.
    const mayGoOn = this.#held !== null || row.doubt !== null || (row.lines.at(-1) as string).trimEnd().endsWith('"')
    return !mayGoOn || looksLikeRow(text, this.#layout)
  }

  #grow(row: Growing, text: string, line: number, offset: number): void {
    if (row.full) return
    row.size += text.length + 1
    if (row.size > LONGEST_LINE) {
      row.full = true
      this.#problem({
        line,
        offset,
        message: `The row is longer than ${LONGEST_LINE} characters: the rest of it was not read.`,
      })
      return
    }
    if (!row.quotes.open && row.doubt === null && text.trim() !== '')
      row.doubt = {line, offset, index: row.lines.length}
    row.lines.push(text)
    row.quotes.line(text, 0)
  }

  /** Decides whether the last row was a row or a part of the message of the one before it. */
  #settle(): void {
    const held = this.#held
    const last = this.#last
    if (held === null || last === null) return
    this.#held = null
    if (held.size + last.size < LONGEST_LINE && !this.#read(rawOf(last)).clean) {
      if (this.#read(`${rawOf(held)}\n${last.lines.join('\n')}`).clean) {
        held.lines.push(...last.lines)
        held.size += last.size
        held.quotes.open = false
        this.#last = held
        return
      }
    }
    this.#emit(held, true)
  }

  #read(raw: string): UserData {
    return splitUserData(raw, this.#layout.resaved)
  }

  #emit(row: Growing | null, whole: boolean): void {
    if (row === null) return
    let raw = rawOf(row)
    let userData = this.#read(raw)
    if (row.doubt !== null && !userData.clean) {
      const before = rawOf(row, row.doubt.index)
      const shorter = this.#read(before)
      if (shorter.clean) {
        raw = before
        userData = shorter
        this.#problem({line: row.doubt.line, offset: row.doubt.offset, message: NOT_A_ROW})
      }
    }
    const {line, offset} = row
    if (userData.open && !row.full) {
      const message = whole
        ? 'A quote of the user data is not closed: it was read to the end of the row.'
        : 'The file ends inside this row: it was left out.'
      this.#problem({line, offset, message})
      if (!whole) return
    }
    this.#row({line, offset, text: row.lines[0] as string, cells: row.head.cells, raw, userData})
  }
}

function startRow(text: string, head: FixedColumns, line: number, offset: number): Growing {
  const quotes = new QuoteState()
  quotes.line(text, head.tail)
  return {line, offset, head, lines: [text], quotes, size: text.length, doubt: null, full: false}
}

function rawOf(row: Growing, lines = row.lines.length): string {
  const first = (row.lines[0] as string).slice(row.head.tail)
  return lines === 1 ? first : [first, ...row.lines.slice(1, lines)].join('\n')
}
