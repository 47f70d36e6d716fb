import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import {type Association, UNKNOWN} from './association.js'
import {compact} from './compact.js'
import {attemptsOf, ftExchangesOf, saeExchangesOf, sameAp} from './exchanges.js'
import {associationOutcome, taskOutcome} from './outcome.js'
import {type PhaseFacts, phasesOf} from './phases.js'
import type {Replay} from './replay.js'
import {securityClass} from './security-class.js'
import {firstAfter, type KeyWindows, needsNoKey, pairwiseKey, serviceOf, tailOf} from './service.js'
import type {Attempt, Session, SessionKind} from './session.js'
import {isAssociationTask, type Task} from './task.js'
import {NO_TOTALS, totalsOf} from './totals.js'
import type {TriggerMatch} from './triggers.js'

const KIND_OF_TASK: ReadonlyMap<string, SessionKind> = new Map([
  ['TASK_ROAM', 'roam'],
  ['TASK_CONNECT', 'connect'],
  ['TASK_DISCONNECT', 'disconnect'],
  ['TASK_SCAN', 'scan'],
  ['TASK_DOT11_RESET', 'reset'],
])

/** A session before it has its place in the capture. */
export type Unplaced = Omit<Session, 'id'>

/** The session of one task, by rules.md A.3 to A.7. `keyWindows`: null where keys are not exported. */
export function sessionOfTask(
  task: Task,
  match: TriggerMatch | null,
  replay: Replay,
  keyWindows: KeyWindows | null,
): Unplaced {
  const shell = shellOf(task, match, replay)
  return isAssociationTask(task) ? withAssociation(shell, task, match, replay, keyWindows) : shell
}

function shellOf(task: Task, match: TriggerMatch | null, replay: Replay): Unplaced {
  const events = match === null ? task.events : [match.trigger, ...task.events]
  const closing = task.m4 ?? (task.end === 'rejected' ? task.m3 : task.resetBy)
  const before = beforeOf(replay, task.m1 ?? task.events[0])
  return {
    kind: KIND_OF_TASK.get(task.message.name) ?? 'task',
    partial: task.m1 === null,
    adapter: task.adapter,
    port: task.port,
    transactionId: task.transactionId,
    task,
    startUs: (events[0] as TraceEvent).atUs,
    endUs: closing?.atUs ?? null,
    outcome: taskOutcome(task),
    class: null,
    service: null,
    oldPeer: linkOf(replay, before.peer),
    newPeer: null,
    trigger: match?.trigger ?? null,
    triggerScan: match?.scan ?? null,
    events,
    tail: [],
    attempts: [],
    success: null,
    ft: [],
    sae: [],
    disassociations: compact(task.events.filter(event => event.message.name === 'DISASSOCIATION')),
    key: null,
    phases: [],
    totals: {...NO_TOTALS, tTask: task.m1 && task.m4 ? task.m4.atUs - task.m1.atUs : null},
  }
}

function withAssociation(
  shell: Unplaced,
  task: Task,
  match: TriggerMatch | null,
  replay: Replay,
  keyWindows: KeyWindows | null,
): Unplaced {
  const {reader, silence, peers, notes} = replay
  const attempts = attemptsOf(task.events, reader)
  const success = attempts.findLast(attempt => attempt.succeeded) ?? null
  const ft = ftExchangesOf(task, attempts, peers, reader)
  const sae = saeExchangesOf(task, attempts, peers, reader)
  const outcome = associationOutcome(task, success, shell.disassociations, peers, reader)
  const succeeded = outcome === 'success' && success !== null
  const kind = success === null ? null : securityClass(task, success, ft, sae, peers, reader)
  const portEvents = replay.ports.get(task.port)?.events ?? []
  const last = task.events.at(-1) as TraceEvent
  const tail = tailOf(portEvents, last, success?.event.atUs ?? last.atUs)
  const commandOf = (event: TraceEvent) => notes.command.get(event.seq)
  const during =
    success === null
      ? []
      : portEvents.slice(firstAfter(portEvents, success.event.seq), firstAfter(portEvents, last.seq))
  const key = success === null ? null : pairwiseKey([...during, ...tail], success, peers, commandOf, reader)
  const left = success === null ? null : leftOld(shell, success, replay)
  const free = success !== null && kind !== null && needsNoKey(success, kind)
  const serviceAt = free ? (success?.event ?? null) : key?.m3?.status === 0 ? key.m3 : null
  const facts: PhaseFacts = {
    task,
    trigger: match?.trigger ?? null,
    triggerScan: match?.scan ?? null,
    attempts,
    success: succeeded ? success : null,
    ft,
    sae,
    disassociations: shell.disassociations,
    left,
    key,
    serviceAt,
    tail,
  }
  const {lossSpans} = silence.capture
  return {
    ...shell,
    outcome,
    class: succeeded ? kind : null,
    service:
      succeeded && success && kind
        ? serviceOf({task, success, class: kind, key, portEvents, keyWindows}, silence, peers, reader)
        : null,
    newPeer: succeeded ? linkOf(replay, success?.bssid ?? null) : null,
    tail: compact(tail),
    attempts: compact(attempts),
    success,
    ft: compact(ft),
    sae: compact(sae),
    key,
    phases: shell.partial ? [] : compact(phasesOf(facts, lossSpans)),
    totals: shell.partial ? NO_TOTALS : totalsOf(facts, succeeded, lossSpans),
  }
}

/** DISASSOCIATION(old): the last one before the last successful result that names the old peer, where that is known. */
function leftOld(shell: Unplaced, success: Attempt, replay: Replay): TraceEvent | null {
  const isOld = (event: TraceEvent) => replay.notes.disassociation.get(event.seq) !== 'other'
  const before = shell.disassociations.filter(event => event.seq < success.event.seq && isOld(event))
  return (
    before.findLast(
      event => !sameAp(replay.peers, replay.reader.disassociation(event).address ?? null, success.bssid),
    ) ?? null
  )
}

function beforeOf(replay: Replay, event: TraceEvent | undefined): Association {
  return (event && replay.notes.before.get(event.seq)) ?? UNKNOWN
}

function linkOf(replay: Replay, peer: Mac | null): Mac | null {
  return peer === null ? null : replay.peers.link(peer)
}
