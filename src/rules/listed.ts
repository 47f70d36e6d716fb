import type {Mac} from '../events/units.js'
import {isMlo} from '../sessions/mlo.js'
import type {Same} from '../sessions/peers.js'
import type {Tried} from './attempts.js'
import type {Trace} from './trace.js'

/** Is the AP of an attempt on a list of addresses, itself or as another link of the same AP? null: cannot be mapped (L-MLD). */
export function isListed({attempt, session, given}: Tried, bssid: Mac, list: readonly Mac[], trace: Trace): Same {
  const mlo = isMlo(attempt.entry, given, session.adapter.model)
  const answers = list.map(address => trace.same(session.adapter, bssid, address, mlo))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}
