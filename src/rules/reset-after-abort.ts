import type {TraceEvent} from '../events/event.js'
import type {Task} from '../sessions/task.js'
import {deviceReset} from './device-reset.js'
import {between} from './doubt.js'
import type {Judgement, LimitCode, Observation} from './rule.js'
import {named, type Trace} from './trace.js'
import {duration, notApplicable, PASS, violation} from './verdict.js'

/** What the host may do with a port after an abort; the reset has to be the first of them. */
const NEXT = ['TASK_CONNECT', 'TASK_ROAM', 'TASK_DOT11_RESET']

/**
 * Judges whether the host resets the port after an aborted task, before it uses it again. A disconnect or scan in
 * between is no use. `finer`: what the rule adds. Without a further task nothing is shown: inconclusive.
 */
export function judgeResetAfterAbort(
  task: Task,
  trace: Trace,
  finer: Partial<Observation> & {readonly shown?: readonly TraceEvent[]; readonly why: string},
): Judgement {
  const abort = task.aborts[0]?.m1
  const {m4, adapter, message} = task
  if (!abort) return notApplicable('the task was not aborted')
  if (m4 === null) return notApplicable('the aborted task is not completed in the capture')
  const names = message.name === 'TASK_START_AP' ? [...NEXT, 'TASK_START_AP'] : NEXT
  const next = trace.next(abort, named(names, 'M1'))
  const reset = deviceReset(adapter, abort.atUs, next?.atUs ?? Infinity, trace)
  if (reset !== null) return notApplicable('the device was reset after the abort')
  if (next?.message.name === 'TASK_DOT11_RESET') return PASS
  const {shown = [], why, undone = [], ...rest} = finer
  const doubt: LimitCode[] =
    next === null ? ['L-EDGE', ...loss(trace, abort.atUs)] : between(trace, task.m1 ?? abort, next)
  const aborted = `${message.name} was aborted${why}`
  const after =
    next === null
      ? `${aborted}, and the capture shows no further task of the port: whether the dot11 reset followed is not known`
      : `${aborted}, but the next task of the port is ${next.message.name}, ${duration(next.atUs - m4.atUs)} after the completion, not the dot11 reset`
  return violation({
    atUs: next?.atUs ?? m4.atUs,
    message: `${after}.`,
    evidence: [abort, ...shown, m4, ...(next === null ? [] : [next])],
    expected: ['M1 of TASK_DOT11_RESET after the completion'],
    undone: [...doubt, ...undone],
    ...rest,
  })
}

function loss(trace: Trace, fromUs: number): LimitCode[] {
  return trace.silence.lost(fromUs, Infinity) ? ['L-LOSS'] : []
}
