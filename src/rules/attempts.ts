import type {TraceEvent} from '../events/event.js'
import type {Attempt, Session} from '../sessions/session.js'
import type {Task} from '../sessions/task.js'
import type {ConnectTask} from '../wdi/facts.js'
import type {AssociationFrame} from '../wdi/frames.js'
import {judgeEach} from './judge-each.js'
import type {Judgement, Observation, Verdicts} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable} from './verdict.js'

/** A result entry of a connect or roam, beside what the host had asked for. */
export interface Tried {
  readonly attempt: Attempt
  readonly session: Session
  readonly task: Task
  readonly m1: TraceEvent
  /** Parameters of the task. */
  readonly given: ConnectTask
}

/** Judges each attempt of a connect or roam whose command is in the capture. */
export function judgeAttempts(
  session: Session,
  trace: Trace,
  judge: (tried: Tried) => Judgement | undefined,
): Verdicts {
  const {task, attempts} = session
  if (attempts.length === 0) return undefined
  if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
  const {m1} = task
  const given = trace.reader.connectTask(m1)
  return judgeEach(attempts, attempt => judge({attempt, session, task, m1, given}))
}

/** The same for attempts whose association request was exported. */
export function judgeRequests(
  session: Session,
  trace: Trace,
  judge: (tried: Tried, request: AssociationFrame) => Judgement | undefined,
): Verdicts {
  return judgeAttempts(session, trace, tried => {
    const {request} = tried.attempt.entry
    return request == null ? notApplicable('no association request frame exported') : judge(tried, request)
  })
}

/** Place and records of a finding about an attempt: its result, and the command that set the terms. */
export function placeOf({attempt, m1}: Tried): Pick<Observation, 'atUs' | 'evidence'> {
  return {atUs: attempt.event.atUs, evidence: [attempt.event, m1]}
}
