import type {Attempt, Session} from '../sessions/session.js'
import type {Candidate} from '../wdi/facts.js'
import {hostCandidates} from './host-candidates.js'
import type {Trace} from './trace.js'

/** The host's entry for the AP of an attempt: the latest one with a signal, else the latest. null: none is exported. */
export function chosenEntry({bssid, event}: Attempt, {task}: Session, trace: Trace): Candidate | null {
  if (task === null || bssid === null) return null
  const own = (hostCandidates(task, event, trace) ?? []).filter(candidate => candidate.bssid === bssid)
  return own.findLast(({rssi}) => rssi != null) ?? own.at(-1) ?? null
}
