import type {Undecoded} from '../../events/record.js'
import {lossTypeOf} from '../etw/lost-events.js'
import {splitLines} from '../lines.js'
import type {Blocks, ByteLength, ParseOptions, ParserRun, Passed, RecordSink} from '../parser.js'
import type {LineLayout} from '../scan/layouts.js'
import {readStamp, type Stamp, withoutMarks} from '../stamps.js'
import {isTracerptHeader, readChatter} from './chatter.js'
import {classify} from './classify.js'
import {createClock} from './clock.js'
import {type Component, componentTable, NAMELESS} from './component.js'
import {glueBehind} from './console-width.js'
import {type Fields, readMofMessage} from './fields.js'
import {emptyHead, isCutHead, readHead} from './head.js'
import {layoutReader} from './layout.js'
import {createPending} from './pending.js'
import {builtInPrefixes, compilePrefix, type Prefix} from './prefix.js'
import {JSON_LITERALS} from './tracelogging.js'
import {isCutUnknown, readUndecodedLine, UNDECODED_LITERALS, undecodedMessage} from './undecoded.js'

/** What a record shows of its first line. */
const LONGEST_TEXT = 4096

/**
 * Records that tell something of the listing itself: its zone, that a record could not be decoded, that another table
 * follows. JSON is read where it has a member called meta, and may be written with escapes then.
 */
const OWN = {
  literals: ['event: header', ...UNDECODED_LITERALS, ...JSON_LITERALS, 'event name,'],
  telling: false,
  withIds: false,
  separators: null,
  names: [],
}

/** What the start of a line tells, whichever prefix it is written in. */
interface Start {
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly stamp: Stamp | null
  /** Index of the message's first character. */
  readonly message: number
  readonly blank: boolean
}

const NO_PREFIX: Start = {cpu: null, pid: null, tid: null, stamp: null, message: 0, blank: false}

/**
 * Reads a listing of WPP or ETW records as tracefmt, netsh, pktmon and the debugger print them, concatenated
 * ones too: each record tells its own format. Lines without a prefix continue the record before them.
 * Lines for which the tool had no format are records without time.
 * Throws a PrefixError where the prefix in the options cannot be compiled.
 */
export function startListing(sink: RecordSink, options: ParseOptions, bytes: ByteLength): ParserRun {
  const clock = createClock(options, sink.notes)
  const component = componentTable()
  const own: Prefix | null = options.prefix === null ? null : compilePrefix(options.prefix)
  const builtIn = builtInPrefixes()
  const head = emptyHead()
  const pending = createPending(sink)
  const layout = layoutReader()
  let latest: LineLayout | null = null
  /** Inside the output of a debugger's log dump. */
  let dumped = false
  /** Lines from here to the next record are the debugger's or tracefmt's own report. */
  let aside = false
  /** Line numbers pasted in front were seen. */
  let numbered = false
  /** What joins the next line to the one before it, unless that begins a record. */
  let glue = '\n'
  /** Losses that tracefmt's console reported per buffer, until it gives the sum. */
  let bufferLoss = 0
  let records = 0
  /** Lines before the first record, and where they begin. */
  let orphans = 0
  let orphan = {line: 0, offset: 0}

  function open(
    text: string,
    line: number,
    offset: number,
    start: Start,
    from: Component,
    extra: Fields | null,
    undecoded: Undecoded | null,
    shown = text,
  ): void {
    pending.close()
    if (records++ === 0) tellOrphans()
    aside = false
    const message = trimmed(text, start.message)
    const kernel = from.kernel ? readMofMessage(message) : null
    if (kernel?.Event === 'Header') {
      const sentence = clock.header(kernel, start.stamp)
      if (sentence !== null) sink.problem({offset, line, message: sentence})
    }
    const stamp = start.stamp
    pending.open({
      format: classify(stamp, start.blank, message.length === 0, dumped),
      line,
      offset,
      text: shown.length > LONGEST_TEXT ? shown.slice(0, LONGEST_TEXT) : shown,
      atUs: stamp === null ? null : clock.read(stamp),
      ns: stamp === null ? 0 : stamp.ns,
      cpu: start.cpu,
      pid: start.pid,
      tid: start.tid,
      component: from,
      loss: kernel === null ? from.loss : lossOf(kernel.Event),
      undecoded: undecoded ?? from.undecoded ?? undecodedMessage(from.name, message),
      fields: kernel ?? extra,
      message,
    })
  }

  function tellOrphans(): void {
    if (orphans === 0) return
    const what = orphans === 1 ? 'One line belongs' : `${orphans} lines belong`
    sink.problem({...orphan, message: `${what} to no record: the listing begins in the middle of one.`})
  }

  /** A line by a prefix other than the default one. */
  function openBy(prefix: Prefix, text: string, line: number, offset: number, shown = text): boolean {
    const match = prefix.match(text)
    if (match === null) return false
    const from = match.component === null ? NAMELESS : component(match.component)
    open(text, line, offset, {...match, blank: false}, from, match.fields, null, shown)
    return true
  }

  /** A line by the user's prefix or the default one; `shown`: as the file has it. */
  function openRecord(text: string, line: number, offset: number, shown: string): boolean {
    if (own !== null && openBy(own, text, line, offset, shown)) return true
    if (!readHead(text, head)) return false
    if (head.numbered) numbered = true
    latest = layout(text, head, dumped)
    open(text, line, offset, head, component(head.component), null, null, shown)
    return true
  }

  function chatter(text: string, line: number, offset: number): boolean {
    const said = readChatter(text)
    if (said === null) return false
    pending.close()
    if (said.kind === 'log-start') return true
    aside = true
    // Records to come may be another tool's.
    if (said.kind === 'dump-start' || said.kind === 'dump-end') latest = null
    if (said.kind === 'dump-start') dumped = true
    else if (said.kind === 'dump-end') dumped = false
    else if (said.kind === 'foreign') {
      sink.problem({offset, line, message: `${said.what} begins here and was not read: give it as a file of its own.`})
    } else if (said.kind === 'buffer') bufferLoss = Math.max(bufferLoss, said.totalLost)
    else if (said.kind === 'total') {
      sink.notes.lostEvents += said.eventsLost
      bufferLoss = 0
    } else if (said.kind === 'span') {
      const stamp = readStamp(said.stamp)
      if (stamp !== null) clock.span(stamp, said.end)
    }
    return true
  }

  function take(text: string, line: number, offset: number, whole: boolean): void {
    const joint = glue
    glue = dumped ? glueBehind(text) : '\n'
    if (openRecord(text, line, offset, text)) return
    // Windows puts marks around the parts of a date.
    const plain = withoutMarks(text)
    if (plain !== text && openRecord(plain, line, offset, text)) return
    if (!whole && (isCutHead(text) || isCutUnknown(text) || (numbered && /^\s*\d+\s*$/.test(text)))) {
      if (readUndecodedLine(text) === null) {
        sink.problem({offset, line, message: 'The file ends inside a record; what is left of it was not read.'})
        return
      }
    }
    // Indented lines of an open record, such as the packets of pktmon, are never anything else.
    if (text.charCodeAt(0) > 32 || pending.empty || isTracerptHeader(text)) {
      const undecoded = readUndecodedLine(text)
      if (undecoded !== null) {
        open(text, line, offset, NO_PREFIX, NAMELESS, undecoded.fields, undecoded.undecoded)
        return
      }
      if (builtIn.some(prefix => openBy(prefix, text, line, offset)) || chatter(text, line, offset)) return
    }
    const piece = trimmed(text, 0)
    if (!pending.empty) pending.join(piece, line, offset, joint)
    else if (!aside && records === 0 && piece.length > 0 && orphans++ === 0) orphan = {line, offset}
  }

  const lines = splitLines(bytes, take, problem => sink.problem(problem))

  function pass(passed: Passed): void {
    pending.close()
    aside = false
    records += passed.records
    sink.format(passed.format)
    sink.passed(passed)
    lines.jump(passed.line, passed.offset)
  }

  const blocks: Blocks = {
    // Nothing that stands before such a line makes it anything else.
    begins: text => readHead(text, emptyHead()),
    jump(line, offset) {
      pending.close()
      aside = false
      lines.jump(line, offset)
      return JSON.stringify([...clock.carried(), dumped, numbered, bufferLoss, records > 0])
    },
    line: () => lines.line,
  }

  return {
    text: chunk => lines.text(chunk),
    // The user's own prefix may be any.
    ...(own === null ? {skim: {kind: 'lines', own: OWN, layout: () => latest, pass}, blocks} : {}),
    end() {
      lines.end()
      pending.close()
      sink.notes.lostEvents += bufferLoss
      if (records === 0 && !aside) tellOrphans()
    },
  }
}

/** Kernel records of lost events are named RT_LostEvent, RT_LostBuffer or RT_LostFile. */
function lossOf(event: string | undefined): number | null {
  return event !== undefined && /^RT_?Lost/i.test(event) ? lossTypeOf('LostEvent', null, event.replace('_', '')) : null
}

/** From a position to the end, without the blanks that inserts and templates leave there. */
function trimmed(text: string, from: number): string {
  let end = text.length
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(from, end)
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}
