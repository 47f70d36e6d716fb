import type {Problem} from '../../events/place.js'
import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {Strangers} from '../strangers.js'
import {readChatter} from '../wpp/chatter.js'
import {classify} from '../wpp/classify.js'
import {glueBehind} from '../wpp/console-width.js'
import {noFields} from '../wpp/fields.js'
import {emptyHead, readHead} from '../wpp/head.js'
import {createRowWriter, type RowWriter} from '../wpp/row-writer.js'
import {readUndecodedLine, undecodedMessage} from '../wpp/undecoded.js'
import {readIfrBanner} from './ifr-banner.js'
import {IfrEntries, type IfrEntry} from './ifr-entry.js'
import {sniffIfr} from './ifr-sniff.js'

const LEVEL = /^(INFO|WARN|WARNING|ERROR|VERBOSE|CRITICAL|FATAL|DEBUG|TRACE): /

/** What `!rcdrkd.rcdrlogdump`, `!rcdrkd.rcdrcrashdump` and `!wdfkd.wdflogdump` print of a driver's own log (formats.md 1.7). */
export const ifr: Parser = {
  id: 'ifr',
  title: 'driver log of the debugger (inflight trace recorder)',
  sniff: sniffIfr,
  start: (sink, options, bytes) => new IfrRun(sink, options, bytes),
}

/** Entries carry a sequence number, rarely a time, never a process: what is not printed stays null. */
class IfrRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #lines
  readonly #writer: RowWriter
  readonly #entries = new IfrEntries()
  readonly #head = emptyHead()
  #driver: string | null = null
  /** Between the marks of a log; null: no mark was seen yet, as in a log that was quoted without them. */
  #inside: boolean | null = null
  /** Entries that the debugger counted in the log that comes. */
  #announced: number | null = null
  #found = 0
  /** What joins the next line to the one before it. */
  #glue = '\n'
  /** The latest record is of a trace session's log dump. */
  #session = false
  #lastSequence: number | null = null
  #missing = 0
  #gap: Omit<Problem, 'message'> | null = null
  readonly #strangers = new Strangers()
  #start = {line: 0, offset: 0}

  constructor(sink: RecordSink, options: ParseOptions, bytes: ByteLength) {
    this.#sink = sink
    this.#writer = createRowWriter('ifr', sink, options)
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
    this.#writer.close()
    if (this.#inside === true) this.#finish('The file ends inside the log')
    if (this.#gap !== null) {
      const message = `From here on ${this.#missing} sequence numbers are missing: those entries were overwritten before the dump, or belong to logs that were not dumped.`
      this.#sink.problem({...this.#gap, message})
    }
    this.#strangers.tell(this.#sink, n =>
      n === 1
        ? "One line from here on is no entry of a driver's log and was not read."
        : `${n} lines from here on are no entry of a driver's log and were not read.`,
    )
  }

  #take(text: string, line: number, offset: number, whole: boolean): void {
    const joint = this.#glue
    this.#glue = glueBehind(text)
    const banner = readIfrBanner(text)
    if (banner !== null) {
      this.#writer.close()
      switch (banner.kind) {
        case 'start':
          this.#inside = true
          this.#session = false
          this.#found = 0
          this.#lastSequence = null
          this.#start = {line, offset}
          return
        case 'end':
          this.#finish(null)
          return
        case 'prefix': {
          const message = this.#entries.prefix(banner.notation)
          if (message !== null) this.#sink.problem({line, offset, message})
          return
        }
        case 'command':
          if (this.#inside === true) this.#finish('Another command follows before the end of the log')
          this.#driver = banner.driver
          return
        case 'log':
          this.#entries.log(banner.log)
          this.#driver ??= banner.driver
          return
        case 'count':
          this.#announced = banner.entries
          return
        default:
          return
      }
    }
    const entry = this.#inside === false ? null : this.#entries.read(text)
    if (entry !== null) this.#open(entry, text, line, offset)
    else this.#other(text, line, offset, whole, joint)
  }

  #open(entry: IfrEntry, text: string, line: number, offset: number): void {
    this.#found++
    this.#session = false
    this.#count(entry.sequence, line, offset)
    const message = text.slice(entry.message).trimEnd()
    const {cpu, pid, tid, stamp, component} = entry.prefix
    const fields = entry.prefix.fields ?? noFields()
    if (entry.log !== null) fields.log = entry.log
    const level = LEVEL.exec(message)
    if (level !== null) fields.level ??= level[1] as string
    const facts = {cpu, pid, tid, stamp, component: component ?? this.#driver, fields, undecoded: null, message}
    this.#writer.open(text, line, offset, facts)
  }

  /** Lines that are no entry: records without a format, more of a message, or nothing of this log. */
  #other(text: string, line: number, offset: number, whole: boolean, joint: string): void {
    if (this.#inside !== true && this.#listed(text, line, offset)) return
    if (this.#writer.empty && this.#inside !== true) {
      if (text.trim() !== '') this.#strangers.add(line, offset)
      return
    }
    const unknown = readUndecodedLine(text)
    if (unknown !== null) {
      this.#found++
      const nothing = {cpu: null, pid: null, tid: null, stamp: null}
      const component = this.#session ? null : this.#driver
      const facts = {...nothing, ...unknown, component, message: text.trimEnd()}
      this.#writer.open(text, line, offset, facts, this.#session ? 'wmitrace' : 'ifr')
    } else if (this.#inside !== false && (/^\d{1,10}:\s*$/.test(text) || (!whole && this.#entries.isCut(text)))) {
      this.#writer.close()
      this.#sink.problem({line, offset, message: 'The entry ends behind its sequence number; it was not read.'})
    } else if (/^\.{3}\s*$/.test(text)) {
      this.#writer.close()
      this.#sink.problem({line, offset, message: 'Somebody left out entries here ("...").'})
    } else if (!this.#writer.empty) this.#writer.join(text, line, offset, joint)
    else if (text.trim() !== '') this.#strangers.add(line, offset)
  }

  /** The log dump of a trace session, in the same output of the debugger. */
  #listed(text: string, line: number, offset: number): boolean {
    if (!readHead(text, this.#head)) {
      if (readChatter(text) === null) return false
      this.#writer.close()
      return true
    }
    const {cpu, pid, tid, stamp, component, blank} = this.#head
    const message = text.slice(this.#head.message).trimEnd()
    const facts = {
      cpu,
      pid,
      tid,
      stamp,
      component,
      fields: null,
      undecoded: undecodedMessage(component, message),
      message,
    }
    this.#session = true
    this.#writer.open(text, line, offset, facts, classify(stamp, blank, message === '', true))
    return true
  }

  /** Sequence numbers grow by one in a log that is whole. */
  #count(sequence: number | null, line: number, offset: number): void {
    if (sequence === null) return
    const missing = this.#lastSequence === null ? 0 : sequence - this.#lastSequence - 1
    if (missing > 0) {
      this.#missing += missing
      this.#gap ??= {line, offset}
    }
    this.#lastSequence = sequence
  }

  /** The end of a log; `why` says what came instead of its mark. */
  #finish(why: string | null): void {
    const announced = this.#announced
    const short = announced !== null && this.#found < announced
    if (why !== null || short) {
      const count = announced === null ? '' : `: ${this.#found} of ${announced} entries are here`
      this.#sink.problem({...this.#start, message: `${why ?? 'Entries of the log are missing'}${count}.`})
    }
    if (why !== null) this.#sink.notes.cut = true
    this.#inside = false
    this.#announced = null
  }
}
