import {expect, it} from 'vitest'
import {expectedWords, plant} from './check.js'
import {difference} from './difference.js'
import {basisOf, cutInside, isShaken, loseBetween, underLoss} from './doubt.js'
import {findingsIn, wordsOf} from './findings.js'
import {INJECTIONS} from './injections/index.js'
import type {Injection} from './injections/injection.js'
import {Random} from './random.js'
import type {Scene} from './scene.js'
import {usOf} from './scene.js'
import {isWanted, patience, seeds} from './seeds.js'

const LOST = 'capture-events-lost violation capture'
const ways = INJECTIONS.filter(({rule}) => isWanted(rule))
const withWindow = ways.filter(injection => plant(injection, 1).window !== null)
const ofValue = ways.filter(({rule}) => basisOf(rule) === 'V')

/** Plants each of these with its share of the seeds; `judge` gives what is wrong, null where the trace does not fit. */
async function each(list: readonly Injection[], count: number, judge: (scene: Scene, rng: Random) => Promise<unknown>) {
  const wrong: unknown[] = []
  for (const seed of list.length === 0 ? [] : seeds(count * list.length)) {
    const injection = list[seed % list.length] as Injection
    const alone = {alone: true, last: true} as const
    const scene = plant(injection, seed, judge === atTheEdge ? alone : {})
    const found = await judge(scene, new Random(`doubt ${seed}`))
    if (found !== null)
      wrong.push({seed, rule: injection.rule, way: injection.way, ...found, trace: scene.trace.text()})
  }
  expect(wrong.slice(0, 3)).toEqual([])
}

/** What differs, or null. */
async function differs(scene: Scene, expected: readonly string[]): Promise<object | null> {
  const {missing, surplus} = difference(expected, (await findingsIn(scene.trace.text())).map(wordsOf))
  return missing.length + surplus.length === 0 ? null : {missing, surplus}
}

it('a loss in the decisive window leaves an absence or order open', {timeout: patience(1000)}, async () => {
  expect(withWindow.length).toBeGreaterThan(ways === INJECTIONS ? 60 : -1)
  await each(withWindow, 5, async (scene, rng) => {
    const [from, to] = (scene.window ?? []).map(usOf) as [number, number]
    if (!loseBetween(scene, from, to, rng)) return null
    return differs(scene, [LOST, ...scene.expected.map(underLoss).map(expectedWords)])
  })
})

it('a loss before a wrong value leaves it as wrong', {timeout: patience(1000)}, async () => {
  await each(ofValue, 4, async (scene, rng) => {
    const [own] = scene.expected.filter(({because}) => because === null)
    if (own === undefined || own.at === null) return null
    const before = scene.trace.placed().flatMap(([, {at}]) => (at < usOf(own.at) ? [at] : []))
    const from = before.at(-12) ?? before[0]
    if (from === undefined || !loseBetween(scene, from, usOf(own.at), rng)) return null
    const found = (await findingsIn(scene.trace.text())).map(wordsOf)
    const known = [LOST, ...scene.expected.map(expectedWords)]
    const surplus = found.filter(words => words.includes(' violation ') && !known.includes(words))
    const stays = isShaken(own.rule) || found.includes(expectedWords(own))
    // Of a completion nobody can say whose it is, and then the task it seemed to end has none.
    const judged = isShaken(own.rule) ? surplus.filter(words => !words.startsWith('task-')) : surplus
    return stays && judged.length === 0 ? null : {stays, surplus: judged}
  })
})

/** A limit that the capture does not reach. Of hangs nothing is said but that the task is still open. */
async function atTheEdge(scene: Scene, rng: Random): Promise<object | null> {
  const to = scene.window?.[1]
  if (typeof to !== 'number' || !cutInside(scene, to, rng)) return null
  const {rule} = scene
  if (rule === 'command-hang-m1-m3') return differs(scene, [])
  if (rule === 'task-hang-m3-m4') return differs(scene, ['capture-ends-mid-session violation capture'])
  return differs(
    scene,
    scene.expected.map(expected => expectedWords({...expected, verdict: 'inconclusive'})),
  )
}

it('a capture that ends before the limit leaves it open', {timeout: patience(1000)}, async () => {
  await each(withWindow, 5, atTheEdge)
})
