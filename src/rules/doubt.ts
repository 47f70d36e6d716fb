import type {TraceEvent} from '../events/event.js'
import {type Micros, ms} from '../events/units.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/** Could an unrecorded event lie in this closed window? L-LOSS by a loss span, L-EDGE where the capture does not cover it. */
export function absence(trace: Trace, fromUs: Micros, toUs: Micros): LimitCode[] {
  const codes: LimitCode[] = []
  if (trace.silence.lost(fromUs, toUs)) codes.push('L-LOSS')
  if (!trace.silence.reaches(toUs) || !trace.silence.begunBy(fromUs)) codes.push('L-EDGE')
  return codes
}

/** Could an unrecorded event between these two change the order? */
export function between(trace: Trace, earlier: TraceEvent, later: TraceEvent): LimitCode[] {
  return trace.silence.lostBetween(earlier.atUs, later.atUs) ? ['L-LOSS'] : []
}

/** From this granularity on, L-GRAN holds for every duration (rules.md 0.5). */
const COARSE = ms(10)

/**
 * L-GRAN: the limit lies within ± g of the measured value, ends included, so that neither excess nor its
 * absence is shown. `named`: the rule names the code; the others follow it in coarse captures only.
 */
export function grain(trace: Trace, measuredUs: number, limitUs: number, named = false): LimitCode[] {
  const g = trace.capture.granularityUs
  return (named || g >= COARSE) && Math.abs(measuredUs - limitUs) <= g ? ['L-GRAN'] : []
}

/** Two events this close on different processors have no defined order (`capture-order-suspect`). */
export function orderDoubt(earlier: TraceEvent, later: TraceEvent): 'low' | undefined {
  const close = later.atUs - earlier.atUs < ms(1)
  return close && earlier.cpu !== null && later.cpu !== null && earlier.cpu !== later.cpu ? 'low' : undefined
}
