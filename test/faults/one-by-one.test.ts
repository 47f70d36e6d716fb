import {describe, expect, it} from 'vitest'
import {type Case, compare, conformant, faulty, type Recipe} from './check.js'
import {INJECTIONS} from './injections/index.js'

// A few traces of the other tests, one test each: what mutation testing asks again and again has to fail early.

const NOTHING = {missing: [], surplus: []}

/** The case is made once. */
function asExpected(recipe: Recipe): () => Promise<void> {
  let made: Pick<Case, 'trace' | 'expected'> | undefined
  return async () => {
    made ??= recipe(new Set())
    expect(await compare(made)).toEqual(NOTHING)
  }
}

describe('one fault is found, and only what it implies', () => {
  for (const injection of INJECTIONS) it(`${injection.rule}: ${injection.way}`, asExpected(faulty(injection, 1)))
})

describe('nothing is found in conformant traces', () => {
  for (let seed = 0; seed < 40; seed++) it(`seed ${seed}`, asExpected(conformant(seed)))
})
