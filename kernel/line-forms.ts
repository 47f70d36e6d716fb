// What lines look like that begin a record, and those that surely do not.
import {isHead, isQuiet, setPoint} from './head'
import {isBelowTable, isPlainText, isPrefixedRow, isTableRow} from './row-heads'

/** src/parsers/scan/layouts.ts has the same numbers. */
const LISTING: u32 = 0
const CELLS: u32 = 1
const BLOCKS: u32 = 3

let form: u32 = LISTING
/** Records are blocks of labels and text: kernel/block.ts. */
export let areBlocks: bool = false

export function lineForm(which: u32, point: u32): void {
  form = which
  areBlocks = which == BLOCKS
  setPoint(point)
}

/** True for a line that is surely the first of a record. */
export function isFirstLine(line: usize, end: usize): bool {
  if (form == LISTING) return isHead(line, end)
  return form == CELLS ? isPrefixedRow(line, end) : isTableRow(line, end)
}

/** True for a line that can only continue the record before it. */
export function isMore(line: usize, end: usize): bool {
  if (form == LISTING) return isQuiet(line, end)
  return form == CELLS ? isPlainText(line, end) : isBelowTable(line, end)
}
