import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, Passed, RecordSink, Skim} from '../parser.js'
import {Strangers} from '../strangers.js'
import {emptyHead, readHead} from '../wpp/head.js'
import {createRowWriter, type RowWriter} from '../wpp/row-writer.js'
import {readUndecodedLine} from '../wpp/undecoded.js'
import {type CsvHeading, isClosed, quotedText, readCsvHeading} from './csv-heading.js'
import {type CsvRow, fieldNames, readHeadedRow, readPrefixedRow} from './csv-row.js'
import {firstFilledLines} from './first-lines.js'
import {ownOf, RowHeads} from './row-heads.js'

/** Above a listing, which has the same lines without a format. */
const SURE = 0.65

/**
 * `tracefmt -csv`, with or without `-csvheader` and `-csvquote` (formats.md 1.3). Its columns are not documented: they
 * are told by the heading, or the default prefix is looked for behind them.
 */
export const tracefmtCsv: Parser = {
  id: 'tracefmt-csv',
  title: 'tracefmt CSV, columns by their heading',
  sniff(head) {
    const [first = '', ...rest] = firstFilledLines(head)
    const heading = readCsvHeading(first)
    if (heading !== null) {
      // Tables of other tools tell processor, process and time without a message, or a message without a processor.
      const headed = heading.roles.includes('message') && heading.roles.includes('cpu')
      const read = headed ? rowOf : readPrefixedRow
      return rest.some(line => read(line, heading) !== null) ? SURE : 0
    }
    const lines = [first, ...rest]
    const isRow = (line: string) => readPrefixedRow(line, null) !== null
    // A page that quotes rows begins otherwise.
    if (!lines.slice(0, 3).some(isRow)) return 0
    const rows = lines.filter(isRow).length
    const listed = lines.filter(line => readHead(line, emptyHead())).length
    return rows > listed && (rows >= 3 || lines.length <= 3) ? SURE : 0
  },
  start: (sink, options, bytes) => new TracefmtCsvRun(sink, options, bytes),
}

function rowOf(line: string, heading: CsvHeading | null): CsvRow | null {
  return readPrefixedRow(line, heading) ?? (heading === null ? null : readHeadedRow(line, heading))
}

class TracefmtCsvRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #writer: RowWriter
  readonly #lines
  #heading: CsvHeading | null = null
  /** Those of fields; the same ones below the same heading again. */
  #names: readonly string[] = []
  /** The message goes on until its quote is closed. */
  #open = false
  readonly #strangers = new Strangers()
  readonly #heads = new RowHeads({format: 'tracefmt-csv', form: 'cells'})

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength) {
    this.#sink = sink
    this.#writer = createRowWriter('tracefmt-csv', sink, options)
    this.#lines = splitLines(
      bytes,
      (text, line, offset) => this.#take(text, line, offset),
      problem => sink.problem(problem),
    )
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  /** As long as the heading is the one above the rows so far: its names are part of the records. */
  get skim(): Skim {
    const names = this.#names
    return {
      kind: 'lines',
      own: ownOf(names),
      layout: () => (names === this.#names ? this.#heads.latest : null),
      pass: (passed: Passed) => {
        this.#open = false
        this.#writer.pass(passed)
        this.#lines.jump(passed.line, passed.offset)
      },
    }
  }

  end(): void {
    this.#lines.end()
    this.#writer.close()
    this.#strangers.tell(
      this.#sink,
      n => `${n === 1 ? 'One line belongs' : `${n} lines belong`} to no record; nothing was read of that.`,
    )
  }

  #take(text: string, line: number, offset: number): void {
    const row = rowOf(text, this.#heading)
    const heading = row !== null || this.#open ? null : readCsvHeading(text)
    if (row !== null) {
      this.#open = row.open
      this.#heads.read(row.head)
      this.#writer.open(text, line, offset, row)
    } else if (heading !== null) {
      this.#writer.close()
      this.#heading = heading
      const names = fieldNames(heading)
      if (names.join() !== this.#names.join()) this.#names = names
    } else this.#other(text, line, offset)
  }

  #other(text: string, line: number, offset: number): void {
    const unknown = this.#open ? null : readUndecodedLine(text.replace(/^[\s,"]{0,64}/, ''))
    if (unknown !== null) {
      const nothing = {cpu: null, pid: null, tid: null, stamp: null, component: null}
      this.#writer.open(text, line, offset, {...nothing, ...unknown, message: text.trim()})
    } else if (!this.#writer.empty) {
      const more = this.#open ? quotedText(text.trimEnd()) : text
      if (this.#open) this.#open = !isClosed(text.trimEnd())
      this.#writer.join(more, line, offset)
    } else if (text.trim() !== '' && text.trim() !== 'EventTrace') {
      this.#strangers.add(line, offset)
    }
  }
}
