import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'

export type AssociationState = 'unknown' | 'unassociated' | 'associated'

/** What is known of a station port's association at one moment. */
export interface Association {
  readonly state: AssociationState
  /** As the event named it that led here; null unless associated. */
  readonly peer: Mac | null
  /** The event that led to this state; null at the start of the capture. */
  readonly since: TraceEvent | null
  /** False: a loss span ended since the last event that named a peer (L-STATE). */
  readonly confirmed: boolean
  /** Whether the connection is MLO; null: not known. */
  readonly mlo: boolean | null
}

export type AssociationInput =
  | 'success'
  | 'disassociation of the peer'
  | 'late disassociation of the old peer'
  | 'disassociation of another'
  | 'disassociation without peer'
  | 'peer named'
  | 'another peer named after loss'
  | 'port cleared'

export const UNKNOWN: Association = {state: 'unknown', peer: null, since: null, confirmed: true, mlo: null}

const ANY: readonly AssociationState[] = ['unknown', 'unassociated', 'associated']

interface Row {
  readonly input: AssociationInput
  readonly from: readonly AssociationState[]
  /** `same`: the port keeps its peer. */
  readonly to: AssociationState | 'same'
}

/** The table of rules.md A.2; a pair that is not in it leaves the state as it is. */
export const ASSOCIATION_TABLE: readonly Row[] = [
  {input: 'success', from: ANY, to: 'associated'},
  {input: 'disassociation of the peer', from: ['associated'], to: 'unassociated'},
  {input: 'late disassociation of the old peer', from: ['associated'], to: 'same'},
  {input: 'disassociation of another', from: ['associated'], to: 'unassociated'},
  {input: 'disassociation without peer', from: ['unknown', 'unassociated'], to: 'unassociated'},
  {input: 'peer named', from: ['unknown'], to: 'associated'},
  {input: 'another peer named after loss', from: ['associated'], to: 'associated'},
  {input: 'port cleared', from: ANY, to: 'unassociated'},
]

/** The state after an input. `peer` is the peer that a success or another event names. */
export function advance(
  before: Association,
  input: AssociationInput,
  event: TraceEvent,
  peer: Mac | null = null,
  mlo: boolean | null = null,
): Association {
  const row = ASSOCIATION_TABLE.find(r => r.input === input && r.from.includes(before.state))
  if (row === undefined || row.to === 'same') {
    return input === 'peer named' ? confirm(before, mlo) : before
  }
  if (row.to === 'associated') return {state: 'associated', peer, since: event, confirmed: true, mlo}
  return {state: row.to, peer: null, since: event, confirmed: true, mlo: null}
}

/** An event that names a peer ends the doubt after a loss span, and may show at last whether the connection is MLO. */
function confirm(before: Association, mlo: boolean | null): Association {
  if (before.state !== 'associated' || (before.confirmed && (before.mlo !== null || mlo === null))) return before
  return {...before, confirmed: true, mlo: before.mlo ?? mlo}
}
