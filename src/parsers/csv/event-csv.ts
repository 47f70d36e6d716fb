import {type LineSplitter, splitLines} from '../lines.js'
import type {Blocks, ByteLength, FormatId, ParseOptions, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import {EventClock, orderIn} from './event-clock.js'
import {
  type EventColumns,
  type HeaderReader,
  isTypeLine,
  isViewerRow,
  readExportHeader,
  readViewerHeader,
  type ViewerDelimiter,
} from './event-columns.js'
import {eventOf} from './event-row.js'
import {EVENT_ROWS_OWN, EventRowLayouts} from './event-row-layouts.js'
import {EventRows} from './event-rows.js'
import type {Line} from './quoted-rows.js'

/** "Save As CSV" of Event Viewer (formats.md 4.4). */
export const eventViewerCsv = eventViewer('eventviewer-csv', 'Event Viewer CSV', ',')

/** "Save As Text (Tab delimited)" of Event Viewer: the same rows between tabs, the message a quoted cell as well. */
export const eventViewerTxt = eventViewer('eventviewer-txt', 'Event Viewer text', '\t')

function eventViewer(id: FormatId, title: string, delimiter: ViewerDelimiter): Parser {
  const readHeader: HeaderReader = line => readViewerHeader(line, delimiter)
  return {
    id,
    title,
    sniff(head) {
      const [first = '', second = ''] = firstLines(head)
      const columns = readHeader(first)
      if (columns === null) return 0
      return columns.english ? 1 : isViewerRow(second, delimiter) ? 0.9 : 0
    },
    start: (sink, options, bytes, head) => new EventCsvRun(id, sink, options, bytes, head, readHeader),
  }
}

/** Get-WinEvent or Get-EventLog piped to Export-Csv (formats.md 4.5). */
export const exportCsv: Parser = {
  id: 'export-csv',
  title: 'PowerShell Export-Csv of an event log',
  sniff(head) {
    const lines = firstLines(head)
    const typed = isTypeLine(lines[0] ?? '')
    if (readExportHeader(lines[typed ? 1 : 0] ?? '') === null) return 0
    return typed || /^"?Message"?[,;\t]"?Id"?[,;\t]/.test(lines[0] ?? '') ? 1 : 0.8
  },
  start: (sink, options, bytes, head) => new EventCsvRun('export-csv', sink, options, bytes, head, readExportHeader),
}

function firstLines(head: string): string[] {
  return head
    .replace(/^[\s\ufeff]+/, '')
    .split(/\r*\n/, 3)
    .map(line => line.trimEnd())
}

class EventCsvRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #format: FormatId
  readonly #lines: LineSplitter
  readonly #clock: EventClock
  readonly #rows: EventRows
  readonly #layouts = new EventRowLayouts()
  readonly skim = {
    kind: 'rows',
    own: EVENT_ROWS_OWN,
    layout: () => this.#layouts.under(this.#rows.settled),
    pass: (passed: Passed) => this.#pass(passed),
  } as const
  readonly blocks: Blocks = {
    begins: line => this.#rows.begins(line),
    jump: (line, offset) => {
      this.#lines.jump(line, offset)
      return this.#rows.settled === null ? null : JSON.stringify([this.#clock.carried(), this.#rows.carried()])
    },
    line: () => this.#lines.line,
  }

  constructor(
    format: FormatId,
    sink: RecordSink,
    options: ParseOptions,
    bytes: ByteLength,
    head: string,
    readHeader: HeaderReader,
  ) {
    this.#sink = sink
    this.#format = format
    // Until a date without a zone is met.
    sink.notes.zone = 'utc'
    const problem = sink.problem.bind(sink)
    this.#clock = new EventClock(options, sink.notes, problem, orderIn(datesIn(head, bytes, readHeader)))
    this.#rows = new EventRows(readHeader, (...row) => this.#row(...row), problem)
    this.#lines = splitLines(bytes, (...line) => this.#rows.line(...line), problem)
  }

  get inside(): boolean {
    return this.#rows.inside
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  end(): void {
    this.#lines.end()
    this.#rows.end()
  }

  #row(cells: readonly string[], first: Line, columns: EventColumns): void {
    const time = cells[columns.time] as string
    const stamp = this.#clock.read(time, first, columns.english)
    this.#layouts.read(this.#format, columns, time, stamp)
    this.#sink.record(eventOf(cells, first, columns, stamp))
  }

  #pass(passed: Passed): void {
    this.#sink.passed(passed)
    this.#lines.jump(passed.line, passed.offset)
  }
}

function datesIn(head: string, bytes: ByteLength, readHeader: HeaderReader): readonly string[] {
  const dates: string[] = []
  const rows = new EventRows(readHeader, (cells, _, {time}) => dates.push(cells[time] as string))
  splitLines(
    bytes,
    (...line) => rows.line(...line),
    () => {},
  ).text(head)
  return dates
}
