import type {Case, Recipe} from './check.js'
import {compare} from './check.js'
import {signature} from './difference.js'

/** The smallest case that still differs in the same findings: random stories are left out one by one. */
export async function shrink(recipe: Recipe): Promise<Case> {
  let best = recipe(new Set())
  const wanted = signature(await compare(best))
  const fails = async (candidate: Case) => signature(await compare(candidate)) === wanted
  const dropped = new Set<number>()
  for (let number = best.extras - 1; number >= 0; number--) {
    const candidate = recipe(new Set([...dropped, number]))
    if (!(await fails(candidate))) continue
    dropped.add(number)
    best = candidate
  }
  for (const story of [...best.trace.stories]) {
    const {lines} = story
    story.lines = []
    if (lines.length > 0 && !(await fails(best))) story.lines = lines
  }
  return best
}
