import type {TraceEvent} from '../events/event.js'
import type {Command, Task} from '../sessions/task.js'
import type {NotApplicable} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable} from './verdict.js'

/** An ABORT_TASK and the task that its cancel parameters identify. */
export interface Abort {
  readonly kind: 'abort'
  readonly m1: TraceEvent
  readonly task: Task
  /** The task was still open; false: it was over, or had hung, before the abort was sent. */
  readonly open: boolean
}

export function abortTarget(abort: Command, trace: Trace): Abort | NotApplicable {
  const {m1} = abort
  if (m1 === null) return notApplicable('the command (M1) is not in the capture')
  const task = trace.taskOf(m1)
  if (task === null) return notApplicable('the task that was to be aborted is not in the capture')
  return {kind: 'abort', m1, task, open: task.aborts.includes(abort) && !hungBefore(task, m1)}
}

/** The limit of the task had run out before this moment, and its completion never came. */
export function hungBefore({m4, closedUs}: Task, event: TraceEvent): boolean {
  return m4 === null && closedUs !== null && closedUs < event.atUs
}
