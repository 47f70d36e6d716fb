import {readFiletime} from '../filetime.js'
import {readStamp, type Stamp} from '../stamps.js'
import {type Fields, noFields} from '../wpp/fields.js'
import {emptyHead, readHead} from '../wpp/head.js'
import {dateOf} from '../wpp/layout.js'
import type {RowFacts} from '../wpp/row-writer.js'
import {cpuOf, hexId, type Role} from './column-roles.js'
import {type CsvHeading, isClosed, quotedText, splitCells, splitRow, unquoted} from './csv-heading.js'
import type {RowHead} from './row-heads.js'

export interface CsvRow extends RowFacts {
  /** The message is in quotes that this line does not close. */
  readonly open: boolean
  readonly head: RowHead | null
}

const PREFIX = /\[\d{1,4}\][ \t]?[\da-f]{4,8}\.[\da-f]{4,8}::/i
/** Columns that are told with the record itself. */
const OWN: readonly (Role | null)[] = ['cpu', 'pid', 'tid', 'time', 'component', 'message']

/** A row in which the default prefix of tracefmt stands behind cells of whatever number; null: it does not. */
export function readPrefixedRow(line: string, heading: CsvHeading | null): CsvRow | null {
  const at = PREFIX.exec(line.slice(0, 4096))?.index ?? 0
  if (at === 0) return null
  const before = line.slice(0, at)
  if (!/,\s*"?$/.test(before)) return null
  const quoted = before.endsWith('"')
  const head = emptyHead()
  const rest = line.slice(at)
  if (!readHead(rest, head)) return null
  const {cpu, pid, tid, stamp, component} = head
  const raw = rest.slice(head.message).trimEnd()
  const message = quoted ? quotedText(raw) : raw
  const fields = heading === null ? null : fieldsOf(heading, splitCells(before, heading.names.length))
  const open = quoted && !isClosed(raw)
  return {cpu, pid, tid, stamp, component, fields, undecoded: null, message, open, head: headOf(rest, stamp)}
}

function headOf(text: string, stamp: Stamp | null): RowHead | null {
  const date = dateOf(text, stamp)
  return date === null || stamp === null ? null : {date, fraction: stamp.digits, point: '.'}
}

/** A row by its heading, told by its time; null: the line begins no row. */
export function readHeadedRow(line: string, heading: CsvHeading): CsvRow | null {
  const {names, roles} = heading
  const last = roles.at(-1) === 'message'
  const printed = splitRow(line, last ? names.length : Infinity)
  const cells = printed.map(unquoted)
  const place = roles.indexOf('message')
  // Commas of an unquoted message make more cells of it.
  if (!last && place >= 0 && cells.length > names.length) {
    const parts = cells.splice(place, cells.length - names.length + 1)
    cells.splice(place, 0, parts.join(','))
  }
  const value = (role: Role) => cells[roles.indexOf(role)] ?? ''
  const stamp = stampOf(value('time'))
  if (stamp === null || place < 0) return null
  const end = last && printed.length === names.length ? (printed.at(-1) as string) : ''
  return {
    cpu: cpuOf(value('cpu')),
    pid: hexId(value('pid')),
    tid: hexId(value('tid')),
    stamp,
    component: roles.includes('component') ? value('component') : null,
    fields: fieldsOf(heading, cells),
    undecoded: null,
    message: value('message').trimEnd(),
    open: end.startsWith('"') && !isClosed(end.slice(1)),
    head: null,
  }
}

function stampOf(text: string): Stamp | null {
  const stamp = readStamp(text)
  return stamp !== null && stamp.end === text.length ? stamp : readFiletime(text)
}

/** Names that fields may have below a heading. */
export function fieldNames({names, roles}: CsvHeading): string[] {
  return names
    .map((name, i) => roles[i] ?? name)
    .filter((_, i) => !OWN.includes(roles[i] ?? null) || roles[i] === 'pid' || roles[i] === 'tid')
}

/** Cells that the record itself does not tell; ids as well where it is not sure how they are printed. */
function fieldsOf({names, roles}: CsvHeading, cells: readonly string[]): Fields | null {
  const fields = noFields()
  for (const [i, name] of names.entries()) {
    const cell = cells[i]?.trim() ?? ''
    const role = roles[i] ?? null
    const told = OWN.includes(role) && !((role === 'pid' || role === 'tid') && hexId(cell) === null)
    if (cell !== '' && !told) fields[role ?? name] ??= cell
  }
  return Object.keys(fields).length === 0 ? null : fields
}
