import {expect, it} from 'vitest'
import {compare, conformant} from './check.js'
import {agrees} from './difference.js'
import {Failures} from './failure.js'
import {patience, seeds} from './seeds.js'

const chosen = seeds(2000)

it(`nothing is found in conformant traces (${chosen.length} seeds)`, {timeout: patience(chosen.length)}, async () => {
  const failures = new Failures()
  for (const seed of chosen) {
    const recipe = conformant(seed)
    if (!agrees(await compare(recipe(new Set())))) await failures.add(`seed ${seed}, conformant`, recipe)
  }
  expect(failures.text, failures.text ?? '').toBeNull()
})
