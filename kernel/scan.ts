// One text after the other: listings, rows, elements or objects of JSON.
import {beginElements, elementsFrom, elementsPaused, finishElements, moveElements, releaseElements, scanElements, setElementsLost} from './elements'
import {beginLines, finishLines, linesFrom, linesPaused, moveLines, releaseLines, scanLines, setLinesLost} from './lines'
import {beginJson, finishJson, moveJson, jsonFrom, jsonPaused, releaseJson, scanJson, setJsonLost} from './json'
import {beginSpans, moveSpans} from './spans'

/** src/parsers/scan/record-scan.ts has the same numbers. */
const ROWS: u32 = 1
/** The first of those of elements.ts. */
const ELEMENTS: u32 = 2
const JSON: u32 = 5

let kind: u32 = 0

/** The text at `at` goes on with a line and a record of which the beginning was read by others. */
export function begin(at: usize, line: u32, ofKind: u32): void {
  kind = ofKind
  beginSpans()
  if (kind == JSON) beginJson(at, line)
  else if (kind >= ELEMENTS) beginElements(at, line, kind - ELEMENTS)
  else beginLines(at, line, kind == ROWS)
}

/** The parser is in the middle of something, or does not know how records look: everything is handed out. */
export function setLost(isLost: bool): void {
  if (kind == JSON) setJsonLost(isLost)
  else if (kind >= ELEMENTS) setElementsLost(isLost)
  else setLinesLost(isLost)
}

/** The text moved by so many bytes. */
export function move(by: i32): void {
  moveSpans(by)
  if (kind == JSON) moveJson(by)
  else if (kind >= ELEMENTS) moveElements(by)
  else moveLines(by)
}

/** Place from which on the text is needed for the next call. */
export function keepFrom(): usize {
  if (kind == JSON) return jsonFrom()
  return kind >= ELEMENTS ? elementsFrom() : linesFrom()
}

/** Reads what is complete up to `end` and returns how many spans of wanted text it found. */
export function scan(end: usize): u32 {
  if (kind == JSON) return scanJson(end)
  return kind >= ELEMENTS ? scanElements(end) : scanLines(end)
}

/** Something was handed out that the parser may learn from: the same text has to be given once more. */
export function isPaused(): bool {
  if (kind == JSON) return jsonPaused
  return kind >= ELEMENTS ? elementsPaused : linesPaused
}

/** Other records are to come: what is still held back of those before is handed out, so that none is counted as one of them. */
export function release(): u32 {
  if (kind == JSON) return releaseJson()
  return kind >= ELEMENTS ? releaseElements() : releaseLines()
}

/** The text ends at `end`: its last records are handed out, whatever they hold. */
export function finish(end: usize): u32 {
  if (kind == JSON) return finishJson(end)
  return kind >= ELEMENTS ? finishElements(end) : finishLines(end)
}
