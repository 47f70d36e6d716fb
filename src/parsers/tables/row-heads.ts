import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {LineLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'
import {JSON_LITERALS} from '../wpp/tracelogging.js'
import {UNDECODED_LITERALS} from '../wpp/undecoded.js'

/** What a row tells of others like it: the date in front of the hours, digits of the fraction and what is in front of them. */
export type RowHead = Pick<LineLayout, 'date' | 'fraction' | 'point'>

/** Knows how rows begin to those who only count them: as the one that was read last. */
export class RowHeads {
  readonly #kind: Pick<LineLayout, 'format' | 'form'>
  #latest: LineLayout | null = null

  constructor(kind: Pick<LineLayout, 'format' | 'form'>) {
    this.#kind = kind
  }

  /** The same object as long as rows begin alike; null: none was read. */
  get latest(): LineLayout | null {
    return this.#latest
  }

  /** null: the row tells nothing of others; those like the rows before it are still what they were. */
  read(head: RowHead | null): void {
    const known = this.#latest
    if (head === null) return
    if (known?.date === head.date && known.fraction === head.fraction && known.point === head.point) return
    this.#latest = {...this.#kind, ...head, blank: false, notSoftware: NOT_SOFTWARE}
  }
}

/** What is looked for in rows with fields of those names: what could not be decoded, and JSON, which may have escapes. */
export function ownOf(names: readonly string[]): Own {
  return {
    literals: [...UNDECODED_LITERALS, ...JSON_LITERALS],
    telling: false,
    withIds: false,
    // Quotes are doubled in quotes.
    separators: /[="\n]/,
    names: names.map(name => name.toLowerCase()),
  }
}
