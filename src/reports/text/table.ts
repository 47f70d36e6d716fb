import {cut, pad, padLeft, widthOf} from './width.js'

export interface Column<Row> {
  readonly head: string
  readonly right?: boolean
  /** Order in which columns go when the screen is too narrow: 1 first; without it the column stays. */
  readonly drop?: number
  /** May shrink to this width before any column goes. */
  readonly least?: number
  /** What a cell says that says nothing: a column of only these is left out. */
  readonly blank?: string
  cell(row: Row): string
  /** Colour, applied after all measuring. */
  style?(text: string, row: Row): string
}

const gap = 2

/** Lines of a table, the head first. Nothing wraps: columns go in their order, then the widest shrinkable one is cut. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number,
  headStyle: (text: string) => string,
): string[] {
  const all = columns.map(column => {
    const cells = rows.map(row => column.cell(row))
    return {column, cells, width: cells.reduce((most, cell) => Math.max(most, widthOf(cell)), widthOf(column.head))}
  })
  let shown = all.filter(({column, cells}) => cells.some(cell => cell !== column.blank))
  const least = (entry: (typeof shown)[number]) => Math.min(entry.width, entry.column.least ?? entry.width)
  const total = () => shown.reduce((sum, entry) => sum + least(entry) + gap, -gap)
  while (total() > width) {
    const droppable = shown.filter(entry => entry.column.drop !== undefined)
    const first = droppable.sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))[0]
    if (!first) break
    shown = shown.filter(entry => entry !== first)
  }
  let spare = Math.max(0, width - total())
  const widths = shown.map(entry => {
    const extra = Math.min(spare, entry.width - least(entry))
    spare -= extra
    return least(entry) + extra
  })
  const line = (texts: readonly string[], style: (text: string, column: number) => string) =>
    texts
      .map((text, i) => {
        const room = widths[i] ?? 0
        const cell = cut(text, room)
        if (shown[i]?.column.right) return style(padLeft(cell, room), i)
        return style(i === texts.length - 1 ? cell : pad(cell, room), i)
      })
      .join(' '.repeat(gap))
      .trimEnd()
  const heads = shown.map(entry => entry.column.head)
  return [
    headStyle(line(heads, text => text)),
    ...rows.map((row, r) =>
      line(
        shown.map(entry => entry.cells[r] ?? ''),
        (text, i) => shown[i]?.column.style?.(text, row) ?? text,
      ),
    ),
  ]
}
