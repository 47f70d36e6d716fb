import type {InputNotes} from '../../events/record.js'
import {readFiletime} from '../filetime.js'

/** Columns of each class of events behind its name, from the lines between BeginHeader and EndHeader. */
export class XperfClasses {
  readonly #columns = new Map<string, readonly string[]>()

  /** False: the line describes no class. A trace has hundreds; more than 20,000 are not kept. */
  add(line: string): boolean {
    const [name = '', time = '', ...columns] = line.split(',', 1024).map(cell => cell.trim())
    if (name === '' || time !== 'TimeStamp') return false
    if (this.#columns.size < 20_000) this.#columns.set(name, columns)
    return true
  }

  columns(name: string): readonly string[] | null {
    return this.#columns.get(name) ?? null
  }

  [Symbol.iterator](): Iterator<readonly [string, readonly string[]]> {
    return this.#columns.entries()
  }
}

const FACTS = /^\s*OS Version: [\d.]+, /
const MICROSECONDS = /, Trace Length: (\d{1,15}) us(?:,|\s*$)/

/**
 * The line of facts behind EndHeader: losses go into the notes. Gives the start of the trace in µs; null where the
 * line names none, undefined where it is another line.
 */
export function readXperfFacts(line: string, notes: InputNotes): number | null | undefined {
  if (!FACTS.test(line) || line.length > 4096) return undefined
  notes.lostEvents += numberOf(/, Events Lost: (\d{1,15})/i, line)
  notes.lostBuffers += numberOf(/, Buffers Lost: (\d{1,15})/i, line)
  const start = readFiletime(/, Trace Start: (\d{18})(?:,|\s*$)/.exec(line)?.[1] ?? '')
  if (start === null) return null
  notes.headerStartUs = Math.min(start.atUs, notes.headerStartUs ?? start.atUs)
  const length = MICROSECONDS.exec(line)?.[1]
  if (length !== undefined) notes.headerEndUs = Math.max(start.atUs + Number(length), notes.headerEndUs ?? -Infinity)
  return start.atUs
}

function numberOf(pattern: RegExp, line: string): number {
  return Number(pattern.exec(line)?.[1] ?? 0)
}
