import {EventClock, orderIn} from '../csv/event-clock.js'
import type {EventColumns} from '../csv/event-columns.js'
import {eventOf} from '../csv/event-row.js'
import {EVENT_ROWS_OWN, EventRowLayouts} from '../csv/event-row-layouts.js'
import {EventRows} from '../csv/event-rows.js'
import {QuoteScan, regularCells} from '../csv/quotes.js'
import {NOT_SOFTWARE} from '../etw/software-trace.js'
import {splitLines} from '../lines.js'
import type {ByteLength, ParseOptions, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import type {Own} from '../scan/wanted.js'

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

/** Modules of the providers of Windows; other names than these are as they were. */
const WINDOWS = 'Microsoft_Windows_'
/** What the tool has no module for. */
const NO_MODULE = 'Etw'
const MODULES_NOT_SOFTWARE = [...NOT_SOFTWARE, {name: WINDOWS, whole: false}, {name: NO_MODULE, whole: true}]

const ROWS_OWN: Own = {
  ...EVENT_ROWS_OWN,
  // No header has a time where rows have theirs.
  literals: [],
  withIds: false,
  spellings: piece => [...new Set([piece, piece.replaceAll('-', '_')])],
}

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
  const layouts = new EventRowLayouts(MODULES_NOT_SOFTWARE)
  const rows = new EventRows(
    readHeader,
    (cells, first, columns) => {
      const time = cells[columns.time] as string
      const stamp = clock.read(time, first, columns.english)
      layouts.read('message-analyzer', columns, time, stamp)
      const record = eventOf(cells, first, columns, stamp)
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
    skim: {
      kind: 'rows',
      own: ROWS_OWN,
      layout: () => layouts.under(rows.settled),
      pass(passed: Passed) {
        sink.passed(passed)
        lines.jump(passed.line, passed.offset)
      },
    },
  }
}

/** Modules are named like providers, with underscores. */
function providerOf(module: string | null): string | null {
  if (module === NO_MODULE) return null
  return module?.startsWith(WINDOWS) ? module.replaceAll('_', '-') : module
}
