import {expect, it} from 'vitest'
import {expectedWords, plant} from './check.js'
import {agrees, difference} from './difference.js'
import {basisOf, cutInside, isShaken, loseBetween, underLoss} from './doubt.js'
import {findingsIn, wordsOf} from './findings.js'
import type {Scenery} from './generate.js'
import {INJECTIONS} from './injections/index.js'
import type {Injection} from './injections/injection.js'
import {Random} from './random.js'
import {type Scene, usOf} from './scene.js'
import {isWanted, patience, seeds} from './seeds.js'

/** The same faults in captures that cannot prove them. */

const LOST = 'capture-events-lost violation capture'
const ways = INJECTIONS.filter(({rule}) => isWanted(rule))
const withWindow = ways.filter(injection => plant(injection, 1).window !== null)
const withLimit = withWindow.filter(injection => typeof plant(injection, 1).window?.[1] === 'number')
const ofValue = ways.filter(({rule}) => basisOf(rule) === 'V')

/** null: as it should be. `unfit`: this trace has no room for the doubt. */
type Outcome = object | null | 'unfit'
type Judge = (scene: Scene, rng: Random) => Promise<Outcome>

/** Plants each of these with this many seeds; at least half of the traces must have room for the doubt. */
async function each(list: readonly Injection[], count: number, judge: Judge, more: Scenery = {}): Promise<void> {
  const chosen = list.length === 0 ? [] : seeds(count * list.length)
  const wrong: unknown[] = []
  let judged = 0
  for (const seed of chosen) {
    const injection = list[seed % list.length] as Injection
    const scene = plant(injection, seed, more)
    const outcome = await judge(scene, new Random(`doubt ${seed}`))
    if (outcome === 'unfit') continue
    judged++
    if (outcome !== null) wrong.push({seed, way: injection, ...outcome, text: scene.trace.text()})
  }
  expect(wrong.slice(0, 3)).toEqual([])
  expect(judged).toBeGreaterThanOrEqual(Math.floor(chosen.length / 2))
}

async function differs(scene: Scene, expected: readonly string[]): Promise<Outcome> {
  const found = difference(expected, (await findingsIn(scene.trace.text())).map(wordsOf))
  return agrees(found) ? null : found
}

it.runIf(ways.length === INJECTIONS.length)('many injections say where a loss would undo them', () => {
  expect(new Set(withWindow.map(({rule}) => rule)).size).toBeGreaterThanOrEqual(55)
})

it('a loss in the decisive window leaves an absence or order open', {timeout: patience(1000)}, async () => {
  await each(withWindow, 5, async (scene, rng) => {
    const [from, to] = (scene.window ?? []).map(usOf) as [number, number]
    if (!loseBetween(scene, from, to, rng)) return 'unfit'
    return differs(scene, [LOST, ...scene.expected.map(underLoss).map(expectedWords)])
  })
})

it('a loss before a wrong value leaves it as wrong', {timeout: patience(1000)}, async () => {
  await each(ofValue, 4, async (scene, rng) => {
    const own = scene.expected.find(({because}) => because === null)
    if (own === undefined || own.at === null) return 'unfit'
    const at = usOf(own.at)
    const before = scene.trace.placed().flatMap(([, line]) => (line.at < at ? [line.at] : []))
    const from = before.at(-12) ?? before[0]
    if (from === undefined || !loseBetween(scene, from, at, rng)) return 'unfit'
    const found = (await findingsIn(scene.trace.text())).map(wordsOf)
    const known = [LOST, ...scene.expected.map(expectedWords)]
    const surplus = found.filter(words => words.includes(' violation ') && !known.includes(words))
    const stays = isShaken(own.rule) || found.includes(expectedWords(own))
    return stays && surplus.length === 0 ? null : {stays, surplus}
  })
})

it('a capture that ends before the limit leaves it open', {timeout: patience(1000)}, async () => {
  const judge: Judge = async (scene, rng) => {
    if (!cutInside(scene, usOf(scene.window?.[1] ?? null), rng)) return 'unfit'
    // Of hangs nothing is said but that the task is still open.
    if (scene.rule === 'command-hang-m1-m3') return differs(scene, [])
    if (scene.rule === 'task-hang-m3-m4') return differs(scene, ['capture-ends-mid-session violation capture'])
    return differs(
      scene,
      scene.expected.map(expected => expectedWords({...expected, verdict: 'inconclusive'})),
    )
  }
  await each(withLimit, 10, judge, {alone: true, last: true})
})
