/** Columns of tracerpt's CSV, as a header line of this or an older Windows names them. */
export interface TracerptLayout {
  /** Columns in front of the user data: none of them holds a comma, so they are cut by commas. */
  readonly fixed: number
  /** Place of a named column among them; -1: this header lacks it. */
  readonly at: Readonly<Record<Column, number>>
  /** Columns that an old tracerpt prints behind the user data. */
  readonly behind: number
  /** The header is not the one that tracerpt writes: somebody added a column. */
  readonly resaved: boolean
}

type Column = keyof typeof COLUMNS

const COLUMNS = {
  name: 'event name',
  type: 'type',
  eventId: 'event id',
  pid: 'pid',
  tid: 'tid',
  cpu: 'processor number',
  activity: 'activity id',
  clock: 'clock-time',
} as const

const FIRST_TWELVE = [
  ['event name', 'type', 'event id', 'version', 'channel', 'level', 'opcode', 'task', 'keyword', 'pid', 'tid'],
  ['processor number'],
].flat()

/** The layout that a header line announces; null: the line is no header of tracerpt. */
export function readTracerptHeader(line: string): TracerptLayout | null {
  if (!/event name *,/i.test(line.slice(0, 200))) return null
  const names = line
    .replace(/^\ufeff/, '')
    .split(',')
    .map(name => name.trim().replace(/\s+/g, ' ').toLowerCase())
  const first = names.indexOf(COLUMNS.name)
  const clock = names.indexOf(COLUMNS.clock)
  if (first < 0 || first > 1 || clock < 0) return null
  const userData = names.indexOf('user data')
  const fixed = userData < 0 ? names.length : userData
  if (clock >= fixed) return null
  const place = (column: Column) => {
    const found = names.indexOf(COLUMNS[column])
    return found < fixed ? found : -1
  }
  return {
    fixed,
    at: {
      name: first,
      type: place('type'),
      eventId: place('eventId'),
      pid: place('pid'),
      tid: place('tid'),
      cpu: place('cpu'),
      activity: place('activity'),
      clock,
    },
    behind: userData < 0 ? 0 : names.length - userData - 1,
    resaved: first > 0,
  }
}

/** True for the columns of current Windows, the certain sign of this format. */
export function hasCurrentColumns(line: string): boolean {
  const names = line
    .replace(/^\ufeff/, '')
    .split(',')
    .map(name => name.trim().replace(/\s+/g, ' ').toLowerCase())
  const first = names.indexOf(COLUMNS.name)
  return (first === 0 || first === 1) && FIRST_TWELVE.every((name, i) => names[first + i] === name)
}

const NUMBER = /^\s*(?:\d[\d.]*(?:e\+?\d+)?|0x[\da-f]+|[\da-f]+)\s*$/i
const NUMBER_OR_NONE = /^\s*(?:\d[\d.]*(?:e\+?\d+)?|0x[\da-f]+|[\da-f]+)?\s*$/i
const GUID_OR_NONE = /^\s*(?:\{[\da-f-]{36}\})?\s*$/i

/** The fixed columns of a row as printed, and where its user data starts. */
export interface FixedColumns {
  readonly cells: readonly string[]
  readonly tail: number
}

/** Cuts a line that starts a row; null where it is none: a continuation, or a row that somebody broke. */
export function readFixedColumns(line: string, layout: TracerptLayout): FixedColumns | null {
  const cells: string[] = []
  let start = 0
  for (let i = 0; i < layout.fixed; i++) {
    let comma = line.indexOf(',', start)
    // A row without user data may end at its last fixed column.
    if (comma < 0 && i === layout.fixed - 1) comma = line.length
    if (comma < 0) return null
    cells.push(line.slice(start, comma))
    start = comma + 1
  }
  const {at} = layout
  const sound =
    NUMBER.test(cells[at.clock] as string) &&
    (at.eventId < 0 || NUMBER_OR_NONE.test(cells[at.eventId] as string)) &&
    (at.pid < 0 || NUMBER_OR_NONE.test(cells[at.pid] as string)) &&
    (at.tid < 0 || NUMBER_OR_NONE.test(cells[at.tid] as string)) &&
    (at.activity < 0 || GUID_OR_NONE.test(cells[at.activity] as string)) &&
    !(cells[at.name] as string).includes('"')
  return sound ? {cells, tail: Math.min(start, line.length)} : null
}

/** The beginning of a line shows that its fixed columns are sound, whatever follows. */
export function beginsRow(line: string, layout: TracerptLayout): boolean {
  const columns = readFixedColumns(line, layout)
  return columns !== null && columns.tail < line.length
}

/** The line begins with a name, a type and a number as rows do: what follows a complete row like this is a row. */
export function looksLikeRow(line: string, layout: TracerptLayout): boolean {
  const third = layout.at.name + 2
  let start = 0
  for (let i = 0; i <= third; i++) {
    const comma = line.indexOf(',', start)
    if (comma < 0) return false
    const cell = line.slice(start, comma)
    if (i === third ? !NUMBER.test(cell) : cell.includes('"')) return false
    start = comma + 1
  }
  return true
}
