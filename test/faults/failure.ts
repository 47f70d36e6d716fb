import type {Recipe} from './check.js'
import {compare} from './check.js'
import {shrink} from './shrink.js'

/** Traces are made smaller for the first failures only: it takes many analyses. */
const EXPLAINED = 3

export class Failures {
  readonly #texts: string[] = []
  #count = 0

  async add(name: string, recipe: Recipe): Promise<void> {
    if (this.#count++ >= EXPLAINED) return
    const small = await shrink(recipe)
    const {missing, surplus} = await compare(small)
    this.#texts.push(
      [
        name,
        ...missing.map(words => `  missing: ${words}`),
        ...surplus.map(words => `  surplus: ${words}`),
        'in the smallest trace that shows it:',
        small.trace.text(),
      ].join('\n'),
    )
  }

  /** null: none. */
  get text(): string | null {
    if (this.#count === 0) return null
    return [`${this.#count} of the traces are judged otherwise than they should be`, ...this.#texts].join('\n\n')
  }
}
