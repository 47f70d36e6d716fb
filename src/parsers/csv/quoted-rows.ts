import {parse} from 'csv-parse/sync'
import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import {QuoteScan, regularCells, withDoubledQuotes} from './quotes.js'

/** One physical line with its place. */
export interface Line {
  readonly text: string
  readonly line: number
  readonly offset: number
  /** False for a last line that no line end follows. */
  readonly whole: boolean
}

export interface RowShape {
  readonly delimiter: string
  /** All cells are quoted. */
  readonly quoted: boolean
  /** Cells that a row has at least. */
  readonly cells: number
  /** False for a line that cannot begin a row: the search for the next row after a broken one is safe and quick. */
  starts(line: string): boolean
  /** False for cells that are no row: too few, or no number where one must be. */
  fits(cells: readonly string[]): boolean
  /** Takes a line between rows that is none, such as the header of a second file; the rows after it have this shape. */
  header(line: string): RowShape | null
}

/**
 * Characters that may be read again in search of the next row. Then only lines with all cells of a row are tried,
 * and after as many again all that is held is given up.
 */
const SEARCH_LIMIT = 8 * LONGEST_LINE
const MISFIT = 'The cells of this row do not fit the header, or its quotes are wrong: it was left out.'
const CUT = 'The file ends inside this row: it was left out.'

/**
 * Rows of delimited text with quoted cells over several lines. A broken row costs that row: where quotes or cells
 * do not work out, its first line is given up, and the next line that begins a sound row is searched in what
 * followed. What is not plain RFC 4180 is read by csv-parse, one row at a time.
 */
export class QuotedRows {
  #shape: RowShape
  readonly #row: (cells: readonly string[], first: Line) => void
  readonly #problem: (problem: Problem) => void
  #lines: Line[] = []
  #size = 0
  #scan: QuoteScan
  /** After a broken row, until a sound one: no more problems are told, and no quote is forgiven. */
  #searching = false
  #searched = 0
  #bareSaid = false

  constructor(
    shape: RowShape,
    row: (cells: readonly string[], first: Line) => void,
    problem: (problem: Problem) => void,
  ) {
    this.#shape = shape
    this.#row = row
    this.#problem = problem
    this.#scan = new QuoteScan(shape.delimiter)
  }

  /** Between rows, and the last one was sound. */
  get settled(): boolean {
    return this.#lines.length === 0 && !this.#searching
  }

  /** A quote is open. */
  get inside(): boolean {
    return this.#lines.length > 0
  }

  /** What the reading of rows depends on as long as it is settled. */
  carried(): readonly unknown[] {
    return [this.#bareSaid]
  }

  line(text: string, line: number, offset: number, whole: boolean): void {
    this.#feed([{text, line, offset, whole}])
  }

  /** The rows from here on are of another shape. */
  reshape(shape: RowShape): void {
    this.#shape = shape
    this.#restart()
  }

  /** The last line has come. */
  end(): void {
    while (this.#lines.length > 0) this.#feed(this.#giveUp(CUT))
  }

  /** Lines that come back are read before the ones after them: the last of `queue` is the next. */
  #feed(queue: Line[]): void {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (this.#lines.length === 0) {
        const shape = this.#shape.header(next.text)
        if (shape !== null) {
          this.reshape(shape)
          continue
        }
        if (this.#passes(next)) continue
      }
      this.#lines.push(next)
      this.#size += next.text.length + 1
      this.#scan.line(next.text)
      if (this.#scan.open && this.#size <= LONGEST_LINE) continue
      const cut = !next.whole && this.#shape.quoted && !next.text.endsWith('"')
      const cells = this.#scan.open || cut ? null : this.#read()
      if (cells !== null) this.#accept(cells)
      else for (const line of this.#giveUp(cut ? CUT : this.#reason())) queue.push(line)
    }
  }

  /** Blank lines between rows, and the rest of a broken row. */
  #passes(line: Line): boolean {
    if (line.text.trim() === '') return true
    if (!this.#searching || this.#shape.starts(line.text)) return false
    if (this.#isFull(line.text)) this.#say(line, MISFIT)
    return true
  }

  #accept(cells: readonly string[]): void {
    const first = this.#lines[0] as Line
    this.#restart()
    this.#searching = false
    this.#searched = 0
    this.#row(cells, first)
  }

  /** Drops the first line of a row that is none. The others are to be read again: the last one first. */
  #giveUp(message: string): Line[] {
    const [first, ...rest] = this.#lines as [Line, ...Line[]]
    if (!this.#searching || this.#isFull(first.text)) this.#say(first, message)
    this.#searching = true
    this.#searched += this.#size
    this.#restart()
    const tired = this.#searched > SEARCH_LIMIT
    if (this.#searched > 2 * SEARCH_LIMIT) {
      this.#searched = 0
      this.#say(rest.at(-1) ?? first, 'No row was found in the text before this line: it was left out.')
      return []
    }
    const next = rest.findIndex(({text}) => this.#shape.starts(text) && (!tired || this.#isFull(text)))
    return next < 0 ? [] : rest.slice(next).reverse()
  }

  /** A line with as many cells as a row is one that is broken, and not the rest of the one before it. */
  #isFull(line: string): boolean {
    return line.split(this.#shape.delimiter).length >= this.#shape.cells
  }

  #say({line, offset}: Line, message: string): void {
    this.#problem({line, offset, message})
  }

  #reason(): string {
    if (this.#scan.open) return `No end of this row was found within ${LONGEST_LINE} characters: it was left out.`
    return MISFIT
  }

  #read(): readonly string[] | null {
    const texts = this.#lines.map(line => line.text)
    if (!this.#scan.irregular) {
      const cells = regularCells(texts.join('\n'), this.#shape.delimiter)
      return this.#shape.fits(cells) ? cells : null
    }
    // An odd one, or another row inside, would mean that a quote is missing, not that some are bare.
    if (this.#searching || this.#scan.bare % 2 === 1) return null
    if (texts.some((text, i) => i > 0 && this.#shape.starts(text))) return null
    const cells = this.#cells(withDoubledQuotes(texts, this.#shape.delimiter))
    if (cells !== null && !this.#bareSaid) {
      this.#bareSaid = true
      this.#say(
        this.#lines[0] as Line,
        'Quotes inside cells are not doubled in this file: cells were read up to a quote before a delimiter.',
      )
    }
    return cells
  }

  #cells(text: string): readonly string[] | null {
    const {delimiter} = this.#shape
    try {
      const rows = parse(text, {delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true})
      const cells = (rows as string[][])[0]
      return cells !== undefined && rows.length === 1 && this.#shape.fits(cells) ? cells : null
    } catch {
      return null
    }
  }

  #restart(): void {
    this.#lines = []
    this.#size = 0
    this.#scan = new QuoteScan(this.#shape.delimiter)
  }
}
