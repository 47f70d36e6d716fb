import type {TraceEvent} from '../events/event.js'
import type {PhaseFacts} from './phases.js'
import type {Phase, Totals} from './session.js'

export const NO_TOTALS: Totals = {tReq: null, tTask: null, tService: null, gapL2: null, gapService: null}

/**
 * Totals of rules.md A.7, µs. Both ends of t_req, t_task and t_service name what they measure, so that loss
 * between them changes nothing; the gaps are phases and are unmeasured then.
 */
export function totalsOf({task, success, serviceAt}: PhaseFacts, phases: readonly Phase[]): Totals {
  const sinceM1 = (to: TraceEvent | null) => (task.m1 === null || to === null ? null : to.atUs - task.m1.atUs)
  const tTask = sinceM1(task.m4)
  if (success === null) return {...NO_TOTALS, tTask}
  const duration = (name: string) => phases.find(phase => phase.name === name)?.durationUs ?? null
  return {
    tReq: sinceM1(success.event),
    tTask,
    tService: sinceM1(serviceAt),
    gapL2: duration('gap-l2'),
    gapService: duration('gap-service'),
  }
}
