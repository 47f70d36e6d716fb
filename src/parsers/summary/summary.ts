import type {TraceRecord} from '../../events/record.js'
import {fieldsOf} from '../etw/payload.js'
import {lineRecord} from '../line-record.js'
import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {Strangers} from '../strangers.js'
import {readSummaryHeading, type SummaryRow, type SummaryTable} from './summary-table.js'

const FIRST = /^[ \t]{0,16}Files Processed:[ \t]{0,16}\r*$/m
const TOTAL = /^Total (?:Buffers|Events)\s+(?:Processed|Lost)\s+\d/m
const LOST = /^Total (Events|Buffers)\s+Lost\s+(\d{1,15})\s*$/
const FACT = /^(?:Total (?:Buffers|Events)\s|(?:Start|End|Elapsed) Time\s|\+-+\+\s*$)/

/**
 * The summary that tracefmt (.sum) and tracerpt (summary.txt) write beside what they make of a trace (formats.md 1.5,
 * 2.4): how many events of each kind there were, and how many were lost. Every row is a record.
 */
export const summary: Parser = {
  id: 'summary',
  title: 'summary of tracefmt or tracerpt',
  sniff(head) {
    const first = FIRST.exec(head)
    if (first === null || head.slice(0, first.index).trim() !== '') return 0
    return TOTAL.test(head) ? 1 : 0.5
  },
  start: startSummary,
}

function startSummary(sink: RecordSink, _options: ParseOptions, bytes: ByteLength): ParserRun {
  const {notes} = sink
  notes.restated = true
  let table: SummaryTable | null = null
  /** The names of the files, up to the first total. */
  let files = false
  const strangers = new Strangers()

  function take(text: string, line: number, offset: number, whole: boolean): void {
    if (text.trim() === '') return
    if (FIRST.test(text)) {
      files = true
      table = null
      return
    }
    const lost = LOST.exec(text)
    if (lost !== null && whole) notes[lost[1] === 'Events' ? 'lostEvents' : 'lostBuffers'] += Number(lost[2])
    if (lost !== null || FACT.test(text)) {
      files = false
      return
    }
    if (!text.startsWith('|')) {
      if (!files) strangers.add(line, offset)
      return
    }
    const heading = readSummaryHeading(text)
    if (heading !== null) {
      table = heading
      return
    }
    const row = table?.row(text) ?? null
    if (row === null || table === null) {
      const why = whole
        ? 'This is no row that could be read: it was left out.'
        : 'The file ends inside this row: it was left out.'
      sink.problem({line, offset, message: why})
      return
    }
    sink.format('summary')
    sink.record(lineRecord(text, line, offset, factsOf(row, table)))
  }

  const lines = splitLines(bytes, take, problem => sink.problem(problem))
  return {
    text: chunk => lines.text(chunk),
    end() {
      lines.end()
      const what = (n: number) => (n === 1 ? 'One line from here on belongs' : `${n} lines from here on belong`)
      strangers.tell(sink, n => `${what(n)} to no summary; nothing was read of that.`)
    },
  }
}

function factsOf(
  {events, name, others, guid}: SummaryRow,
  {kind}: SummaryTable,
): Pick<TraceRecord, 'message'> & Partial<TraceRecord> {
  const id = others.find(({name}) => name.toLowerCase() === 'event id')?.value ?? ''
  const of = others.map(({name, value}) => `${name} ${value}`).join(', ')
  const undecoded = name === null ? (kind === 'tracefmt' ? 'no-format' : 'no-schema') : null
  // tracefmt counts by the GUID of a message's source file, which is not its provider's.
  const members = [
    {name: 'events', value: String(events)},
    ...others,
    ...(kind === 'tracefmt' && guid !== null ? [{name: 'messageGuid', value: guid}] : []),
  ]
  return {
    provider: name,
    providerGuid: kind === 'tracefmt' ? null : guid,
    eventId: /^\d{1,5}$/.test(id) ? Number(id) : null,
    message: `${events} ${events === 1 ? 'event' : 'events'} of ${name ?? guid ?? 'nobody'}: ${of}`,
    fields: fieldsOf(members, 'value'),
    undecoded,
    momentary: true,
  }
}
