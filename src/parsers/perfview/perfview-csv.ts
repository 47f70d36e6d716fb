import type {Problem} from '../../events/place.js'
import type {Member} from '../etw/payload.js'
import {type LineSplitter, LONGEST_LINE, splitLines} from '../lines.js'
import type {ByteLength, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import type {RowLayout} from '../scan/layouts.js'
import {readRest} from './rest.js'
import {recordOf, stampOf} from './trace-event.js'
import {VIEW_OWN, viewLayoutOf} from './view-row-layout.js'

/** "Save View as CSV" of PerfView (formats.md 5.3). The separator is that of the culture. */
export const perfviewCsv: Parser = {
  id: 'perfview-csv',
  title: 'PerfView CSV',
  sniff: head => (HEADER.test(head) ? 1 : 0),
  start: (sink, _options, bytes) => new PerfviewCsv(sink, bytes),
}

const HEADER = /^\ufeff?Event Name([,;\t|])Time MSec\1Process Name(?:\1|\r|\n|$)/

const STRAY = 'No row begins here, and none goes on: the text up to the next row was left out.'

type Place = Pick<Problem, 'line' | 'offset'>

interface Row extends Place {
  readonly lines: string[]
  size: number
  whole: boolean
  /** Its second line. */
  next: Place | null
}

class PerfviewCsv implements ParserRun {
  readonly #sink: RecordSink
  readonly #lines: LineSplitter
  #separator = ','
  #names: readonly string[] = []
  /** A name, a time of three decimals and a process begin a row. */
  #start: RegExp | null = null
  #row: Row | null = null
  /** null: no row with a time was read below the header. */
  #layout: RowLayout | null = null
  readonly skim = {
    kind: 'rows',
    own: VIEW_OWN,
    layout: () => this.#layout,
    pass: (passed: Passed) => this.#pass(passed),
  } as const

  constructor(sink: RecordSink, bytes: ByteLength) {
    this.#sink = sink
    sink.notes.zone = 'relative'
    this.#lines = splitLines(
      bytes,
      (...line) => this.#line(...line),
      problem => sink.problem(problem),
    )
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  end(): void {
    this.#lines.end()
    this.#finish()
  }

  #line(text: string, line: number, offset: number, whole: boolean): void {
    const header = HEADER.exec(text)
    if (header !== null) {
      this.#finish()
      this.#layout = null
      this.#separator = header[1] as string
      this.#names = text.replace(/^\ufeff/, '').split(this.#separator)
      const mark = this.#separator === '|' ? '\\|' : this.#separator
      this.#start = new RegExp(`^[^"${mark}]*${mark}-?\\d+[.,]\\d{3}${mark}`)
    } else if (this.#start?.test(text)) {
      this.#finish()
      this.#row = {line, offset, lines: [text], size: text.length, whole, next: null}
    } else this.#goOn(text, whole, line, offset)
  }

  /** Line ends inside cells are written as they are. */
  #goOn(text: string, whole: boolean, line: number, offset: number): void {
    const row = this.#row
    if (row === null) {
      if (text.trim() !== '') this.#say({line, offset}, STRAY)
      return
    }
    row.next ??= {line, offset}
    row.size += text.length + 1
    row.whole = whole
    if (row.size <= LONGEST_LINE) row.lines.push(text)
  }

  #finish(): void {
    const row = this.#row
    this.#row = null
    if (row === null) return
    const [first = ''] = row.lines
    const all = row.size > LONGEST_LINE ? null : this.#cells(row.lines.join('\n'))
    const cells = all ?? this.#cells(first)
    if (cells === null) {
      const why = row.whole ? 'The cells of this row do not fit the header' : 'The file ends inside this row'
      this.#say(row, `${why}: it was left out.`)
      return
    }
    // A line that is none costs no row.
    if (all === null && row.next !== null) this.#say(row.next, STRAY)
    const [name = '', time = '', owner = '', ...others] = cells
    const members: Member[] = [{name: 'ProcessName', value: owner.trim()}]
    others.forEach((value, i) => {
      const column = this.#names[i + 3] as string
      if (column === 'Rest') members.push(...readRest(value))
      else if (value !== '') members.push({name: column, value})
    })
    const {notes} = this.#sink
    const event = {
      line: row.line,
      offset: row.offset,
      firstLine: first.slice(0, 4096),
      name,
      namesProvider: true,
      time,
      members,
    }
    const stamp = stampOf(time.replace(',', '.'), notes)
    if (stamp !== null) this.#layout ??= viewLayoutOf(this.#separator, this.#names)
    this.#sink.record(recordOf(event, stamp, notes))
  }

  /** null: they do not fit the header. */
  #cells(row: string): string[] | null {
    const cells = cellsOf(withoutBlanks(row, this.#separator), this.#separator)
    return cells.length === this.#names.length ? cells : null
  }

  #pass(passed: Passed): void {
    this.#finish()
    this.#sink.passed(passed)
    this.#lines.jump(passed.line, passed.offset)
  }

  #say({line, offset}: Place, message: string): void {
    this.#sink.problem({line, offset, message})
  }
}

/** Blanks at the end are no cell, but empty cells between tabs are. */
function withoutBlanks(row: string, separator: string): string {
  let end = row.length
  while (end > 0 && row[end - 1] !== separator && (row[end - 1] as string).trim() === '') end--
  return row.slice(0, end)
}

/** Only a cell that holds the separator is quoted, its quotes doubled; any other is written as it is. */
function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= row.length; ) {
    let end = row.indexOf(separator, at)
    if (end < 0) end = row.length
    const close = row[at] === '"' ? closingQuote(row, at + 1, separator) : -1
    if (close < 0) cells.push(row.slice(at, end))
    else {
      cells.push(row.slice(at + 1, close).replaceAll('""', '"'))
      end = close + 1
    }
    at = end + 1
  }
  return cells
}

function closingQuote(row: string, from: number, separator: string): number {
  let at = row.indexOf('"', from)
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2)
  return at >= 0 && (at + 1 === row.length || row.startsWith(separator, at + 1)) ? at : -1
}
