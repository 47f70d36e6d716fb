import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Task} from '../sessions/task.js'
import type {Candidate} from '../wdi/facts.js'
import type {Trace} from './trace.js'

/**
 * Candidates that the host has given for a connect or roam before a moment: those of the task, then those of later
 * SET_ASSOCIATION_PARAMETERS. undefined: one of the lists is not exported.
 */
export function hostCandidates(task: Task, before: TraceEvent, trace: Trace): readonly Candidate[] | undefined {
  const listed = task.m1 === null ? undefined : trace.reader.connectTask(task.m1).candidates
  const isLater = ({step, message, seq}: TraceEvent) =>
    step === 'M1' && message.name === 'SET_ASSOCIATION_PARAMETERS' && seq < before.seq
  const later = task.events.filter(isLater)
  if (later.length === 0) return listed
  const lists = [listed, ...later.map(event => trace.reader.associationParameters(event))]
  return lists.every(list => list !== undefined) ? lists.flat() : undefined
}

/** Those among them that describe one AP, under its link or MLD address. */
export function candidatesFor(candidates: readonly Candidate[], bssid: Mac, task: Task, trace: Trace): Candidate[] {
  return candidates.filter(
    candidate => candidate.bssid && trace.same(task.adapter, candidate.bssid, bssid, false) === true,
  )
}
