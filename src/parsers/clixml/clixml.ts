import {SaxesParser} from 'saxes'
import {EventClock} from '../csv/event-clock.js'
import {eventOfProperties, TIME} from '../etw/event-properties.js'
import {cutterRun} from '../markup/cutter-run.js'
import {ElementCutter, type Piece} from '../markup/element-cutter.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {ClixmlObject} from './clixml-object.js'
import {CLIXML_OWN, ObjectLayouts} from './object-layouts.js'

/** Get-WinEvent piped to Export-Clixml (formats.md 4.6). */
export const clixml: Parser = {
  id: 'clixml',
  title: 'PowerShell Export-Clixml of an event log',
  sniff: head =>
    /^(?:\s|\ufeff|<\?[^>]*\?>|#< CLIXML)*<Objs\s[^>]*schemas\.microsoft\.com\/powershell\//.test(head) ? 1 : 0,
  start: startClixml,
}

/** Events in a list of one object are read as if they stood alone. */
const CUTTER = {whole: ['obj'], nests: true, frames: ['lst', 'ie', 'stk', 'que'], contents: ['props', 'ms']}

function startClixml(sink: RecordSink, options: ParseOptions, bytes: ByteLength): ParserRun {
  sink.notes.zone = 'utc'
  // Dates are written in ISO, whatever the culture.
  const clock = new EventClock(options, sink.notes, problem => sink.problem(problem), null)
  const layouts = new ObjectLayouts()
  const cutter = new ElementCutter(CUTTER, bytes, take, problem => sink.problem(problem))

  function take(piece: Piece): void {
    const object = piece.cut === null ? readObject(piece.xml) : null
    if (object === null) {
      const why = piece.cut === 'end' ? 'The file ends inside this object' : 'This object is no well-formed XML'
      if (piece.cut !== 'long') say(piece, `${why}: it was left out.`)
      return
    }
    const text = (name: string) => object.properties.get(name) ?? ''
    const time = TIME.map(text).find(value => value !== '')
    const stamp = time === undefined ? null : clock.read(time, piece, true)
    const record = eventOfProperties(text, object.values, {...piece, atUs: stamp?.atUs ?? null, ns: stamp?.ns ?? 0})
    if (record === null) {
      say(piece, 'This object holds no event: it was left out.')
      return
    }
    layouts.read(stamp === null ? null : (time ?? null))
    sink.record(record)
  }

  function say({line, offset}: Piece, message: string): void {
    sink.problem({line, offset, message})
  }

  return cutterRun(cutter, sink, 'objects', CLIXML_OWN, layouts)
}

function readObject(xml: string): ClixmlObject | null {
  const object = new ClixmlObject()
  const parser = new SaxesParser({fragment: true, position: false, xmlns: false})
  let sound = true
  parser.on('error', () => {
    sound = false
  })
  parser.on('opentag', tag => object.open(tag.name, tag.attributes))
  parser.on('text', text => object.text(text))
  parser.on('closetag', () => object.close())
  parser.write(xml).close()
  return sound ? object : null
}
