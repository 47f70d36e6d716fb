import type {Piece} from '../markup/element-cutter.js'
import type {ByteLength} from '../parser.js'
import {textOfMarkup} from './html-row.js'
import type {ReportSnapshot} from './report-event.js'

const START = '"type"'
const END = '"correspondingEvent"'
const LONGEST = 64 * 1024

/**
 * Entries of the array behind the graph. They look like JSON, but nothing in their texts is escaped, so that a quote in
 * the name of a network would end it: a text ends at a quote that the next name or the end of the entry follows.
 */
export function* readSnapshots(script: Piece, bytes: ByteLength): Iterable<ReportSnapshot> {
  const {xml} = script
  const {firstLine} = script
  let {line} = script
  let offset = script.offset + bytes(firstLine.slice(0, firstLine.length - firstLine.trimStart().length))
  let counted = 0
  let past = 0
  for (let end = xml.indexOf(END); end >= 0; end = xml.indexOf(END, past)) {
    const at = past + xml.slice(past, end).lastIndexOf(START)
    const isEntry = at >= past && end - at <= LONGEST
    past = end + END.length
    if (!isEntry) continue
    const entry = xml.slice(at, xml.indexOf('}', end) + 1 || end + 200)
    const lineStart = xml.lastIndexOf('\n', at) + 1
    const before = xml.slice(counted, lineStart)
    offset += bytes(before)
    for (let next = before.indexOf('\n'); next >= 0; next = before.indexOf('\n', next + 1)) line++
    counted = lineStart
    const value = (name: string) => textOf(entry, name)
    yield {
      place: {line, offset, text: xml.slice(lineStart, lineEnd(xml, at)).replace(/\r+$/, '')},
      type: value('type'),
      error: value('error') === '1',
      time: value('time'),
      message: textOfMarkup(value('message')),
      uid: value('correspondingEvent'),
      facts: [
        {name: 'ConnectionMode', value: value('connectionMode')},
        {name: 'ProfileName', value: value('profileName')},
        {name: 'SSID', value: value('ssid')},
        {name: 'Reason', value: value('disconnectReason')},
      ],
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function textOf(entry: string, name: string): string {
  const value = /"\s*:\s*"([\s\S]*?)"\s*(?:,\s*"\w+"\s*:|\}|$)/y
  const at = entry.indexOf(`"${name}"`)
  value.lastIndex = at + name.length + 1
  return at < 0 ? '' : (value.exec(entry)?.[1] ?? '')
}
