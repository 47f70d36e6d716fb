import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {PeerMap} from './peers.js'
import type {Attempt, FtExchange, SaeExchange} from './session.js'
import type {Task} from './task.js'
import {TaskAttempt} from './task-attempt.js'

/** Result entries of a task in their order; entries of one container share its time. */
export function attemptsOf(events: readonly TraceEvent[], reader: Reader): Attempt[] {
  const attempts: Attempt[] = []
  for (const event of events) {
    if (event.message.name !== 'ASSOCIATION_RESULT') continue
    for (const [index, entry] of (reader.associationEntries(event) ?? []).entries()) {
      attempts.push(new TaskAttempt(attempts.length + 1, event, index, entry, reader))
    }
  }
  return attempts
}

/** The answer has no BSSID: it is the first on the port before the result for that BSSID, the next indication or the end (A.0). */
export function ftExchangesOf(task: Task, attempts: readonly Attempt[], peers: PeerMap, reader: Reader): FtExchange[] {
  return task.events.filter(isNamed('FT_ASSOC_PARAMS_NEEDED')).map(indication => {
    const bssid = reader.ftIndication(indication).bssid ?? null
    const result = resultAfter(indication, bssid, attempts, peers)
    return {indication, bssid, ...answerTo(indication, 'SET_FAST_BSS_TRANSITION_PARAMETERS', result, task), result}
  })
}

/** Matched by order on the port; whether the BSSID agrees is a rule's question. */
export function saeExchangesOf(
  task: Task,
  attempts: readonly Attempt[],
  peers: PeerMap,
  reader: Reader,
): SaeExchange[] {
  return task.events.filter(isNamed('SAE_AUTH_PARAMS_NEEDED')).map(indication => {
    const {bssid = null, type = null} = reader.saeIndication(indication)
    const result = resultAfter(indication, bssid, attempts, peers)
    const {answer, end} = answerTo(indication, 'SET_SAE_AUTH_PARAMS', result, task)
    const answerType = answer === null ? null : (reader.saeAnswer(answer).type ?? null)
    return {indication, bssid, type, answer, answerType, end, result}
  })
}

function resultAfter({seq}: TraceEvent, bssid: Mac | null, attempts: readonly Attempt[], peers: PeerMap) {
  return attempts.find(attempt => attempt.event.seq > seq && sameAp(peers, attempt.bssid, bssid)) ?? null
}

function answerTo(indication: TraceEvent, name: string, result: Attempt | null, task: Task) {
  for (const event of task.events) {
    if (event.seq <= indication.seq) continue
    if (event.step === 'M1' && event.message.name === name) return {answer: event, end: event}
    const ends = event.message === indication.message || event === result?.event || event === task.m4
    if (ends) return {answer: null, end: event}
  }
  return {answer: null, end: null}
}

/** Two addresses of one AP, by all that the frames have shown. */
export function sameAp(peers: PeerMap, a: Mac | null, b: Mac | null): boolean {
  return a !== null && b !== null && peers.same(a, b, null) === true
}

function isNamed(name: string): (event: TraceEvent) => boolean {
  return event => event.message.name === name
}
