import type {TraceEvent} from '../events/event.js'
import type {Adapter} from '../sessions/adapter.js'
import {needsNoKey, TAIL} from '../sessions/service.js'
import type {Session} from '../sessions/session.js'
import type {Trace} from './trace.js'

/**
 * The roam of a port that is under way at a moment: from its TASK_ROAM until the pairwise key of the new AP is
 * installed. Without a key it lasts as long as the service tail (30 s); a roam that ended without a success, or on
 * a network without keys, is over with its completion.
 */
export function roamUnderWay(adapter: Adapter, port: number, event: TraceEvent, trace: Trace): Session | null {
  const m1 = trace.index
    .events(['TASK_ROAM'])
    .findLast(
      other =>
        other.step === 'M1' && other.port === port && other.seq < event.seq && trace.adapterOf(other) === adapter,
    )
  const session = m1 === undefined ? null : trace.sessionAt(m1)
  return session !== null && !isOver(session, event) ? session : null
}

function isOver({task, outcome, success, key}: Session, now: TraceEvent): boolean {
  if (task === null) return true
  const before = (event: TraceEvent | null | undefined) => event != null && event.seq < now.seq
  if (!before(task.m4)) return task.closedUs !== null && task.closedUs < now.atUs
  if (outcome !== 'success' || success === null) return true
  if (needsNoKey(success)) return true
  return before(key?.m3) || now.atUs > success.event.atUs + TAIL
}
