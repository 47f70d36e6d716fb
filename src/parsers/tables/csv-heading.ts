import {type Role, roleOf} from './column-roles.js'

/** The heading row of tracefmt -csvheader. */
export interface CsvHeading {
  readonly names: readonly string[]
  readonly roles: readonly (Role | null)[]
}

const PLACE: readonly Role[] = ['cpu', 'pid', 'tid', 'time', 'sequence', 'component']

/** null: no heading of WPP records. */
export function readCsvHeading(line: string): CsvHeading | null {
  if (line.length > 2048) return null
  const names = splitCells(line, Infinity)
  if (names.length < 4 || names.some(name => name.length > 40)) return null
  const roles = names.map(roleOf)
  return PLACE.filter(role => roles.includes(role)).length >= 3 ? {names, roles} : null
}

/** At most `most` cells, blanks and quotes taken off; the last of so many is the rest of the line. */
export function splitCells(line: string, most: number): string[] {
  return splitRow(line, most).map(unquoted)
}

/** The same as printed. */
export function splitRow(line: string, most: number): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    let start = at
    while (line[start] === ' ' || line[start] === '\t') start++
    const rest = cells.length + 1 >= most
    const end = rest || line[start] !== '"' ? -1 : afterQuoted(line, start)
    const comma = rest ? -1 : line.indexOf(',', end < 0 ? start : end)
    const stop = comma < 0 ? line.length : comma
    cells.push(line.slice(start, stop).trimEnd())
    at = stop + 1
  }
  return cells
}

/** Behind the quote that closes a cell; -1: none does. */
function afterQuoted(line: string, start: number): number {
  for (let at = line.indexOf('"', start + 1); at >= 0; at = line.indexOf('"', at + 1)) {
    if (line[at + 1] === '"') at++
    else if (/^\s*(?:,|$)/.test(line.slice(at + 1, at + 64))) return at + 1
  }
  return -1
}

/** A text in quotes, without the first one: whether the last one is here. */
export function isClosed(text: string): boolean {
  let quotes = 0
  while (text[text.length - 1 - quotes] === '"') quotes++
  return quotes % 2 === 1
}

/** A text in quotes, without the first one: the text itself. */
export function quotedText(text: string): string {
  return text.slice(0, isClosed(text) ? -1 : undefined).replaceAll('""', '"')
}

export function unquoted(cell: string): string {
  return cell.startsWith('"') ? quotedText(cell.slice(1)) : cell
}
