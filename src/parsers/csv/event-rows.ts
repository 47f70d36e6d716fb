import type {Problem} from '../../events/place.js'
import {type EventColumns, type HeaderReader, isTypeLine} from './event-columns.js'
import {fitsColumns} from './event-row.js'
import {type Line, QuotedRows, type RowShape} from './quoted-rows.js'
import {QuoteScan} from './quotes.js'

/** Takes the cells of a row, its first line, and the columns of the header above it. */
export type EventRowReader = (cells: readonly string[], first: Line, columns: EventColumns) => void

/** Rows of an event log below a header; a second header in the middle counts for the rows after it. */
export class EventRows {
  readonly #readHeader: HeaderReader
  readonly #problem: (problem: Problem) => void
  readonly #rows: QuotedRows
  #columns: EventColumns | null = null
  #headerMissed = false

  constructor(readHeader: HeaderReader, row: EventRowReader, problem: (problem: Problem) => void = () => {}) {
    this.#readHeader = readHeader
    this.#problem = problem
    const noShape: RowShape = {
      delimiter: ',',
      quoted: false,
      cells: 1,
      starts: () => false,
      fits: () => false,
      header: () => null,
    }
    this.#rows = new QuotedRows(
      noShape,
      (cells, first) => {
        if (this.#columns !== null) row(cells, first, this.#columns)
      },
      problem,
    )
  }

  line(text: string, line: number, offset: number, whole: boolean): void {
    if (this.#columns === null) this.#first(text, line, offset)
    else this.#rows.line(text, line, offset, whole)
  }

  /** The columns of the header above, between rows of which the last one was sound; else null. */
  get settled(): EventColumns | null {
    return this.#rows.settled ? this.#columns : null
  }

  /** A quote is open. */
  get inside(): boolean {
    return this.#rows.inside
  }

  /** What the reading of rows depends on as long as it is settled. */
  carried(): readonly unknown[] {
    return [this.#columns, this.#headerMissed, ...this.#rows.carried()]
  }

  /** Whether a line seems to begin a row. */
  begins(line: string): boolean {
    const columns = this.#columns
    if (columns === null || !columns.starts(line)) return false
    // A quote that ends a cell where one seems to begin would leave the next one in the middle of nothing.
    const scan = new QuoteScan(columns.delimiter)
    scan.line(line)
    return !scan.irregular
  }

  end(): void {
    this.#rows.end()
  }

  #first(text: string, line: number, offset: number): void {
    if (text.trim() === '' || isTypeLine(text)) return
    const shape = this.#header(text)
    if (shape !== null) this.#rows.reshape(shape)
    else if (!this.#headerMissed) {
      this.#headerMissed = true
      this.#problem({line, offset, message: 'A header line with the names of the columns was expected here.'})
    }
  }

  #header(text: string): RowShape | null {
    const columns = this.#readHeader(text.replace(/^\ufeff/, ''))
    if (columns === null) return null
    this.#columns = columns
    const shape: RowShape = {
      delimiter: columns.delimiter,
      quoted: columns.quoted,
      cells: Math.min(...columns.counts),
      starts: columns.starts,
      fits: cells => fitsColumns(cells, columns),
      header: line => (isTypeLine(line) ? shape : this.#header(line)),
    }
    return shape
  }
}
