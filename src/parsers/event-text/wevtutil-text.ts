import {EventClock, orderIn} from '../csv/event-clock.js'
import {type LineSplitter, LONGEST_LINE, splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import type {Stamp} from '../stamps.js'
import {BlockLayouts, WEVTUTIL_OWN} from './block-layouts.js'
import {labelled, recordOf, type WevtutilEvent} from './wevtutil-record.js'

/** Newer builds leave the colon out. */
const START = /^Event ?\[\d{1,10}\]:?\s*$/
const LABEL = /^\s{1,8}([A-Za-z][A-Za-z ]{0,30}):(.*)$/s
const DESCRIPTION = 'description'

/** `wevtutil qe LOG /f:text` (formats.md 4.7). */
export const wevtutilText: Parser = {
  id: 'wevtutil-text',
  title: 'wevtutil text',
  sniff: head => (/^[\s\ufeff]*Event ?\[\d{1,10}\]:?[ \t]*\r*\n[ \t]+Log Name:/.test(head) ? 1 : 0),
  start: (sink, options, bytes, head) => new WevtutilText(sink, options, bytes, head),
}

/** A block that grows line by line. */
interface Growing extends WevtutilEvent {
  readonly labels: Map<string, string>
  readonly description: string[]
  size: number
  /** Of an event with a description, which ends its labels. */
  stamp?: Stamp | null
}

class WevtutilText implements ParserRun {
  readonly #sink: RecordSink
  readonly #lines: LineSplitter
  readonly #clock: EventClock
  #event: Growing | null = null
  #strayed = false
  readonly #layouts = new BlockLayouts()
  readonly skim = {
    kind: 'lines',
    own: WEVTUTIL_OWN,
    layout: () => this.#layouts.latest,
    pass: (passed: Passed) => {
      this.#finish(false)
      this.#sink.passed(passed)
      this.#lines.jump(passed.line, passed.offset)
    },
  } as const

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength, head: string) {
    this.#sink = sink
    // Until a date without a zone is met.
    sink.notes.zone = 'utc'
    const problem = sink.problem.bind(sink)
    const dates = [...head.matchAll(/^\s+Date:(.{6,60})$/gm)].map(([, date]) => date as string)
    this.#clock = new EventClock(options, sink.notes, problem, orderIn(dates))
    this.#lines = splitLines(bytes, (text, line, offset) => this.#line(text, line, offset), problem)
  }

  text(chunk: string): void {
    this.#lines.text(chunk)
  }

  end(): void {
    this.#lines.end()
    this.#finish(true)
  }

  #line(text: string, line: number, offset: number): void {
    const event = this.#event
    if (START.test(text)) {
      this.#finish(false)
      this.#event = {line, offset, text, labels: new Map(), description: [], size: 0}
    } else if (event === null) {
      if (text.trim() !== '' && !this.#strayed) {
        this.#strayed = true
        this.#say({line, offset}, 'This line stands before the first event: it was left out.')
      }
    } else if (event.labels.has(DESCRIPTION)) this.#describe(event, text, line, offset)
    else this.#label(event, text)
  }

  #label(event: Growing, text: string): void {
    const match = LABEL.exec(text)
    if (match === null) return
    const name = (match[1] as string).toLowerCase()
    if (!event.labels.has(name)) event.labels.set(name, match[2] as string)
    if (name !== DESCRIPTION) return
    event.description.push((match[2] as string).trim())
    // What other blocks look like is asked for before this one ends.
    if (!isNameless(event)) event.stamp = this.#stampOf(event)
  }

  #stampOf(event: Growing): Stamp | null {
    const date = labelled(event, 'date')
    const stamp = this.#clock.read(date, event, true)
    this.#layouts.read(date, stamp)
    return stamp
  }

  #describe(event: Growing, text: string, line: number, offset: number): void {
    if (event.size > LONGEST_LINE) return
    event.size += text.length + 1
    if (event.size <= LONGEST_LINE) event.description.push(text)
    else
      this.#say(
        {line, offset},
        `The description is longer than ${LONGEST_LINE} characters: the rest of it was not read.`,
      )
  }

  /** The next event or the end of the file has come. */
  #finish(end: boolean): void {
    const event = this.#event
    this.#event = null
    if (event === null) return
    if (end && !event.labels.has(DESCRIPTION)) this.#say(event, 'The file ends inside this event: it was left out.')
    else if (isNameless(event)) this.#say(event, 'This event has neither source nor id: it was left out.')
    else this.#sink.record(recordOf(event, event.stamp === undefined ? this.#stampOf(event) : event.stamp))
  }

  #say({line, offset}: {readonly line: number; readonly offset: number}, message: string): void {
    this.#sink.problem({line, offset, message})
  }
}

function isNameless(event: WevtutilEvent): boolean {
  return labelled(event, 'source') === '' && labelled(event, 'event id') === ''
}
