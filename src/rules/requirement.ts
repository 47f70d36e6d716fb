import type {Attempt, Session} from '../sessions/session.js'
import {overLimit} from './limit.js'
import {longestPhase} from './phases-of-request.js'
import type {Blame, Judgement} from './rule.js'
import type {Trace} from './trace.js'
import {duration, notApplicable, PASS, violation} from './verdict.js'

/**
 * Judges the time from the command to a successful result against a figure of the certification bench. Confidence is
 * low when another candidate failed first: the bench has no such thing. `finer`: more to say, and another blame.
 */
export function judgeRequirement(
  session: Session,
  success: Attempt,
  limitUs: number,
  trace: Trace,
  finer: {readonly words?: string; readonly blame?: Blame} = {},
): Judgement {
  const m1 = session.task?.m1
  if (session.partial || !m1) return notApplicable('the command (M1) is not in the capture')
  const tookUs = success.event.atUs - m1.atUs
  const undone = overLimit(trace, tookUs, limitUs, true)
  if (undone === null) return PASS
  const failed = session.attempts.filter(attempt => !attempt.succeeded && attempt.number < success.number).length
  const details = [
    failed === 0 ? null : `${failed} failed ${failed === 1 ? 'candidate' : 'candidates'} included`,
    finer.words ?? longestPhase(session),
  ].filter(text => text !== null)
  const results = new Set(session.attempts.map(({event}) => event))
  return violation({
    atUs: success.event.atUs,
    message: `${[`The ${session.kind} took ${duration(tookUs)} from the command to the successful association (limit ${duration(limitUs)})`, ...details].join('; ')}.`,
    evidence: [m1, ...results],
    session,
    undone,
    ...(failed > 0 ? {confidence: 'low' as const} : {}),
    ...(finer.blame === undefined ? {} : {blame: finer.blame}),
  })
}
