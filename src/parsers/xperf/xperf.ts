import {QuoteState} from '../csv/user-data.js'
import {lineRecord} from '../line-record.js'
import {LONGEST_LINE, splitLines} from '../lines.js'
import type {ByteLength, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import type {ClassLayout} from '../scan/layouts.js'
import {Strangers} from '../strangers.js'
import {readXperfFacts, XperfClasses} from './xperf-header.js'
import {LONGEST_NAME, xperfFacts} from './xperf-record.js'
import {classLayoutOf, XPERF_OWN} from './xperf-row-layout.js'

/** Name of the class and time; behind the first comma, so that no line takes long. */
const TIME = /\s{0,64}(\d{1,15})\s{0,64}(?:,|$)/y

/** What `xperf -a dumper` prints (formats.md 5.1): classes with their columns, then a row an event. */
export const xperf: Parser = {
  id: 'xperf',
  title: 'xperf dumper text',
  sniff(head) {
    const [, first = '', second = ''] = /^\s*([^\r\n]*)\r*(?:\n([^\r\n]*))?/.exec(head) ?? []
    if (first.trimEnd() !== 'BeginHeader') return 0
    return /,\s*TimeStamp\s*(?:,|$)/.test(second) ? 1 : 0.5
  },
  start: (sink, _options, bytes) => new XperfRun(sink, bytes),
}

/** A row whose last string may go on with the next line. */
interface Open {
  readonly text: string
  readonly line: number
  readonly offset: number
  readonly name: string
  readonly atUs: number
  readonly quotes: QuoteState
  cells: string
}

interface RowStart {
  readonly name: string
  readonly us: number
  /** Where the cells behind the time begin. */
  readonly end: number
}

function rowStart(line: string): RowStart | null {
  const comma = line.indexOf(',')
  if (comma < 0 || comma > 2 * LONGEST_NAME) return null
  const name = line.slice(0, comma).trim()
  if (name === '' || name.length > LONGEST_NAME || name.includes('"')) return null
  TIME.lastIndex = comma + 1
  const time = TIME.exec(line)
  return time === null ? null : {name, us: Number(time[1]), end: TIME.lastIndex}
}

class XperfRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #lines
  #classes = new XperfClasses()
  #inHeader = false
  /** Microseconds of rows count from here; null: from an unknown moment. */
  #startUs: number | null = null
  #open: Open | null = null
  readonly #strangers = new Strangers()
  /** null: no row was read since the header or the facts changed. */
  #layout: ClassLayout | null = null
  readonly skim = {
    kind: 'rows',
    own: XPERF_OWN,
    layout: () => this.#layout,
    pass: (passed: Passed) => this.#pass(passed),
  } as const

  constructor(sink: RecordSink, bytes: ByteLength) {
    this.#sink = sink
    sink.notes.zone = 'relative'
    this.#lines = splitLines(
      bytes,
      (...line) => this.#take(...line),
      problem => sink.problem(problem),
    )
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  end(): void {
    this.#lines.end()
    this.#close()
    this.#strangers.tell(this.#sink, n =>
      n === 1
        ? 'One line from here on is no row of an event and was not read.'
        : `${n} lines from here on are no row of an event and were not read.`,
    )
  }

  #take(text: string, line: number, offset: number, whole: boolean): void {
    const word = text.trim()
    if (word === 'BeginHeader' || word === 'EndHeader') {
      this.#close()
      if (word === 'BeginHeader') this.#classes = new XperfClasses()
      this.#layout = null
      this.#inHeader = word === 'BeginHeader'
      return
    }
    if (this.#inHeader) {
      if (word !== '' && !this.#classes.add(text)) this.#strange(line, offset)
      return
    }
    const start = rowStart(text)
    if (start !== null && !this.#continues(start.name)) this.#row(start, text, line, offset, whole)
    else this.#other(text, line, offset)
  }

  /** Inside a string only the name of a class begins a row. */
  #continues(name: string): boolean {
    return this.#open?.quotes.open === true && this.#classes.columns(name) === null
  }

  #row({name, us, end}: RowStart, text: string, line: number, offset: number, whole: boolean): void {
    this.#close()
    const columns = this.#classes.columns(name)
    if (columns === null || columns.length > 0) {
      if (!whole && end === text.length) {
        this.#sink.problem({line, offset, message: 'The file ends inside this row: it was left out.'})
        return
      }
    } else if (name.startsWith('FirstReliable')) return
    const {notes} = this.#sink
    notes.zone = this.#startUs === null ? 'relative' : 'utc'
    notes.granularityUs = 1
    this.#layout ??= classLayoutOf(this.#classes)
    const quotes = new QuoteState()
    const cells = text.slice(end)
    quotes.line(cells, 0)
    this.#open = {text, line, offset, name, atUs: us + (this.#startUs ?? 0), quotes, cells}
  }

  #other(text: string, line: number, offset: number): void {
    const open = this.#open
    if (open?.quotes.open) {
      open.quotes.line(text, 0)
      if (open.cells.length + text.length < LONGEST_LINE) open.cells += `\n${text}`
      return
    }
    this.#close()
    const start = readXperfFacts(text, this.#sink.notes)
    if (start !== undefined) {
      this.#startUs = start
      this.#layout = null
    } else if (text.trim() !== '') this.#strange(line, offset)
  }

  #pass(passed: Passed): void {
    this.#close()
    this.#sink.passed(passed)
    this.#lines.jump(passed.line, passed.offset)
  }

  #strange(line: number, offset: number): void {
    this.#strangers.add(line, offset)
  }

  #close(): void {
    const open = this.#open
    if (open === null) return
    this.#open = null
    const {text, line, offset, name, atUs, cells} = open
    this.#sink.record(lineRecord(text, line, offset, {atUs, ...xperfFacts(name, cells, this.#classes.columns(name))}))
  }
}
