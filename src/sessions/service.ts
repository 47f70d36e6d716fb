import type {TraceEvent} from '../events/event.js'
import {type Micros, seconds} from '../events/units.js'
import type {Association} from './association.js'
import {leaves} from './outcome.js'
import type {Same} from './peers.js'
import type {Replay} from './replay.js'
import type {Attempt, SecurityClass, Service} from './session.js'
import type {Command} from './task.js'

/** Length of the service tail and of the window in which a broken connection belongs to its roam. */
export const TAIL = seconds(30)

/** How long after the completion a pairwise key is awaited, µs; with 802.1X an authentication server lies in between. */
export interface KeyWindows {
  readonly '8021x': Micros
  readonly others: Micros
}

/** Windows of `keys-not-installed`. */
export const KEY_WINDOWS: KeyWindows = {'8021x': seconds(30), others: seconds(5)}

export function keyWindow(kind: SecurityClass, windows: KeyWindows): Micros {
  return kind === '8021x' ? windows['8021x'] : windows.others
}

const ENDS_TAIL: ReadonlySet<string> = new Set(['TASK_ROAM', 'TASK_CONNECT', 'TASK_DISCONNECT', 'TASK_DOT11_RESET'])

export interface Key {
  readonly m1: TraceEvent
  readonly m3: TraceEvent | null
}

/**
 * Records of the port after the session's last own record: up to 30 s after `from`, or the next task
 * that changes the association. A scan does not end the tail: keys may wait for it.
 */
export function tailOf(portEvents: readonly TraceEvent[], last: TraceEvent, from: Micros): TraceEvent[] {
  const tail: TraceEvent[] = []
  for (let i = firstAfter(portEvents, last.seq); i < portEvents.length; i++) {
    const event = portEvents[i] as TraceEvent
    if (event.atUs > from + TAIL || (event.step === 'M1' && ENDS_TAIL.has(event.message.name))) break
    tail.push(event)
  }
  return tail
}

export interface KeySearch {
  readonly key: Key | null
  /** A key command without `key` that may have had it: entries not exported, or an address of unknown AP (L-MLD). */
  readonly perhaps: boolean
}

export const NO_KEYS: KeySearch = {key: null, perhaps: false}

/** The first pairwise key for the new peer among events after its association; in the task it is a fault of the host. */
export function pairwiseKey(candidates: readonly TraceEvent[], {bssid}: Attempt, replay: Replay): KeySearch {
  const {notes, peers, reader} = replay
  let perhaps = false
  for (const event of candidates) {
    if (event.step !== 'M1' || event.message.name !== 'SET_ADD_CIPHER_KEYS') continue
    const {mlo} = notes.before.get(event.seq) as Association
    const same = reader.keys(event)?.map(({type, peer}): Same => {
      if (type !== 1 || peer === null) return false
      return peer === undefined || bssid === null ? null : peers.same(peer, bssid, mlo)
    })
    if (same?.includes(true)) return {key: {m1: event, m3: (notes.command.get(event.seq) as Command).m3}, perhaps}
    perhaps ||= same === undefined || same.includes(null)
  }
  return {key: null, perhaps}
}

/** The data path opens with the association: an open network, or a driver that says so. */
export function needsNoKey({entry}: Attempt): boolean {
  return entry.auth === 1 || entry.portAuthorized === 1
}

export interface ServiceFacts {
  readonly success: Attempt
  readonly completion: TraceEvent
  readonly class: SecurityClass
  readonly keys: KeySearch
  /** Of the port, in order of time. */
  readonly portEvents: readonly TraceEvent[]
  /** null: keys are not exported. */
  readonly keyWindows: KeyWindows | null
}

/** Whether the connection carried data: the first of broken, up, no keys, unknown that holds. */
export function serviceOf(facts: ServiceFacts, replay: Replay): Service {
  const {success, completion, keyWindows} = facts
  const {key, perhaps} = facts.keys
  const {silence} = replay
  if (isBroken(facts, replay)) return 'broken'
  if (needsNoKey(success) || key?.m3?.status === 0) return 'up'
  if (keyWindows === null || key !== null || perhaps) return 'unknown'
  const limit = completion.atUs + keyWindow(facts.class, keyWindows)
  return silence.reaches(limit) && !silence.lost(success.event.atUs, limit) ? 'no keys' : 'unknown'
}

/** DISASSOCIATION of the new peer within 30 s of the result, outside a later roam. */
function isBroken({success, completion, portEvents}: ServiceFacts, {notes, peers, reader}: Replay): boolean {
  for (let i = firstAfter(portEvents, completion.seq); i < portEvents.length; i++) {
    const event = portEvents[i] as TraceEvent
    if (event.atUs > success.event.atUs + TAIL) return false
    if (event.message.name !== 'DISASSOCIATION' || notes.task.get(event.seq)?.message.name === 'TASK_ROAM') continue
    if (leaves(event, success, peers, reader)) return true
  }
  return false
}

/** Index of the first event with a higher number. */
export function firstAfter(events: readonly TraceEvent[], seq: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle] as TraceEvent).seq <= seq) low = middle + 1
    else high = middle
  }
  return low
}
