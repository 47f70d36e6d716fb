import type {TraceEvent} from '../events/event.js'
import {ownCompletion, type Task} from '../sessions/task.js'
import {between} from './doubt.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/**
 * May an event belong to a later task than the one it seems to lie in? The end of this one and the command of that
 * would both be lost since `from`; a completion with the task's own id that follows rules it out.
 */
export function laterTask(task: Task, from: TraceEvent, event: TraceEvent, trace: Trace): LimitCode[] {
  return ownCompletion(task) === null ? between(trace, from, event) : []
}
