import type {InputNotes} from '../events/record.js'
import type {FormatId, RecordSink} from './parser.js'

const OTHER_ZONE =
  'From here on the output of another tool follows, whose times have another zone: export each trace to a file of its own, or give --tz.'

interface Placed {
  readonly line: number
  readonly offset: number
}

/** Counts what the parsers of one input find, by who wrote it, and gives it its place in the whole input. */
export class InputSink implements RecordSink {
  readonly notes: InputNotes
  /** Length of the byte order mark. */
  mark = 0
  records = 0
  undecoded = 0
  /** Records by the format of the tool that wrote them. */
  readonly written = new Map<FormatId, number>()
  readonly #sink: RecordSink
  /** Who wrote the record that comes next. */
  #writer: FormatId = 'unknown'
  /** Where the text of the parser at work begins, and the zones of those before it. */
  #base: Placed = {line: 0, offset: 0}
  readonly #zones: InputNotes['zone'][] = []

  constructor(sink: RecordSink) {
    this.#sink = sink
    this.notes = sink.notes
  }

  /** The first parser goes to work. */
  begin(id: FormatId): void {
    this.#writer = id
  }

  /** Another one does, at that place. */
  goOn(id: FormatId, line: number, offset: number): void {
    this.#zones.push(this.notes.zone)
    this.#base = {line: line - 1, offset}
    this.format(id)
  }

  /** Whether there was more than one. */
  get isJoined(): boolean {
    return this.#zones.length > 0
  }

  /** Times of several zones are taken as they are written, as those of several files would be. */
  end(): void {
    const zones = [...this.#zones, this.notes.zone]
    if (new Set(zones).size === 1) return
    this.notes.zone = zones.includes('local') ? 'local' : 'utc'
    this.problem({line: 1, offset: 0, message: OTHER_ZONE})
  }

  format(id: FormatId): void {
    this.#writer = id
    this.#sink.format(id)
  }

  record: RecordSink['record'] = record => {
    this.#count(1)
    if (record.undecoded !== null) this.undecoded++
    this.#sink.record(this.#placed(record))
  }

  event: RecordSink['event'] = event => {
    this.#count(1)
    this.#sink.event(this.#placed(event))
  }

  passed: RecordSink['passed'] = passed => {
    this.#count(passed.records)
    this.undecoded += passed.undecoded
    this.#sink.passed(passed)
  }

  capabilities: RecordSink['capabilities'] = facts => this.#sink.capabilities(facts)
  problem: RecordSink['problem'] = problem => this.#sink.problem(this.#placed(problem))

  #count(records: number): void {
    this.records += records
    this.written.set(this.#writer, (this.written.get(this.#writer) ?? 0) + records)
  }

  /** Line 0 is the input as a whole. */
  #placed<It extends Placed>(it: It): It {
    const offset = this.mark + this.#base.offset
    if (offset === 0) return it
    return {...it, line: it.line === 0 ? 0 : it.line + this.#base.line, offset: it.offset + offset}
  }
}
