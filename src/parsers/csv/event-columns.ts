import {parse} from 'csv-parse/sync'
import {readCultureDate} from '../culture-dates.js'
import {withoutMarks} from '../stamps.js'

/** Where the facts of an event stand in a row; -1: not exported. */
export interface EventColumns {
  readonly delimiter: string
  /** All cells are quoted. */
  readonly quoted: boolean
  /** Numbers of cells that a row may have. */
  readonly counts: readonly number[]
  readonly time: number
  readonly id: number
  readonly message: number
  readonly provider: number
  readonly providerGuid: number
  readonly level: number
  readonly recordId: number
  readonly log: number
  readonly pid: number
  readonly tid: number
  readonly activity: number
  /** The names are English, so that a date without a number above 12 is rather one with the month first. */
  readonly english: boolean
  /** False for a line that cannot begin a row. */
  starts(line: string): boolean
}

/** Reads the header line of one kind of file; null: the line is none. */
export type HeaderReader = (line: string) => EventColumns | null

/** Properties of EventLogRecord (Get-WinEvent) and EventLogEntry (Get-EventLog); PowerShell never translates them. */
const PROPERTIES = {
  time: ['timecreated', 'timegenerated'],
  id: ['id', 'eventid'],
  message: ['message'],
  provider: ['providername', 'source'],
  providerGuid: ['providerid'],
  level: ['leveldisplayname', 'entrytype', 'level'],
  recordId: ['recordid', 'index'],
  log: ['logname'],
  pid: ['processid'],
  tid: ['threadid'],
  activity: ['activityid'],
} as const

/** Columns of a header that Export-Csv wrote, in any order and choice; null: the line is none. */
export function readExportHeader(line: string): EventColumns | null {
  if (!/time(?:created|generated)/i.test(line)) return null
  for (const delimiter of [',', ';', '\t']) {
    const cells = cellsOf(line, delimiter)
    const names = cells?.map(name => name.trim().toLowerCase()) ?? []
    const place = (spellings: readonly string[]) => spellings.map(name => names.indexOf(name)).find(at => at >= 0) ?? -1
    const time = place(PROPERTIES.time)
    if (time < 0 || [PROPERTIES.id, PROPERTIES.message, PROPERTIES.provider].every(known => place(known) < 0)) continue
    const quoted = line.trimStart().startsWith('"')
    const numberFirst = time === 0 || place(PROPERTIES.id) === 0 || place(PROPERTIES.recordId) === 0
    const start = new RegExp(`^${quoted ? '"' : '"?'}${numberFirst ? '[\\u200e\\u200f]?\\d' : ''}`)
    return {
      delimiter,
      quoted,
      counts: [names.length],
      time,
      id: place(PROPERTIES.id),
      message: place(PROPERTIES.message),
      provider: place(PROPERTIES.provider),
      providerGuid: place(PROPERTIES.providerGuid),
      level: place(PROPERTIES.level),
      recordId: place(PROPERTIES.recordId),
      log: place(PROPERTIES.log),
      pid: place(PROPERTIES.pid),
      tid: place(PROPERTIES.tid),
      activity: place(PROPERTIES.activity),
      english: true,
      starts: text => start.test(text),
    }
  }
  return null
}

const NONE = {providerGuid: -1, recordId: -1, log: -1, pid: -1, tid: -1, activity: -1}
const VIEWER_CELLS = {level: 0, time: 1, provider: 2, id: 3, message: 5}
const VIEWER_START = {',': viewerStart(','), '\t': viewerStart('\t')}

/** Level, a date, source and event id: quoted or not, as numbers or digits among other characters. */
function viewerStart(delimiter: string): RegExp {
  const text = `(?:[^${delimiter}"]*|"[^"]*")`
  const date = `(?:[^${delimiter}"]*\\d[^${delimiter}"]*|"[^"]*\\d[^"]*")`
  return new RegExp(`^${text}${delimiter}${date}${delimiter}${text}${delimiter}"?\\d{1,10}"?${delimiter}`)
}

/** What stands between the cells of Event Viewer's exports: CSV, and the text that is told from it by nothing else. */
export type ViewerDelimiter = keyof typeof VIEWER_START

/**
 * Columns of a header of Event Viewer's exports: five names in the language of the machine, none for the message.
 * null: the line is none.
 */
export function readViewerHeader(line: string, delimiter: ViewerDelimiter): EventColumns | null {
  if (/\d/.test(line)) return null
  const names = cellsOf(line, delimiter)
  if (names?.length !== 5 || names.some(name => name.trim() === '')) return null
  return {
    ...NONE,
    ...VIEWER_CELLS,
    delimiter,
    quoted: false,
    // A message that is missing leaves no cell.
    counts: [6, 5],
    english: names[1]?.trim() === 'Date and Time',
    starts: text => VIEWER_START[delimiter].test(text),
  }
}

/** The second line of Event Viewer's exports proves the first one, whatever its language. */
export function isViewerRow(line: string, delimiter: ViewerDelimiter): boolean {
  if (!VIEWER_START[delimiter].test(line)) return false
  const date = line.split(delimiter)[1] ?? ''
  return readCultureDate(withoutMarks(date).replaceAll('"', '').trim()) !== null
}

function cellsOf(line: string, delimiter: string): string[] | null {
  // No header has one cell only; csv-parse, which loads when it is used, is spared most other formats.
  if (!line.includes(delimiter)) return null
  try {
    return (parse(line, {delimiter, record_delimiter: '\n', relax_column_count: true}) as string[][])[0] ?? null
  } catch {
    return null
  }
}

/** First line of Windows PowerShell's Export-Csv. */
export function isTypeLine(line: string): boolean {
  return /^\ufeff?#TYPE /.test(line)
}
