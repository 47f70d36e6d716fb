import type {Member} from '../etw/payload.js'
import {cutterRun} from '../markup/cutter-run.js'
import {ElementCutter, type Piece} from '../markup/element-cutter.js'
import {attributesOf} from '../markup/tag.js'
import type {ByteLength, FormatId, ParserRun, RecordSink} from '../parser.js'
import {EVENT_TAGS_OWN, EventTagLayouts} from './event-tag-layouts.js'
import {recordOf, stampOf} from './trace-event.js'

/**
 * Elements whose attributes are the event: PerfView's `<Event EventName= TimeMsec= …/>` and TraceEvent's
 * `<Event MSec= PID= …/>`, of which the long form has the short one inside. No XML reader takes all of them: names come
 * twice, blanks between attributes are missing.
 */
export function startEventAttributes(format: FormatId, sink: RecordSink, bytes: ByteLength): ParserRun {
  sink.notes.zone = 'relative'
  const layouts = new EventTagLayouts(format)
  const cutter = new ElementCutter({whole: ['event'], nests: true}, bytes, take, problem => sink.problem(problem))

  function take(piece: Piece): void {
    const {line, offset, firstLine} = piece
    const members = membersOf(piece.xml)
    const value = (...names: string[]) => members.find(({name}) => names.includes(name ?? ''))?.value
    const name = value('EventName')
    // PerfView prints three decimals in the user's culture, and no groups of digits.
    const time = value('TimeMsec')?.replace(/^(-?\d+),(\d{3})$/, '$1.$2') ?? value('MSec')
    if (piece.cut === 'end' || name === undefined || time === undefined) {
      const why = piece.cut === 'end' ? 'The file ends inside this event' : 'This event has no name or no time'
      sink.problem({line, offset, message: `${why}: it was left out.`})
      return
    }
    const payload = members.filter(one => !['EventName', 'TimeMsec', 'MSec'].includes(one.name ?? ''))
    const namesProvider = value('TimeMsec') !== undefined
    const event = {line, offset, firstLine, name, namesProvider, time, members: payload}
    const stamp = stampOf(time, sink.notes)
    layouts.read(stamp === null ? null : time)
    sink.record(recordOf(event, stamp, sink.notes))
  }

  return cutterRun(cutter, sink, 'tags', EVENT_TAGS_OWN, layouts)
}

/** Attributes of the event, then those of the one inside that it lacks. */
function membersOf(xml: string): Member[] {
  const inner = xml.indexOf('<Event', 1)
  const members = attributesOf(inner < 0 ? xml : xml.slice(0, inner))
  if (inner < 0) return members
  const known = new Set(members.map(({name}) => name))
  return [...members, ...attributesOf(xml.slice(inner)).filter(({name}) => !known.has(name))]
}
