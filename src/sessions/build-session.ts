import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Association} from './association.js'
import {BLANK} from './blank-session.js'
import {compact} from './compact.js'
import {attemptsOf, ftExchangesOf, saeExchangesOf, sameAp} from './exchanges.js'
import {associationOutcome, taskOutcome} from './outcome.js'
import {type PhaseFacts, phasesOf} from './phases.js'
import type {Port, Replay} from './replay.js'
import {securityClass} from './security-class.js'
import {firstAfter, type Key, type KeyWindows, NO_KEYS, needsNoKey, pairwiseKey, serviceOf, tailOf} from './service.js'
import type {Attempt, RoamRequest, SecurityClass, Session, SessionKind} from './session.js'
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

/** A session before it has its place in the capture; of the driver, unless it says otherwise. */
export type Unplaced = Omit<Session, 'id' | 'source' | 'told' | 'windows'> &
  Partial<Pick<Session, 'source' | 'told' | 'windows'>>

/** The session of one task, by rules.md A.3 to A.7. `keyWindows`: null where keys are not exported. */
export function sessionOfTask(
  task: Task,
  match: TriggerMatch | null,
  replay: Replay,
  keyWindows: KeyWindows | null,
): Unplaced {
  const shell = shellOf(task, match, replay)
  return isAssociationTask(task) ? withAssociation(shell, task, replay, keyWindows) : shell
}

function shellOf(task: Task, match: TriggerMatch | null, replay: Replay): Unplaced {
  const first = task.events[0] as TraceEvent
  const events = match === null ? task.events : [match.trigger, ...task.events]
  const closing = task.m4 ?? (task.end === 'rejected' ? task.m3 : task.resetBy)
  const before = replay.notes.before.get(first.seq) as Association
  const isDated = replay.silence.capture.startUs !== null
  return {
    ...BLANK,
    kind: KIND_OF_TASK.get(task.message.name) ?? 'task',
    partial: task.m1 === null,
    adapter: task.adapter,
    port: task.port,
    transactionId: task.transactionId,
    task,
    startUs: (match?.trigger ?? first).atUs,
    endUs: closing?.atUs ?? null,
    outcome: taskOutcome(task),
    oldPeer: linkOf(replay, before.peer),
    trigger: match?.trigger ?? null,
    triggerScan: match?.scan ?? null,
    events,
    disassociations: compact(task.events.filter(event => event.message.name === 'DISASSOCIATION')),
    totals: {...NO_TOTALS, tTask: isDated && task.m1 && task.m4 ? task.m4.atUs - task.m1.atUs : null},
  }
}

function withAssociation(shell: Unplaced, task: Task, replay: Replay, keyWindows: KeyWindows | null): Unplaced {
  const {reader, silence, peers} = replay
  const {trigger, triggerScan, disassociations} = shell
  const attempts = attemptsOf(task.events, reader)
  const success = attempts.findLast(attempt => attempt.succeeded) ?? null
  const ft = ftExchangesOf(task, attempts, peers, reader)
  const sae = saeExchangesOf(task, attempts, peers, reader)
  const outcome = associationOutcome(task, success, disassociations, peers, reader)
  const joined = outcome === 'success' ? success : null
  const kind = joined && securityClass(task, joined, ft, sae, peers, reader)
  const {events: portEvents} = replay.ports.get(task.port) as Port
  const last = task.events.at(-1) as TraceEvent
  const tail = tailOf(portEvents, last, (success?.event ?? last).atUs)
  const until = firstAfter(portEvents, (tail.at(-1) ?? last).seq)
  const since = (event: TraceEvent) => portEvents.slice(firstAfter(portEvents, event.seq), until)
  const keys = success === null ? NO_KEYS : pairwiseKey(since(success.event), success, replay)
  const {key} = keys
  const facts: PhaseFacts = {
    task,
    trigger,
    triggerScan,
    attempts,
    success: joined,
    ft,
    sae,
    disassociations,
    left: joined && leftOld(disassociations, joined, replay),
    key,
    serviceAt: joined && serviceStart(joined, key),
    tail,
  }
  const phases = shell.partial ? [] : compact(phasesOf(facts, silence))
  return {
    ...shell,
    outcome,
    class: kind,
    service:
      joined &&
      serviceOf(
        {
          success: joined,
          completion: task.m4 as TraceEvent,
          class: kind as SecurityClass,
          keys,
          portEvents,
          keyWindows,
        },
        replay,
      ),
    newPeer: joined && linkOf(replay, joined.bssid),
    request: shell.kind === 'roam' ? requestOf(task, replay) : null,
    tail: compact(tail),
    attempts: compact(attempts),
    success,
    ft: compact(ft),
    sae: compact(sae),
    key,
    phases,
    totals: silence.capture.startUs === null ? NO_TOTALS : totalsOf(facts, phases),
  }
}

function requestOf({m1}: Task, {reader}: Replay): RoamRequest | null {
  const settings = m1 === null ? null : reader.connectTask(m1).settings
  if (settings?.roamNeededReason == null && settings?.roamTrigger == null) return null
  return {reason: settings.roamNeededReason, roamTrigger: settings.roamTrigger}
}

/** DISASSOCIATION(old): the last one before the last successful result that names the old peer, where that is known. */
function leftOld(disassociations: readonly TraceEvent[], success: Attempt, replay: Replay): TraceEvent | null {
  const {notes, peers, reader} = replay
  const isOld = (event: TraceEvent) =>
    event.seq < success.event.seq &&
    notes.disassociation.get(event.seq) !== 'other' &&
    !sameAp(peers, reader.disassociation(event).address ?? null, success.bssid)
  return disassociations.findLast(isOld) ?? null
}

/** What ends gap-service and t_service. */
function serviceStart(success: Attempt, key: Key | null): TraceEvent | null {
  if (needsNoKey(success)) return success.event
  return key?.m3?.status === 0 ? key.m3 : null
}

function linkOf(replay: Replay, peer: Mac | null): Mac | null {
  return peer === null ? null : replay.peers.link(peer)
}
