import type {TraceEvent} from '../events/event.js'
import type {Span} from './capture.js'
import type {PhaseFacts} from './phases.js'
import type {Totals} from './session.js'

export const NO_TOTALS: Totals = {tReq: null, tTask: null, tService: null, gapL2: null, gapService: null}

/**
 * Totals of rules.md A.7, µs. Both ends of t_req, t_task and t_service name what they measure, so that loss
 * between them changes nothing; the gaps are phases and are unmeasured then.
 */
export function totalsOf(facts: PhaseFacts, succeeded: boolean, lossSpans: readonly Span[]): Totals {
  const {task, success, left, serviceAt} = facts
  const between = (from: TraceEvent | null, to: TraceEvent | null) =>
    from === null || to === null || to.seq < from.seq ? null : to.atUs - from.atUs
  const gap = (to: TraceEvent | null) => {
    const lost =
      left !== null && to !== null && lossSpans.some(span => span.startUs < to.atUs && span.endUs > left.atUs)
    return lost ? null : between(left, to)
  }
  const tTask = between(task.m1, task.m4)
  if (!succeeded || success === null) return {...NO_TOTALS, tTask}
  return {
    tReq: between(task.m1, success.event),
    tTask,
    tService: between(task.m1, serviceAt),
    gapL2: gap(success.event),
    gapService: gap(serviceAt),
  }
}
