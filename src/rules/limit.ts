import {grain} from './doubt.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/**
 * Is a measured duration over its limit? null: within it for sure; else the codes that could undo the excess.
 * Where the clock is too coarse to tell (L-GRAN, on both sides of the limit), the excess is reported as undone:
 * inconclusive, also for a value that is not above the limit. `named`: see `grain`.
 */
export function overLimit(
  trace: Trace,
  measuredUs: number,
  limitUs: number,
  named = false,
): readonly LimitCode[] | null {
  const coarse = grain(trace, measuredUs, limitUs, named)
  return coarse.length > 0 || measuredUs > limitUs ? coarse : null
}
