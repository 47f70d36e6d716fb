import {isMlo} from '../sessions/mlo.js'
import type {Task} from '../sessions/task.js'
import type {Trace} from './trace.js'

/** May the connection that a task makes be a multi-link one? false: surely not. null: it may be, as far as the task says. */
export function mayBeMlo(task: Task, trace: Trace): false | null {
  const given = task.m1 === null ? null : trace.reader.connectTask(task.m1)
  return isMlo({request: undefined}, given, task.adapter.model) === false ? false : null
}
