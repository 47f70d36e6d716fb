import type {Problem} from '../../events/place.js'
import {readFiletime} from '../filetime.js'
import {splitLines} from '../lines.js'
import type {Blocks, ByteLength, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import type {RowLayout} from '../scan/layouts.js'
import type {Stamp} from '../stamps.js'
import {
  beginsRow,
  hasCurrentColumns,
  readFixedColumns,
  readTracerptHeader,
  type TracerptLayout,
} from './tracerpt-layout.js'
import {recordOf} from './tracerpt-record.js'
import {rowLayoutOf, TRACERPT_OWN} from './tracerpt-row-layout.js'
import {type TracerptRow, TracerptRows} from './tracerpt-rows.js'

/** What tracerpt of current Windows writes: rows are read by it where a file lost its header. */
const CURRENT_HEADER = [
  ['Event Name', 'Type', 'Event ID', 'Version', 'Channel', 'Level', 'Opcode', 'Task', 'Keyword', 'PID', 'TID'],
  ['Processor Number', 'Instance ID', 'Parent Instance ID', 'Activity ID', 'Related Activity ID', 'Clock-Time'],
  ['Kernel(ms)', 'User(ms)', 'User Data'],
]
  .flat()
  .join(',')

/** tracerpt -of CSV (formats.md 2.1), of any Windows, also re-saved by a spreadsheet. */
export const tracerptCsv: Parser = {
  id: 'tracerpt-csv',
  title: 'tracerpt CSV',
  sniff(head) {
    const first = firstLine(head)
    if (hasCurrentColumns(first)) return 1
    if (readTracerptHeader(first) !== null) return 0.9
    const layout = readTracerptHeader(CURRENT_HEADER) as TracerptLayout
    return readFixedColumns(first, layout) === null ? 0 : 0.6
  },
  start: (sink, _options, bytes) => new TracerptCsvRun(sink, bytes),
}

function firstLine(head: string): string {
  const start = head.search(/[^\s\ufeff]/)
  const end = head.indexOf('\n', start)
  return head.slice(Math.max(start, 0), end < 0 ? undefined : end)
}

class TracerptCsvRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #lines
  #layout = readTracerptHeader(CURRENT_HEADER) as TracerptLayout
  #rows: TracerptRows
  #raggedEnd = false
  /** First row whose time a spreadsheet rounded. */
  #rounded: Omit<Problem, 'message'> | null = null
  #rawTicksSaid = false
  #rowLayout: RowLayout | null = rowLayoutOf(this.#layout)
  readonly skim = {
    kind: 'rows',
    own: TRACERPT_OWN,
    // Times of another kind are still to be told.
    layout: () => (this.#rows.settled && this.#sink.notes.granularityUs === 1 ? this.#rowLayout : null),
    pass: (passed: Passed) => this.#pass(passed),
  } as const
  readonly blocks: Blocks = {
    begins: line => beginsRow(line, this.#layout),
    jump: (line, offset) => {
      const {settled} = this.#rows
      this.#rows.flush()
      this.#lines.jump(line, offset)
      // Rounded times are told of at the end.
      return settled && this.#rounded === null ? JSON.stringify([this.#layout, this.#rawTicksSaid]) : null
    },
    line: () => this.#lines.line,
  }

  constructor(sink: RecordSink, bytes: ByteLength) {
    this.#sink = sink
    sink.notes.zone = 'utc'
    this.#rows = this.#rowsOf(this.#layout)
    this.#lines = splitLines(
      bytes,
      (...line) => this.#line(...line),
      problem => sink.problem(problem),
    )
  }

  get inside(): boolean {
    return this.#rows.inside
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  end(): void {
    this.#lines.end()
    this.#rows.flush(!this.#raggedEnd)
    if (this.#rounded === null) return
    const unit = this.#sink.notes.granularityUs
    this.#sink.problem({
      ...this.#rounded,
      message: `A spreadsheet re-saved this file and rounded its times: they are exact to ${unit} µs at best. Use the CSV that tracerpt wrote.`,
    })
  }

  #line(text: string, line: number, offset: number, whole: boolean): void {
    this.#raggedEnd = !whole
    const layout = readTracerptHeader(text)
    if (layout === null) {
      this.#rows.line(text, line, offset)
      return
    }
    this.#rows.flush()
    this.#layout = layout
    this.#rowLayout = rowLayoutOf(layout)
    this.#rows = this.#rowsOf(layout)
  }

  #pass(passed: Passed): void {
    this.#rows.flush()
    this.#sink.passed(passed)
    this.#lines.jump(passed.line, passed.offset)
  }

  #rowsOf(layout: TracerptLayout): TracerptRows {
    return new TracerptRows(
      layout,
      row => this.#row(row),
      problem => this.#sink.problem(problem),
    )
  }

  #row(row: TracerptRow): void {
    this.#sink.record(recordOf(row, this.#layout, this.#stamp(row), this.#sink.notes))
  }

  #stamp(row: TracerptRow): Stamp | null {
    const text = row.cells[this.#layout.at.clock] as string
    const stamp = readFiletime(text)
    const {notes} = this.#sink
    if (stamp !== null) {
      const rounded = stamp.unitUs > 1
      if (rounded) this.#rounded ??= {line: row.line, offset: row.offset}
      notes.granularityUs = Math.min(stamp.unitUs, notes.granularityUs ?? stamp.unitUs)
    } else if (!this.#rawTicksSaid) {
      this.#rawTicksSaid = true
      this.#sink.problem({
        line: row.line,
        offset: row.offset,
        message: 'Clock-Time is no time of day (tracerpt -rts writes raw ticks): convert the trace again without -rts.',
      })
    }
    return stamp
  }
}
