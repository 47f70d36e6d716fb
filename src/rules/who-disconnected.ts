import type {TraceEvent} from '../events/event.js'
import {seconds} from '../events/units.js'
import {numberIn, reasonCode, said} from '../sessions/windows/event-facts.js'
import {blameOfReason} from './blame-of-reason.js'
import type {Trace} from './trace.js'

/** WLAN_REASON_CODE_DRIVER_DISCONNECTED, DRIVER_OPERATION_FAILURE. */
const DRIVER: readonly number[] = [0x3800b, 0x3800c]
/** Heuristic: a call to disconnect is carried out within this time. */
const CALL = seconds(10)

/** `sure`: Windows says so in a documented code or in words; else only by its undocumented number. */
export interface Disconnector {
  /** `others` asked for it: user, policy, another connection. `nobody`: something failed. */
  readonly who: 'driver' | 'others' | 'nobody'
  readonly sure: boolean
}

/**
 * Who ended a connection, by event 8003: the driver (for whatever reason of its own or of the AP), or others (user,
 * policy, another connection). No page explains the number of 8003: published records have 0 with the driver and 5 with
 * a policy, and WLAN_REASON_CODEs would be far above. null: neither number nor English words.
 */
export function whoDisconnected(event: TraceEvent, trace: Trace): Disconnector | null {
  if (wasCalled(event, trace)) return {who: 'others', sure: true}
  const code = reasonCode(event)
  if (code !== null) {
    const who = DRIVER.includes(code) ? 'driver' : blameOfReason(event) === 'host' ? 'others' : 'nobody'
    return {who, sure: true}
  }
  const words = said(event, 'why') ?? ''
  if (/^the network (?:is|was) disconnected\b/i.test(words)) {
    const who = /\bby the driver\b/i.test(words)
      ? 'driver'
      : /\b(?:fail|time[d-]|lost)/i.test(words)
        ? 'nobody'
        : 'others'
    return {who, sure: true}
  }
  const number = numberIn(event, 'reason')
  return number === null ? null : {who: number === 0 ? 'driver' : 'others', sure: false}
}

/** Begin Disconnect API: somebody asked for it. */
function wasCalled(event: TraceEvent, trace: Trace): boolean {
  return trace.around(event, CALL).some(({message, seq}) => message.name === '20001' && seq < event.seq)
}
