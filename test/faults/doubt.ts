import {rules} from '../../src/rules/index.js'
import type {Basis} from '../../src/rules/rule.js'
import type {Random} from './random.js'
import {type Expected, type Scene, usOf} from './scene.js'

const METAS = new Map(rules.map(({meta}) => [meta.id, meta]))

export function basisOf(rule: string): Basis | undefined {
  return METAS.get(rule)?.basis
}

/**
 * Values that are judged by more than their own record, so that a loss before it can shake them: by the state of the
 * port (L-STATE), by the commands that the capture has seen (L-LOSS), by being the only task that can be meant.
 */
const SHAKEN: ReadonlySet<string> = new Set([
  'disassoc-wrong-peer',
  'link-state-wrong-peer',
  'key-peer-mismatch',
  'mlo-group-key-without-link',
  'abort-target-unknown',
  'task-completion-wrong-transaction',
  'task-completion-wrong-kind',
])

export const isShaken = (rule: string): boolean => SHAKEN.has(rule)

/** rules.md 0.4: what becomes of a finding when records may be lost in its window. */
export function underLoss(expected: Expected): Expected {
  const meta = METAS.get(expected.rule)
  const stays = meta?.basis === 'V' ? !meta.limits.includes('L-LOSS') : meta?.basis === 'M'
  return stays ? expected : {...expected, verdict: 'inconclusive'}
}

/** A loss span between two neighbouring records of a window; false where they are too close. */
export function loseBetween(scene: Scene, fromUs: number, toUs: number, rng: Random): boolean {
  const inside = scene.trace.placed().flatMap(([, {at}]) => (at > fromUs && at < toUs ? [at] : []))
  const moments = [fromUs, ...new Set(inside), toUs]
  const gap = rng.int(0, moments.length - 2)
  const [startUs, endUs] = [moments[gap] as number, moments[gap + 1] as number]
  if (endUs - startUs < 3) return false
  scene.trace.keys.loss = `${(startUs + 1) / 1000}..${(endUs - 1) / 1000}`
  return true
}

/** The capture ends inside the window, but not before the last record of the story; false where that is impossible. */
export function cutInside(scene: Scene, toUs: number, rng: Random): boolean {
  const {trace, story} = scene
  const last = Math.max(...trace.placed().flatMap(([, {at}]) => (at < toUs ? [at] : [])), usOf(story.end))
  if (last >= toUs - 1) return false
  trace.toUs = rng.int(last, toUs - 1)
  for (const other of trace.stories) other.remove(...other.lines.filter(({at}) => at > trace.toUs))
  return true
}
