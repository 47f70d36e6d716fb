// Rows of delimited text, line by line.
import {beginCells, quotedCells, tracerptLine} from './cells'
import {classRow} from './class-row'
import {RETURN} from './memory'
import {CLASSES, setRowKind, style, TRACERPT, VIEW} from './row'
import {viewRow} from './view-row'

export function beginRow(): void {
  setRowKind(0)
  beginCells()
}

export function rowLine(from: usize, end: usize): u8 {
  let to = end
  while (to > from && load<u8>(to - 1) == RETURN) to--
  if (style == TRACERPT) return tracerptLine(from, to)
  if (style == CLASSES) return classRow(from, to)
  return style == VIEW ? viewRow(from, to) : quotedCells(from, to)
}
