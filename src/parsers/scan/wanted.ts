import type {Literal} from '../../events/literal.js'
import type {Sought} from './buckets.js'
import {createKernel, type Kernel} from './kernel.js'
import {canLookFor, writeLiterals} from './literal-table.js'

/** What a parser brings to the search. */
export interface Own {
  /** Lower-case strings of records that mean something to the parser itself. */
  readonly literals: readonly string[]
  /** The parser may learn from such records how others look: their neighbours are read too. */
  readonly telling: boolean
  /** Its records have event ids. */
  readonly withIds: boolean
  /** What stands otherwise in the file than in a record, or in the record alone; null: nothing. */
  readonly separators: RegExp | null
  /** Lower-case names that the parser puts into records. */
  readonly names: readonly string[]
  /** The ways in which the file may write a piece of a record without separators; left out: as it is. */
  readonly spellings?: (piece: string) => readonly string[]
}

/**
 * Which records matter to those who read them: every one of them holds one of the literals. The kernel that looks
 * for them serves one input after the other.
 */
export class Wanted {
  readonly #literals: readonly Literal[]
  #kernel: Kernel | null = null
  /** Whose literals are in the kernel's memory. */
  #written: Own | null = null

  constructor(literals: readonly Literal[]) {
    this.#literals = literals
  }

  /** The kernel, ready to look for these and the parser's own literals; null: some of them cannot be looked for. */
  kernel(own: Own): Kernel | null {
    const all: Sought[] = own.literals.map(text => ({text, exact: false, around: own.telling, withId: false}))
    for (const literal of this.#literals) {
      if (literal.withId && !own.withIds) continue
      // No name of the parser's gets where those with an id are looked for.
      const text = pieceOf(literal.text, literal.withId ? {...own, names: []} : own)
      if (text === null) return null
      for (const spelled of own.spellings?.(text) ?? [text]) all.push({...literal, text: spelled})
    }
    if (!canLookFor(all)) return null
    this.#kernel ??= createKernel()
    if (this.#written !== own) writeLiterals(this.#kernel, all)
    this.#written = own
    return this.#kernel
  }
}

/** The longest piece of a text that stands in the file if the text stands in a record; null: there may be none. */
function pieceOf(text: string, {separators, names}: Own): string | null {
  if (separators === null) return text
  const isOwn = (piece: string) => names.some(name => name.includes(piece.toLowerCase()))
  const pieces = text.split(separators)
  // The blank in front of a value may be the parser's.
  if (pieces.length === 1) return isOwn(text) ? null : text.trimStart()
  let best: string | null = null
  for (const piece of pieces.map(one => one.trim())) {
    if (piece.length > (best?.length ?? 0) && !isOwn(piece)) best = piece
  }
  return best
}
