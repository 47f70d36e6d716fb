import type {TraceEvent} from '../events/event.js'
import {reasonCode} from '../sessions/windows/event-facts.js'
import type {Blame} from './rule.js'

/** WLAN_REASON_CODEs and ONEX_REASON_CODEs that name one side; by the code's own meaning, nothing is concluded. */
const SIDES: readonly (readonly [Blame, readonly number[]])[] = [
  // Policy, lists of Windows, profile, user; the user's identity in 802.1X.
  ['host', [0x28001, 0x28003, 0x28004, 0x28005, 0x28006, 0x28007, 0x28008, 0x2800c, 0x2800e, 0x28011]],
  ['host', [0x38001, 0x38011, 0x48001, 0x48011, 0x50001, 0x50002, 0x50003, 0x50004]],
  // An operation of the driver failed or did not end, its vendor's service is away, keys could not be set.
  ['driver', [0x3800c, 0x3800d, 0x3800e, 0x3800f, 0x48010]],
]

const sideOf: ReadonlyMap<number, Blame> = new Map(
  SIDES.flatMap(([side, codes]) => codes.map(code => [code, side] as const)),
)

/** Whom the reason of a failure names; `either` where it names nobody. */
export const blameOfReason = (event: TraceEvent): Blame => sideOf.get(reasonCode(event) ?? 0) ?? 'either'

/** WLAN_REASON_CODE_USER_CANCELLED, _MSMSEC_CANCELLED. */
export const isCancelled = (event: TraceEvent): boolean => [0x38001, 0x48011].includes(reasonCode(event) ?? 0)
