import {readNumber} from '../etw/ids.js'
import type {Member} from '../etw/payload.js'
import type {Piece} from '../markup/element-cutter.js'
import {attributesOf, withoutReferences} from '../markup/tag.js'
import type {ReportEvent, ReportSession} from './report-event.js'

const CELL_START = /<td\b[^>]{0,500}>/i
const CELL_END = /<\/td\s*>/i
const ANCHOR = /<a\b[^>]{0,500}\bid\s*=\s*["']?([^"'\s>]{1,32})/i
const BODY = /class\s*=\s*["']?message-body["']?[^>]{0,500}>/i

/** Classes of a row or a cell, blanks made single. */
export function classOf(xml: string): string {
  const tag = xml.slice(0, xml.indexOf('>') + 1)
  const named = attributesOf(tag).find(({name}) => name?.toLowerCase() === 'class')
  return named?.value.trim().replace(/\s+/g, ' ') ?? ''
}

/** Text of markup: `<br>` ends a line. */
export function textOfMarkup(markup: string): string {
  const text = markup
    .replace(/\r*\n/g, '\n')
    .replace(/<br\b[^>]{0,500}>/gi, '\n')
    .replace(/<\/?[A-Za-z!][^>]{0,2000}>/g, '')
  return withoutReferences(text).trim()
}

function cellsOf(row: string): string[] {
  return row.split(CELL_END).flatMap(cell => {
    const start = CELL_START.exec(cell)
    return start === null ? [] : [cell.slice(start.index + start[0].length)]
  })
}

/** The event of a table row: id and anchor, time, message; null: the row is none; undefined: it should be one. */
export function readEventRow(piece: Piece, session: ReportSession | null): ReportEvent | null | undefined {
  const cells = cellsOf(piece.xml)
  if (cells.length < 3) return null
  const [first = '', second = '', third = ''] = cells
  const words = classOf(piece.xml)
  const id = textOfMarkup(first)
  const time = textOfMarkup(second)
  if (!/^\d{1,9}$/.test(id) || !/^\d{4}-\d\d-\d\dT/.test(time)) return words === '' ? null : undefined
  const body = BODY.exec(third)
  const message = body === null ? third : third.slice(body.index + body[0].length)
  return {
    place: {line: piece.line, offset: piece.offset, text: piece.firstLine},
    uid: ANCHOR.exec(first)?.[1] ?? '',
    // Errors lose their class.
    type: words === 'error' ? '' : words,
    error: words === 'error',
    id: readNumber(id),
    level: '',
    time,
    message: textOfMarkup(message).replace(/^\[[+-]\]/, ''),
    session,
  }
}

/** What paragraphs above a session's table say, named as in the XML report. */
const FACTS: ReadonlyMap<string, string> = new Map([
  ['interface', 'interface'],
  ['connection mode', 'mode'],
  ['profile', 'profile'],
  ['ssid', 'ssid'],
  ['bss type', 'bss'],
  ['disconnect reason', 'disconnect'],
  ['session duration', 'duration'],
])

/** A paragraph `Label:<b>value</b>`; null: it says nothing of a session. */
export function readFact(xml: string): Member | null {
  const match = /^<p\b[^>]*>\s*([^<:]{1,60}?)\s*:\s*<b\b[^>]*>([\s\S]{0,4000}?)<\/b\s*>/i.exec(xml)
  if (match === null) return null
  const label = withoutReferences(match[1] as string).toLowerCase()
  const value = textOfMarkup(match[2] as string).replace(/\s+/g, ' ')
  if (label === 'interface guid') return {name: 'guid', value}
  const name = FACTS.get(label)
  return name === undefined ? null : {name, value: name === 'duration' ? inSeconds(value) : value}
}

/** `4 hours 11 minutes 59 seconds` as the XML report has it. */
function inSeconds(text: string): string {
  const numbers = text.match(/\d{1,9}/g) ?? []
  if (numbers.length !== 3) return text
  const [hours, minutes, seconds] = numbers.map(Number) as [number, number, number]
  return String(hours * 3600 + minutes * 60 + seconds)
}
