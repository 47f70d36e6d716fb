import type {Member} from '../etw/payload.js'
import {splitLines} from '../lines.js'
import type {ByteLength, Parser, ParserRun, RecordSink} from '../parser.js'
import {startEventAttributes} from './event-attributes.js'
import {recordOf, stampOf} from './trace-event.js'

/** Text of the TraceEvent library: the lines of its test baselines, and what its events print of themselves (formats.md 5.3). */
export const traceEvent: Parser = {
  id: 'traceevent',
  title: 'TraceEvent text',
  sniff: head => (LINE.test(head) ? 1 : ELEMENT.test(head) ? 0.9 : 0),
  start: (sink, _options, bytes, head) =>
    LINE.test(head) ? startLines(sink, bytes) : startEventAttributes('traceevent', sink, bytes),
}

const LINE = /^\ufeff?EVENT -?[\d,]+\.\d+: [^\n]*? PID=-?\d+; TID=/
/** A program may print something in front. */
const ELEMENT = /^\ufeff?[^<\n]{0,80}<Event MSec=\s*"-?[\d,]+\.\d+"/
const EVENT = /^EVENT (-?[\d,]{1,20}\.\d{1,9}): (.*?) (?=PID=)(.*)$/s
/** A value ends where the next name begins; the last one at the end of the line. */
const PAIR = /([A-Za-z_][\w.]{0,127})=(.*?)(?:; (?=[A-Za-z_][\w.]{0,127}=)|;? ?$)/gs

function startLines(sink: RecordSink, bytes: ByteLength): ParserRun {
  const {notes} = sink
  notes.zone = 'relative'
  let strayed = false

  function take(text: string, line: number, offset: number, whole: boolean): void {
    const match = EVENT.exec(text)
    if (match === null) {
      // What follows the events are sums of them.
      if (text.trim() === '' || /^(?:COUNT|STREAM) /.test(text) || strayed) return
      strayed = true
      sink.problem({line, offset, message: 'This line is no event: lines like it were left out.'})
      return
    }
    if (!whole && !/; ?$/.test(text)) {
      sink.problem({line, offset, message: 'The file ends inside this event: it was left out.'})
      return
    }
    const [, time, name, pairs] = match as unknown as [string, string, string, string]
    const members: Member[] = [...pairs.matchAll(PAIR)].map(([, key, value]) => ({
      name: key as string,
      value: value as string,
    }))
    const event = {line, offset, firstLine: text.slice(0, 4096), name, namesProvider: true, time, members}
    sink.record(recordOf(event, stampOf(time, notes), notes))
  }

  return splitLines(bytes, take, problem => sink.problem(problem))
}
