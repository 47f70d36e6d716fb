import {EventClock, orderIn} from '../csv/event-clock.js'
import type {EventColumns} from '../csv/event-columns.js'
import {eventOf} from '../csv/event-row.js'
import {EventRows} from '../csv/event-rows.js'
import {QuoteScan, regularCells} from '../csv/quotes.js'
import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'

/**
 * CSV that Microsoft Message Analyzer exports (formats.md 5.4): columns are the user's choice, so they are told by name.
 * Known from its documentation only; it prints no event ids, and times of an unknown zone.
 */
export const messageAnalyzer: Parser = {
  id: 'message-analyzer',
  title: 'Message Analyzer CSV',
  sniff: head => (readHeader(/^\s*(.*)/.exec(head)?.[1]?.trimEnd() ?? '') === null ? 0 : 0.9),
  start: startMessageAnalyzer,
}

/** Names that no other tool's header has. */
const OWN: readonly string[] = ['messagenumber', 'diagnosistypes', 'timeelapsed']
const NONE = {id: -1, providerGuid: -1, level: -1, log: -1, pid: -1, tid: -1, activity: -1}

function readHeader(line: string): EventColumns | null {
  if (line.length > 4096 || !/timestamp/i.test(line)) return null
  for (const delimiter of [',', ';', '\t']) {
    const scan = new QuoteScan(delimiter)
    scan.line(line)
    if (scan.open || scan.irregular) continue
    const names = regularCells(line, delimiter).map(name => name.replace(/\s+/g, '').toLowerCase())
    const time = names.indexOf('timestamp')
    const message = names.indexOf('summary')
    const provider = names.indexOf('module')
    if (time < 0 || (message < 0 && provider < 0) || !OWN.some(name => names.includes(name))) continue
    const recordId = names.indexOf('messagenumber')
    return {
      ...NONE,
      delimiter,
      quoted: line.startsWith('"'),
      counts: [names.length],
      time,
      message,
      provider,
      recordId,
      english: true,
      starts: text => (recordId === 0 || time === 0 ? /^"?\d/.test(text) : text !== ''),
    }
  }
  return null
}

function startMessageAnalyzer(sink: RecordSink, options: ParseOptions, bytes: ByteLength, head: string): ParserRun {
  sink.notes.zone = 'utc'
  const problem = sink.problem.bind(sink)
  const dates = [...head.matchAll(/\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T]\d{1,2}:\d\d:\d\d/g)].map(([date]) => date)
  const clock = new EventClock(options, sink.notes, problem, orderIn(dates))
  const rows = new EventRows(
    readHeader,
    (cells, first, columns) => {
      const record = eventOf(cells, first, columns, clock.read(cells[columns.time] as string, first, columns.english))
      sink.record({...record, provider: providerOf(record.provider)})
    },
    problem,
  )
  const lines = splitLines(bytes, (...line) => rows.line(...line), problem)
  return {
    text: chunk => lines.text(chunk),
    end() {
      lines.end()
      rows.end()
    },
  }
}

/** Modules are named like providers, with underscores; `Etw` is what the tool has no module for. */
function providerOf(module: string | null): string | null {
  if (module === null || module.toLowerCase() === 'etw') return null
  return /^Microsoft_Windows_\w+$/.test(module) ? module.replaceAll('_', '-') : module
}
