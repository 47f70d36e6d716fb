import type {TraceEvent} from '../events/event.js'
import type {Task} from '../sessions/task.js'
import {between} from './doubt.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/** May a task have had records before this event that the capture does not show: lost since its command, or before the capture? */
export function unseenSinceCommand({m1}: Pick<Task, 'm1'>, event: TraceEvent, trace: Trace): LimitCode[] {
  if (m1 !== null) return between(trace, m1, event)
  return trace.silence.lost(trace.silence.startUs, event.atUs) ? ['L-LOSS'] : ['L-EDGE']
}
