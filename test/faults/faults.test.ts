import {describe, expect, it} from 'vitest'
import {rules} from '../../src/rules/index.js'
import {compare, faulty, plant} from './check.js'
import {agrees} from './difference.js'
import {Failures} from './failure.js'
import {INJECTIONS, NOT_INJECTABLE} from './injections/index.js'
import type {Injection} from './injections/injection.js'
import {isWanted, patience, seeds} from './seeds.js'

const ways = INJECTIONS.filter(({rule}) => isWanted(rule))
const chosen = ways.length === 0 ? [] : seeds(8 * ways.length)

describe('the list of injections', () => {
  const injectable = new Set(INJECTIONS.map(({rule}) => rule))
  // What Windows tells has stories of its own (test/rules/autoconfig), no place in those of the driver.
  const ids = rules.filter(({meta}) => meta.category !== 'autoconfig').map(({meta}) => meta.id)

  it('covers every rule but those that say why not', () => {
    expect(ids.filter(id => !injectable.has(id))).toEqual([...NOT_INJECTABLE.keys()])
    expect([...injectable].filter(id => !ids.includes(id))).toEqual([])
    expect(injectable.size).toBeGreaterThanOrEqual(120)
  })

  it('names every way once', () => {
    const names = INJECTIONS.map(({rule, way}) => `${rule}: ${way}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('expects its own rule, and gives a reason for every other', () => {
    for (const injection of INJECTIONS) {
      const {expected} = plant(injection, 1)
      expect(
        expected.some(({rule}) => rule === injection.rule),
        injection.rule,
      ).toBe(true)
      for (const {rule, because} of expected) expect(because === null).toBe(rule === injection.rule)
    }
  })
})

it(`one fault is found, and only what it implies (${chosen.length} seeds)`, {
  timeout: patience(chosen.length),
}, async () => {
  const failures = new Failures()
  for (const seed of chosen) {
    const injection = ways[seed % ways.length] as Injection
    const recipe = faulty(injection, seed)
    if (agrees(await compare(recipe(new Set())))) continue
    await failures.add(`seed ${seed}, ${injection.rule} (${injection.way})`, recipe)
  }
  expect(failures.text, failures.text ?? '').toBeNull()
})
