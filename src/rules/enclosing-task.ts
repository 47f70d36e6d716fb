import type {TraceEvent} from '../events/event.js'
import {START_EDGE} from '../sessions/hang-limits.js'
import {isAssociationTask, type Task} from '../sessions/task.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/** Where an indication stands that only a connect or roam makes. */
export interface Enclosing {
  /** Connect or roam of the port that is open around it; null: none was recorded. */
  readonly task: Task | null
  /** What may hide such a task; empty where `task` is known or there is surely none. */
  readonly doubt: readonly LimitCode[]
}

/**
 * The connect or roam inside which an event of its port lies. A task whose command was not recorded counts where its
 * response or completion shows that there was one; a hung task counts until its late completion or the next task.
 */
export function enclosingTask(event: TraceEvent, trace: Trace): Enclosing {
  const own = trace.taskOf(event)
  if (own !== null && isAssociationTask(own)) {
    const proven = own.m1 !== null || own.m3 !== null || own.m4 !== null
    return proven ? {task: own, doubt: []} : {task: null, doubt: unseen(event, own, trace)}
  }
  return {task: uncompletedBefore(event, trace), doubt: []}
}

/** The last task of the port, where it ran over its limit and is not completed yet. */
function uncompletedBefore(event: TraceEvent, trace: Trace): Task | null {
  const m1 = trace.previous(event, ({step, message}) => step === 'M1' && message.kind === 'task')
  const last = m1 === null ? null : trace.taskOf(m1)
  if (last === null || !isAssociationTask(last) || last.end === 'rejected' || last.end === 'device-reset') return null
  return last.m4 === null || last.m4.seq > event.seq ? last : null
}

/** The replay guessed a task: its command may lie before the capture, or in a loss span since the last task of the port. */
function unseen(event: TraceEvent, guess: Task, trace: Trace): LimitCode[] {
  const {silence} = trace
  const last = trace.previous(event, other => isTaskRecord(other, guess, trace))
  const early = last === null && event.atUs - silence.startUs < START_EDGE
  const lost = silence.lost(last?.atUs ?? silence.startUs, event.atUs)
  return [...(early ? (['L-EDGE'] as const) : []), ...(lost ? (['L-LOSS'] as const) : [])]
}

function isTaskRecord(event: TraceEvent, guess: Task, trace: Trace): boolean {
  const task = trace.taskOf(event)
  return task !== null && task !== guess && (event === task.m1 || event === task.m3 || event === task.m4)
}
