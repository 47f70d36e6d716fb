import {type Difference, difference} from './difference.js'
import {findingsIn, wordsOf} from './findings.js'
import {generate, type Scenery} from './generate.js'
import type {Injection} from './injections/injection.js'
import {type Expected, Scene, usOf} from './scene.js'
import type {Trace} from './trace/trace.js'

/** A trace, and what must be found in it. Making it again with other stories left out gives a smaller one. */
export interface Case {
  readonly trace: Trace
  readonly expected: readonly string[]
  /** Number of random stories, each of which may be left out. */
  readonly extras: number
}

/** Makes a case without the random stories of these numbers. */
export type Recipe = (dropped: ReadonlySet<number>) => Case

export function conformant(seed: number): Recipe {
  return dropped => {
    const {trace, extras} = generate(seed, {}, dropped)
    return {trace, expected: [], extras}
  }
}

/** One fault in one trace. `more`: what else the scenery must be like. */
export function faulty(injection: Injection, seed: number, more: Scenery = {}): Recipe {
  return dropped => {
    const scene = plant(injection, seed, more, dropped)
    return {trace: scene.trace, expected: scene.expected.map(expectedWords), extras: scene.extras}
  }
}

export function plant(
  injection: Injection,
  seed: number,
  more: Scenery = {},
  dropped: ReadonlySet<number> = new Set(),
): Scene {
  const scenery = {...injection.scenery, ...more}
  const scene = new Scene(injection.rule, generate(`${seed} ${injection.rule}`, scenery, dropped), seed)
  injection.plant(scene)
  return scene
}

export function expectedWords({rule, verdict, at}: Expected): string {
  return wordsOf({rule, verdict, at: at === null ? null : usOf(at)})
}

export async function compare({trace, expected}: Pick<Case, 'trace' | 'expected'>): Promise<Difference> {
  return difference(expected, (await findingsIn(trace.text())).map(wordsOf))
}
