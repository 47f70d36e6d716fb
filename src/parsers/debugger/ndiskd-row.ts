import {type Member, textOf} from '../etw/payload.js'

/** One line of a state dump: a heading, or a row of what is under it. */
export type NdiskdLine =
  | {readonly kind: 'section'; readonly name: string}
  | {readonly kind: 'columns'; readonly columns: readonly Column[]}
  | {readonly kind: 'row'; readonly members: readonly Member[]; readonly message: string}
  /** Links to other commands, titles, `[No events found]`: nothing that was. */
  | {readonly kind: 'empty'}

interface Column {
  readonly name: string
  readonly at: number
}

const HEADING = /^[A-Z][A-Z0-9]*(?: [A-Z0-9()/-]+)*\s*$/

/** Cells stand two blanks apart. `columns`: those of the table that the line is in. */
export function readNdiskdLine(line: string, columns: readonly Column[] | null): NdiskdLine {
  if (HEADING.test(line)) return {kind: 'section', name: line.trim()}
  const cells = cellsOf(line)
  const [first, ...rest] = cells
  if (first === undefined) return {kind: 'empty'}
  if (rest.length === 0) {
    // What is one state, an address or the name of a message has digits or underscores; titles and links have none.
    if (first.name.startsWith('[No ') || !/[\d_]/.test(first.name)) return {kind: 'empty'}
    return row([{name: columns?.[0]?.name ?? null, value: first.name}])
  }
  if (columns !== null) return row(cells.map((cell, i) => ({name: columnOf(cells, i, columns), value: cell.name})))
  if (rest.length >= 2 && cells.every(({name}) => /^[A-Z][^\d_]*$/.test(name))) return {kind: 'columns', columns: cells}
  return row([{name: first.name, value: rest.map(({name}) => name).join(', ')}])
}

function row(members: readonly Member[]): NdiskdLine {
  const [only] = members
  const message = members.length === 1 && only?.name != null ? `${only.name}: ${only.value}` : textOf(members)
  return {kind: 'row', members, message}
}

function cellsOf(line: string): Column[] {
  const cells: Column[] = []
  for (const cell of line.slice(0, 4096).matchAll(/\S+(?: \S+)*/g)) cells.push({name: cell[0], at: cell.index})
  return cells
}

/** By where the cell stands; where one is too wide for its column, by its number. */
function columnOf(cells: readonly Column[], i: number, columns: readonly Column[]): string | null {
  const under = cells.map(({at}) => columns.findLastIndex(column => column.at <= at))
  const apart = under.every((place, k) => place >= 0 && place !== under[k - 1])
  return columns[apart ? (under[i] as number) : i]?.name ?? null
}
