import {readGuid} from '../etw/ids.js'

/** Events of one kind, as a row of a summary counts them. */
export interface SummaryRow {
  readonly events: number
  /** null: the tool found nothing that describes these events. */
  readonly name: string | null
  /** Other columns by the names of the heading: Task, Opcode, Version, Event ID, EventType. */
  readonly others: readonly {readonly name: string; readonly value: string}[]
  readonly guid: string | null
}

interface Column {
  readonly name: string
  readonly at: number
}

const COUNT = /^event ?count$/i
const NAME = /^event ?name$/i
/** In two: one expression for both ends of a row would try all ways to share the blanks between them. */
const FIRST = /^\|\s*(\d{1,15})(?=\s)/
const LAST = /(\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?)[ \t]{0,64}\|$/i

/** One of the boxed tables of tracefmt's or tracerpt's summary, told by its heading; null: no heading of those. */
export function readSummaryHeading(line: string): SummaryTable | null {
  if (!line.startsWith('|')) return null
  const columns: Column[] = []
  for (const cell of line.slice(0, 1024).matchAll(/[^\s|]+(?: [^\s|]+)*/g))
    columns.push({name: cell[0], at: cell.index})
  const [count, name, ...others] = columns
  if (count === undefined || name === undefined || !COUNT.test(count.name) || !NAME.test(name.name)) return null
  return others.pop()?.name.toLowerCase() === 'guid' ? new SummaryTable(name, others) : null
}

export class SummaryTable {
  constructor(
    readonly name: Column,
    readonly others: readonly Column[],
  ) {}

  /** The table with ids of events counts the same events again that the one with opcodes does. */
  get kind(): 'tracefmt' | 'by-opcode' | 'by-id' {
    const names = this.others.map(({name}) => name.toLowerCase())
    if (names.includes('event id')) return 'by-id'
    return names.includes('opcode') ? 'by-opcode' : 'tracefmt'
  }

  /** null: no row of this table. */
  row(line: string): SummaryRow | null {
    const row = line.length > 4096 ? '' : line.trimEnd()
    const first = FIRST.exec(row)
    const last = LAST.exec(row)
    if (first === null || last === null) return null
    const [, events = ''] = first
    const [, guid = ''] = last
    const between = row.slice(first[0].length, last.index)
    const cells = this.#inColumns(row, guid) ?? this.#fromRight(between)
    if (cells === null) return null
    const [name = '', ...values] = cells
    return {
      events: Number(events),
      name: name === '' ? null : name,
      others: this.others.map((column, i) => ({name: column.name, value: values[i] ?? ''})),
      guid: readGuid(guid),
    }
  }

  /** By the places of the heading; null where a long value pushed the others aside. */
  #inColumns(line: string, guid: string): string[] | null {
    const starts = [...[this.name, ...this.others].map(({at}) => at), line.lastIndexOf(guid)]
    const fits = starts.every((start, i) => line[start - 1] === ' ' && start > (starts[i - 1] ?? 0))
    if (!fits) return null
    const cells = starts.slice(0, -1).map((start, i) => line.slice(start, starts[i + 1]).trim())
    // Nothing but the name may be empty.
    return cells.slice(1).includes('') ? null : cells
  }

  /** One word a column from the right; the name is what remains. */
  #fromRight(between: string): string[] | null {
    const words = between.trim().split(/\s+/)
    if (words.length < this.others.length) return null
    const values = words.splice(words.length - this.others.length)
    return [words.join(' '), ...values]
  }
}
