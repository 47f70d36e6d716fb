export type Cell = string | number | null

/**
 * A row of CSV (RFC 4180, but lines end in LF). Text that a spreadsheet would run as a formula gets an apostrophe in
 * front; numbers are numbers, null is empty.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\n`
}

function cell(content: Cell): string {
  if (content === null) return ''
  if (typeof content === 'number') return String(content)
  const safe = /^[\s]*[=+\-@]|^[\t\r]/.test(content) ? `'${content}` : content
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
