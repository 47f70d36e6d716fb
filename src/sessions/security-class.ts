import type {TraceEvent} from '../events/event.js'
import type {Hex} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import {sameAp} from './exchanges.js'
import type {PeerMap} from './peers.js'
import type {Attempt, FtExchange, SaeExchange, SecurityClass} from './session.js'
import type {Task} from './task.js'

export const CLASS_OF_AUTH: ReadonlyMap<number, SecurityClass> = new Map([
  [1, 'open'],
  [3, '8021x'],
  [4, 'psk'],
  [6, '8021x'],
  [7, 'psk'],
  [8, '8021x'],
  [10, 'owe'],
  [11, '8021x'],
])

/** Success of an SAE exchange: answer type of SET_SAE_AUTH_PARAMS. */
const SAE_SUCCESS = 3

/** rules.md A.4: the first that holds, for the successful attempt. */
export function securityClass(
  task: Task,
  success: Attempt,
  ft: readonly FtExchange[],
  sae: readonly SaeExchange[],
  peers: PeerMap,
  reader: Reader,
): SecurityClass {
  const {request, auth} = success.entry
  const ofSuccess = (exchange: {readonly bssid: string | null}) => sameAp(peers, exchange.bssid, success.bssid)
  const usedFt = ft.some(ofSuccess) && !(request && request.ft === null)
  if (usedFt) return 'ft'
  const exchanges = sae.filter(ofSuccess)
  if (exchanges.some(exchange => exchange.answerType === SAE_SUCCESS)) return 'sae'
  const pmkids = pmkidsFor(task, success, reader)
  if (pmkids.length > 0) {
    const carried = request?.rsn?.pmkids
    if (carried ? pmkids.some(pmkid => carried.includes(pmkid)) : !request && exchanges.length === 0) return 'pmkid'
  }
  return CLASS_OF_AUTH.get(auth ?? 0) ?? 'unknown'
}

/** PMKIDs that the host gave for the AP of an attempt, with the task or later, before its result. */
export function pmkidsFor(task: Task, attempt: Attempt, reader: Reader): Hex[] {
  const given: TraceEvent[] = task.events.filter(
    event =>
      event.step === 'M1' && event.message.name === 'SET_ASSOCIATION_PARAMETERS' && event.seq < attempt.event.seq,
  )
  const candidates = [
    ...((task.m1 && reader.connectTask(task.m1).candidates) ?? []),
    ...given.flatMap(event => reader.associationParameters(event) ?? []),
  ]
  return candidates.flatMap(({bssid, pmkid}) => (bssid === attempt.bssid && pmkid ? [pmkid] : []))
}
