import type {Literal} from '../../events/literal.js'
import {createKernel, type Kernel} from './kernel.js'
import {canLookFor, writeLiterals} from './literal-table.js'

/** What a parser brings to the search. */
export interface Own {
  /** Lower-case strings of records that mean something to the parser itself. */
  readonly literals: readonly string[]
  /** Its records have event ids. */
  readonly withIds: boolean
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
    const others = own.literals.map(text => ({text, exact: false, around: false}))
    const all = [...this.#literals.filter(({withId}) => own.withIds || !withId), ...others]
    if (!canLookFor(all)) return null
    this.#kernel ??= createKernel()
    if (this.#written !== own) writeLiterals(this.#kernel, all)
    this.#written = own
    return this.#kernel
  }
}
