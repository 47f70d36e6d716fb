import {type LineSplitter, splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {EventClock, orderIn} from './event-clock.js'
import {type HeaderReader, isTypeLine, isViewerRow, readExportHeader, readViewerHeader} from './event-columns.js'
import {eventOf} from './event-row.js'
import {EventRows} from './event-rows.js'

/** As much of a file as the order of its dates is told from. */
const HEAD = 65_536

/** "Save As CSV" of Event Viewer (formats.md 4.4). */
export const eventViewerCsv: Parser = {
  id: 'eventviewer-csv',
  title: 'Event Viewer CSV',
  sniff(head) {
    const [first = '', second = ''] = firstLines(head)
    const columns = readViewerHeader(first)
    if (columns === null) return 0
    return columns.english ? 1 : isViewerRow(second) ? 0.9 : 0
  },
  start: (sink, options, bytes) => new EventCsvRun(sink, options, bytes, readViewerHeader),
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
  start: (sink, options, bytes) => new EventCsvRun(sink, options, bytes, readExportHeader),
}

function firstLines(head: string): string[] {
  return head
    .replace(/^[\s\ufeff]+/, '')
    .split(/\r*\n/, 3)
    .map(line => line.trimEnd())
}

class EventCsvRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #options: ParseOptions
  readonly #bytes: ByteLength
  readonly #readHeader: HeaderReader
  /** The head, until there is enough of it. */
  #head: string | null = ''
  #lines: LineSplitter | null = null
  #rows: EventRows | null = null

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength, readHeader: HeaderReader) {
    this.#sink = sink
    this.#options = options
    this.#bytes = bytes
    this.#readHeader = readHeader
    // Until a date without a zone is met.
    sink.notes.zone = 'utc'
  }

  text(chunk: string): void {
    if (this.#head === null) this.#lines?.text(chunk)
    else {
      this.#head += chunk
      if (this.#head.length >= HEAD) this.#begin(this.#head)
    }
  }

  end(): void {
    if (this.#head !== null) this.#begin(this.#head)
    this.#lines?.end()
    this.#rows?.end()
  }

  #begin(head: string): void {
    this.#head = null
    const dates: string[] = []
    const collect = new EventRows(this.#readHeader, (cells, _, {time}) => dates.push(cells[time] as string))
    splitLines(
      this.#bytes,
      (...line) => collect.line(...line),
      () => {},
    ).text(head.slice(0, HEAD))
    const problem = this.#sink.problem.bind(this.#sink)
    const clock = new EventClock(this.#options, this.#sink.notes, problem, orderIn(dates))
    const rows = new EventRows(
      this.#readHeader,
      (cells, first, columns) => {
        const stamp = clock.read(cells[columns.time] as string, first, columns.english)
        this.#sink.record(eventOf(cells, first, columns, stamp))
      },
      problem,
    )
    this.#rows = rows
    this.#lines = splitLines(this.#bytes, (...line) => rows.line(...line), problem)
    this.#lines.text(head)
  }
}
