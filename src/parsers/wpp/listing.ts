import type {TraceRecord, Undecoded} from '../../events/record.js'
import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, ParserRun, RecordSink} from '../parser.js'
import {readStamp, type Stamp} from '../stamps.js'
import {readChatter} from './chatter.js'
import {classify, type WppFormat} from './classify.js'
import {createClock} from './clock.js'
import {type Component, componentTable} from './component.js'
import {type Fields, noFields, readMofMessage} from './fields.js'
import {emptyHead, isCutHead, readHead} from './head.js'
import {builtInPrefixes, compilePrefix, type Prefix} from './prefix.js'
import {readTraceLogging} from './tracelogging.js'

/** What a record shows of its first line. */
const LONGEST_TEXT = 4096
/** A message takes continuation lines up to this length. */
const LONGEST_MESSAGE = 1 << 20

const UNKNOWN = /^Unknown\(\s*(\d+)\): GUID=([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}) \(No Format Information found\)/
const EXCEPTION = /^\*+FormatMessage .* raised an exception\*+/

/** A record whose continuation lines may still come. */
interface Open {
  readonly format: WppFormat
  readonly line: number
  readonly offset: number
  readonly text: string
  readonly atUs: number | null
  readonly ns: number
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly component: Component
  readonly undecoded: Undecoded | null
  readonly fields: Fields | null
  message: string
  /** Blank lines met since; they belong to the message only if more of it follows. */
  blanks: number
  full: boolean
}

const NAMELESS: Component = {name: null, undecoded: null, kernel: false}

/**
 * Reads a listing of WPP or ETW records as tracefmt, netsh, pktmon and the debugger print them, concatenated
 * ones too: each record tells its own format. Lines without a prefix continue the record before them.
 * `Unknown( 10): GUID=…` lines are records without time, counted as undecoded.
 */
export function startListing(sink: RecordSink, options: ParseOptions, bytes: ByteLength): ParserRun {
  const clock = createClock(options, sink.notes)
  const component = componentTable()
  const own: Prefix | null = options.prefix === null ? null : compilePrefix(options.prefix)
  const builtIn = builtInPrefixes()
  const head = emptyHead()
  let open: Open | null = null
  /** Inside the output of a debugger's log dump. */
  let dumped = false
  /** Lines from here to the next record are the debugger's or tracefmt's own report. */
  let aside = false
  /** Lines before the first record. */
  let orphans = 0
  let orphanLine = 0
  let orphanOffset = 0
  let records = 0
  let numbered = false
  let bufferLoss = 0

  function close(): void {
    if (open === null) return
    const {format, message, component: from} = open
    const json = message.charCodeAt(0) === 123 ? readTraceLogging(message) : null
    const record: TraceRecord = {
      line: open.line,
      offset: open.offset,
      text: open.text,
      atUs: open.atUs,
      ns: open.ns,
      cpu: open.cpu,
      pid: open.pid,
      tid: open.tid,
      provider: from.name,
      providerGuid: null,
      eventId: json === null ? null : json.eventId,
      activityId: json === null ? null : json.activityId,
      message,
      fields: json === null ? open.fields : json.fields,
      undecoded: open.undecoded,
    }
    open = null
    sink.format(format)
    sink.record(record)
  }

  function start(
    line: string,
    number: number,
    offset: number,
    prefix: {cpu: number | null; pid: number | null; tid: number | null; stamp: Stamp | null; message: number; blank: boolean},
    from: Component,
    fields: Fields | null,
    undecoded: Undecoded | null,
  ): void {
    close()
    records++
    aside = false
    const message = trimmed(line, prefix.message)
    let all = fields
    if (from.kernel) {
      const members = readMofMessage(message)
      if (members?.Event === 'Header') {
        const sentence = clock.header(members, prefix.stamp)
        if (sentence !== null) sink.problem({offset, line: number, message: sentence})
      }
      all = members ?? fields
    }
    open = {
      format: classify(prefix.stamp, prefix.blank, message.length === 0, dumped),
      line: number,
      offset,
      text: line.length > LONGEST_TEXT ? line.slice(0, LONGEST_TEXT) : line,
      atUs: prefix.stamp === null ? null : clock.read(prefix.stamp),
      ns: prefix.stamp === null ? 0 : prefix.stamp.ns,
      cpu: prefix.cpu,
      pid: prefix.pid,
      tid: prefix.tid,
      component: from,
      undecoded: undecoded ?? from.undecoded ?? unread(from, message),
      fields: all,
      message,
      blanks: 0,
      full: false,
    }
  }

  /** A line by a prefix other than the default one. */
  function startBy(prefix: Prefix, line: string, number: number, offset: number): boolean {
    const match = prefix.match(line)
    if (match === null) return false
    start(line, number, offset, {...match, blank: false}, match.component === null ? NAMELESS : component(match.component), match.fields, null)
    return true
  }

  function undated(line: string, number: number, offset: number, undecoded: Undecoded, fields: Fields | null): void {
    start(line, number, offset, {cpu: null, pid: null, tid: null, stamp: null, message: 0, blank: false}, NAMELESS, fields, undecoded)
  }

  function continuation(line: string, number: number, offset: number): void {
    if (open !== null) {
      const piece = trimmed(line, 0)
      if (piece.length === 0) {
        open.blanks++
        return
      }
      if (open.message.length + open.blanks + piece.length + 1 <= LONGEST_MESSAGE) {
        open.message += `${'\n'.repeat(open.blanks + 1)}${piece}`
        open.blanks = 0
      } else if (!open.full) {
        open.full = true
        sink.problem({offset, line: number, message: `The record has more than ${LONGEST_MESSAGE} characters; the rest of it was not read.`})
      }
    } else if (!aside && records === 0 && line.length > 0 && trimmed(line, 0).length > 0) {
      if (orphans++ > 0) return
      orphanLine = number
      orphanOffset = offset
    }
  }

  function chatter(line: string): boolean {
    const said = readChatter(line)
    if (said === null) return false
    switch (said.kind) {
      case 'log-start':
        close()
        return true
      case 'dump-start':
        dumped = true
        break
      case 'dump-end':
        dumped = false
        break
      case 'buffer':
        bufferLoss = Math.max(bufferLoss, said.totalLost)
        break
      case 'total':
        sink.notes.lostEvents += said.eventsLost
        bufferLoss = 0
        break
      case 'span': {
        // The console prints these two lines indented, so that a message could hold one.
        if (open !== null) return false
        const stamp = readStamp(said.stamp)
        if (stamp !== null) clock.span(stamp, said.end)
        break
      }
    }
    close()
    aside = true
    return true
  }

  function take(line: string, number: number, offset: number, whole: boolean): void {
    if (own !== null && startBy(own, line, number, offset)) return
    if (readHead(line, head)) {
      if (head.numbered) numbered = true
      start(line, number, offset, head, component(head.component), null, null)
      return
    }
    const first = line.charCodeAt(0)
    if (first === 9) {
      // Packet lines of pktmon: nothing else begins with a tab but the console's log header.
      if (open === null && chatter(line)) return
    } else if (first === 85 && line.startsWith('Unknown(')) {
      const unknown = UNKNOWN.exec(line)
      if (unknown !== null) {
        const fields = noFields()
        fields.messageNumber = unknown[1] as string
        fields.messageGuid = (unknown[2] as string).toLowerCase()
        undated(line, number, offset, 'no-format', fields)
        return
      }
    } else if (first === 42 && EXCEPTION.test(line)) {
      undated(line, number, offset, 'processing-error', null)
      return
    } else if (first > 32 && builtIn.some(prefix => startBy(prefix, line, number, offset))) return
    if (chatter(line)) return
    if (!whole && looksCut(line)) {
      sink.problem({offset, line: number, message: 'The file ends inside a record; what is left of it was not read.'})
      return
    }
    continuation(line, number, offset)
  }

  function looksCut(line: string): boolean {
    return isCutHead(line) || 'Unknown( '.startsWith(line) || line.startsWith('Unknown(') || (numbered && /^\s*\d+\s*$/.test(line))
  }

  const lines = splitLines(bytes, take, problem => sink.problem(problem))
  return {
    text: chunk => lines.text(chunk),
    end() {
      lines.end()
      close()
      sink.notes.lostEvents += bufferLoss
      if (orphans === 0 || aside) return
      const what = orphans === 1 ? 'One line before the first record belongs' : `${orphans} lines before the first record belong`
      sink.problem({offset: orphanOffset, line: orphanLine, message: `${what} to none and were not read.`})
    },
  }
}

/** From a position to the end, without the blanks that inserts and templates leave there. */
function trimmed(line: string, from: number): string {
  let end = line.length
  while (end > from && isSpace(line.charCodeAt(end - 1))) end--
  return line.slice(from, end)
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}

/** Records without a schema or with an unreadable parameter, told by their message. */
function unread(from: Component, message: string): Undecoded | null {
  const first = message.charCodeAt(0)
  if (first === 42) {
    if (EXCEPTION.test(message)) return 'processing-error'
    return from.name === null && message.startsWith('***') ? 'no-schema' : null
  }
  return first === 85 && from.name === null && UNKNOWN.test(message) ? 'no-format' : null
}
