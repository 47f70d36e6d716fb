import {parse} from 'csv-parse/sync'
import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import {QuoteScan, withDoubledQuotes} from './quotes.js'

/** One physical line with its place. */
export interface Line {
  readonly text: string
  readonly line: number
  readonly offset: number
}

export interface RowShape {
  readonly delimiter: string
  /** False for a line that cannot begin a row: the search for the next row after a broken one is safe and quick. */
  starts(line: string): boolean
  /** False for cells that are no row: too few, or no number where one must be. */
  fits(cells: readonly string[]): boolean
  /** Takes a line between rows that is none, such as the header of a second file; the rows after it have this shape. */
  header(line: string): RowShape | null
}

/** Characters that may be read again in search of the next row; then all that is held is given up. */
const SEARCH_LIMIT = 8 * LONGEST_LINE

/**
 * Rows of delimited text with quoted cells over several lines. A broken row costs that row: where quotes or cells
 * do not work out, its first line is given up, and the next line that begins a sound row is searched in what
 * followed. Cells are read by csv-parse, one row at a time.
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

  line(text: string, line: number, offset: number): void {
    this.#feed([{text, line, offset}])
  }

  /** The rows from here on are of another shape. */
  reshape(shape: RowShape): void {
    this.#shape = shape
    this.#restart()
  }

  /** The last line has come. */
  end(): void {
    while (this.#lines.length > 0) this.#feed(this.#giveUp('The file ends inside this row: it was left out.'))
  }

  #feed(lines: Line[]): void {
    // Lines that come back are read before the ones after them.
    const queue = [...lines].reverse()
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (this.#lines.length === 0) {
        const shape = this.#shape.header(next.text)
        if (shape !== null) {
          this.reshape(shape)
          continue
        }
        if (next.text.trim() === '' || (this.#searching && !this.#shape.starts(next.text))) continue
      }
      this.#lines.push(next)
      this.#size += next.text.length + 1
      this.#scan.line(next.text)
      if (this.#scan.open && this.#size <= LONGEST_LINE) continue
      const cells = this.#scan.open ? null : this.#read()
      if (cells === null) queue.push(...this.#giveUp(this.#reason()).reverse())
      else this.#accept(cells)
    }
  }

  #accept(cells: readonly string[]): void {
    const first = this.#lines[0] as Line
    this.#restart()
    this.#searching = false
    this.#searched = 0
    this.#row(cells, first)
  }

  /** Drops the first line of a row that is none. The others are to be read again. */
  #giveUp(message: string): Line[] {
    const [first, ...rest] = this.#lines as [Line, ...Line[]]
    if (!this.#searching) this.#problem({line: first.line, offset: first.offset, message})
    this.#searching = true
    this.#searched += this.#size
    this.#restart()
    if (this.#searched > SEARCH_LIMIT) {
      this.#searched = 0
      return []
    }
    const next = rest.findIndex(line => this.#shape.starts(line.text))
    return next < 0 ? [] : rest.slice(next)
  }

  #reason(): string {
    if (this.#scan.open) return `No end of this row was found within ${LONGEST_LINE} characters: it was left out.`
    return 'The cells of this row do not fit the header, or its quotes are wrong: it was left out.'
  }

  #read(): readonly string[] | null {
    const texts = this.#lines.map(line => line.text)
    if (!this.#scan.irregular) return this.#cells(texts.join('\n'), false)
    // Another row inside would mean that a quote is missing, not that one is bare.
    if (this.#searching || texts.some((text, i) => i > 0 && this.#shape.starts(text))) return null
    const cells = this.#cells(withDoubledQuotes(texts, this.#shape.delimiter), true)
    if (cells !== null && !this.#bareSaid) {
      this.#bareSaid = true
      const {line, offset} = this.#lines[0] as Line
      const message =
        'Quotes inside cells are not doubled in this file: cells were read up to a quote before a delimiter.'
      this.#problem({line, offset, message})
    }
    return cells
  }

  #cells(text: string, lenient: boolean): readonly string[] | null {
    const {delimiter} = this.#shape
    try {
      const rows = parse(text, {delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: lenient})
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
