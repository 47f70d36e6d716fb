import {describe, expect, it} from 'vitest'
import {plant} from './check.js'
import {INJECTIONS} from './injections/index.js'
import type {Injection} from './injections/injection.js'
import {Random} from './random.js'
import {isWanted, patience, seeds} from './seeds.js'
import {FILES} from './views/files.js'
import {NAMES} from './views/names.js'
import {findingsOf, kept, type View} from './views/view.js'

/** The findings of a faulty trace do not depend on how it is written down. */

const ways = INJECTIONS.filter(({rule}) => isWanted(rule))
const chosen = ways.length === 0 ? [] : seeds(ways.length)
const wayOf = (seed: number) => ways[seed % ways.length] as Injection
/** Each form is tried with every third trace, another third for the next form. */
const SHARE = 3

const expected = new Map<number, readonly string[]>()
async function expectedOf(seed: number): Promise<readonly string[]> {
  const known = expected.get(seed)
  if (known !== undefined) return known
  const findings = (await findingsOf(plant(wayOf(seed), seed).trace.text())).map(finding => kept(finding)).sort()
  expected.set(seed, findings)
  return findings
}

/** What is found in the other form of a faulty trace, where that differs from what is found in the trace. */
async function differs(view: View, seed: number): Promise<object | null> {
  const injection = wayOf(seed)
  if (view.except?.(injection)) return null
  const {trace} = plant(injection, seed)
  const text = trace.text()
  const other = await view.findings(trace, new Random(`${view.name} ${seed}`))
  if (other === null) return null
  const found = other.map(finding => kept(finding, view.shiftUs)).sort()
  const wanted = await expectedOf(seed)
  return found.join('\n') === wanted.join('\n') ? null : {seed, way: injection, wanted, found, text}
}

describe(`findings do not change (${chosen.length} seeds)`, () => {
  it.each([...NAMES, ...FILES].map((view, turn) => ({...view, turn})))(
    '$name',
    {
      timeout: patience(chosen.length),
    },
    async ({turn, ...view}) => {
      const wrong: object[] = []
      for (const seed of chosen) {
        if ((seed + turn) % SHARE !== 0 && chosen.length >= SHARE) continue
        const difference = await differs(view, seed)
        if (difference !== null) wrong.push(difference)
      }
      expect(wrong.slice(0, 2)).toEqual([])
    },
  )
})
