import type {TraceEvent} from '../events/event.js'
import {ALL_STATIONS} from '../events/units.js'
import type {Attempt, Session} from '../sessions/session.js'
import {namesPeer} from './names-peer.js'
import type {NotApplicable} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable} from './verdict.js'

/** What became of the connection that a successful roam made. */
export type AfterRoam = NotApplicable | {readonly kind: 'kept'} | Break

export interface Break {
  readonly kind: 'broken'
  readonly success: Attempt
  readonly event: TraceEvent
  readonly status: number
  readonly afterUs: number
}

/** By the host, and by the driver for a better AP: the connection did not break by itself. */
const INTENDED: ReadonlySet<number> = new Set([7, 10])

/** Did the connection of a roam break within `windowUs` of its result, outside a later roam and not by intention? */
export function afterRoam(session: Session, windowUs: number, trace: Trace): AfterRoam {
  const {outcome, success, task, oldPeer} = session
  if (outcome !== 'success' || success === null || !task?.m4) return notApplicable('no successful roam')
  const limit = success.event.atUs + windowUs
  const ends = (event: TraceEvent) =>
    event.message.name === 'DISASSOCIATION' &&
    trace.before(event).since?.seq === success.event.seq &&
    !(
      oldPeer !== null &&
      oldPeer !== success.bssid &&
      namesPeer(event, oldPeer, false, trace) === true &&
      !isAll(event, trace)
    )
  const event = trace.next(task.m4, ends, limit)
  if (event === null) {
    const covered = trace.silence.reaches(limit) && !trace.silence.lost(success.event.atUs, limit)
    return covered ? {kind: 'kept'} : notApplicable('the time after the roam is not covered by the capture')
  }
  if (trace.taskOf(event)?.message.name === 'TASK_ROAM') return {kind: 'kept'}
  const {status} = trace.reader.disassociation(event)
  if (status == null) return notApplicable('the status of the disassociation is not exported')
  if (INTENDED.has(status)) return {kind: 'kept'}
  return {kind: 'broken', success, event, status, afterUs: event.atUs - success.event.atUs}
}

function isAll(event: TraceEvent, trace: Trace): boolean {
  return trace.reader.disassociation(event).address === ALL_STATIONS
}
