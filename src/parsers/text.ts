import type {InputNotes, TraceRecord} from '../events/record.js'
import {cultureStamp, type DateOrder, isAmbiguous, provenOrder, readCultureDate} from './culture-dates.js'
import {splitLines} from './lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from './parser.js'
import {digitsAt, readStamp, type Stamp, withoutMarks} from './stamps.js'

/** A stamp may begin up to this column: after brackets, levels, line numbers. */
const LAST_COLUMN = 64
const LONGEST_TEXT = 4096

/**
 * Any text: every line that is not blank is a record, dated where a stamp is found near its start. What the
 * lines mean is for the recognisers to find out. Days and months that could be either way round stay undated
 * until a line of the file or the user tells the order.
 */
export const textParser: Parser = {
  id: 'text',
  title: 'plain text',
  // Anything can be plain text; whoever knows better wins.
  sniff: () => 0.001,
  start: startText,
}

function startText(sink: RecordSink, options: ParseOptions, bytes: ByteLength): ParserRun {
  const {notes} = sink
  const offsetUs = (options.tzMinutes ?? 0) * 60_000_000
  let order: DateOrder | null = options.dateOrder
  let kind: Stamp['zone'] | null = null
  let ambiguous = 0
  let firstAmbiguous = {line: 0, offset: 0}

  function stampOf(shown: string, line: number, offset: number): Stamp | null {
    const text = withoutMarks(shown.slice(0, 256))
    const last = Math.min(LAST_COLUMN, text.length - 8)
    for (let at = 0; at <= last; at++) {
      // A number begins here, and not in the middle of a word.
      if (!isDigit(text.charCodeAt(at)) || isWord(text.charCodeAt(at - 1))) continue
      const stamp = digitsAt(text, at) < 0 ? null : readStamp(text, at)
      if (stamp !== null && (stamp.shape !== 'clock' || isClockAlone(text, at, stamp))) return stamp
      const date = readCultureDate(text.slice(at, at + 64))
      if (date === null) continue
      order ??= provenOrder(date)
      if (order !== null || !isAmbiguous(date)) return cultureStamp(date, provenOrder(date) ?? order ?? 'mdy')
      if (ambiguous++ === 0) firstAmbiguous = {line, offset}
      return null
    }
    return null
  }

  function take(text: string, line: number, offset: number): void {
    if (text.trim() === '') return
    const stamp = stampOf(text, line, offset)
    const dated = stamp !== null && note(stamp) ? stamp : null
    const record: TraceRecord = {
      line,
      offset,
      text: text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text,
      atUs: dated === null ? null : dated.zone === 'local' ? dated.atUs - offsetUs : dated.atUs,
      ns: dated === null ? 0 : dated.ns,
      cpu: null,
      pid: null,
      tid: null,
      provider: null,
      providerGuid: null,
      eventId: null,
      activityId: null,
      message: text.trimEnd(),
      fields: null,
      undecoded: null,
    }
    sink.format('text')
    sink.record(record)
  }

  /** The first stamp decides on the clock; one of another kind cannot be put on it. */
  function note(stamp: Stamp): boolean {
    if (kind === null) {
      kind = stamp.zone
      notes.zone = zoneOf(stamp, options)
    }
    const fits = stamp.zone === kind || (kind !== 'relative' && stamp.zone !== 'relative' && options.tzMinutes !== null)
    if (fits) widen(notes, stamp)
    return fits
  }

  const lines = splitLines(bytes, take, problem => sink.problem(problem))
  return {
    text: chunk => lines.text(chunk),
    end() {
      lines.end()
      if (ambiguous === 0) return
      const message = `${ambiguous} dates from here on may be month first or day first and were left out: say which with --date-order.`
      sink.problem({...firstAmbiguous, message})
    },
  }
}

function zoneOf(stamp: Stamp, options: ParseOptions): InputNotes['zone'] {
  return stamp.zone === 'local' && options.tzMinutes !== null ? 'utc' : stamp.zone
}

function widen(notes: InputNotes, stamp: Stamp): void {
  if (notes.granularityUs === null || stamp.unitUs > notes.granularityUs) notes.granularityUs = stamp.unitUs
}

/** A time without a date needs a fraction, as 12:34:56 may be half of an address, and no number before it that may be a date. */
function isClockAlone(text: string, at: number, stamp: Stamp): boolean {
  return stamp.digits >= 3 && !/\d\s*$/.test(text.slice(0, at))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
