import type {TraceEvent} from '../events/event.js'
import {ALL_STATIONS} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import {sameAp} from './exchanges.js'
import type {PeerMap} from './peers.js'
import type {Attempt, Outcome} from './session.js'
import {isFailure, type Task} from './task.js'

/** How the life of the task ended, where that alone decides the outcome (rules.md A.5, first four rows). */
function lifeOf(task: Task): Outcome | null {
  if (task.m1 === null) return 'incomplete'
  if (task.end === 'rejected') return 'rejected'
  if (task.end === 'device-reset') return 'device-reset'
  if (task.m4 !== null) return null
  return task.end === 'hung' ? 'hung' : 'incomplete'
}

/** rules.md A.5 for connects and roams. `disassociations`: those inside the task. */
export function associationOutcome(
  task: Task,
  success: Attempt | null,
  disassociations: readonly TraceEvent[],
  peers: PeerMap,
  reader: Reader,
): Outcome {
  const life = lifeOf(task)
  if (life !== null) return life
  const undone =
    success !== null &&
    disassociations.some(event => event.seq > success.event.seq && leaves(event, success, peers, reader))
  if (success !== null && !undone) return 'success'
  const roam = task.message.name === 'TASK_ROAM'
  if (task.aborts.length > 0) {
    if (!roam) return 'aborted'
    return disassociations.length > 0 ? 'aborted-after-disassoc' : 'aborted-before-disassoc'
  }
  return roam && disassociations.length === 0 ? 'stayed' : 'failed'
}

/** A DISASSOCIATION that ends the association of this attempt. */
export function leaves(event: TraceEvent, {bssid}: Attempt, peers: PeerMap, reader: Reader): boolean {
  const {address} = reader.disassociation(event)
  return address === ALL_STATIONS || sameAp(peers, address ?? null, bssid)
}

/** Outcome of every other task: by the completion's status, null where that is not exported. */
export function taskOutcome(task: Task): Outcome | null {
  const life = lifeOf(task)
  if (life !== null) return life
  if (task.aborts.length > 0) return 'aborted'
  const {status} = task.m4 as TraceEvent
  if (status === null) return null
  return isFailure(status) ? 'failed' : 'success'
}
