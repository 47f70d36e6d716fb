import {describe, expect, it} from 'vitest'
import {
  type Association,
  type AssociationInput,
  type AssociationState,
  advance,
  UNKNOWN,
} from '../../src/sessions/association.js'
import {event} from './events.js'

const A = '02:00:00:00:0a:01'
const B = '02:00:00:00:0b:01'
const then = event(0, 'IND', 'LINK_STATE_CHANGE')
const now = event(10, 'IND', 'DISASSOCIATION')

const states: Record<AssociationState, Association> = {
  unknown: UNKNOWN,
  unassociated: {state: 'unassociated', peer: null, since: then, confirmed: true, mlo: null},
  associated: {state: 'associated', peer: A, since: then, confirmed: true, mlo: null},
}

/** rules.md A.2, row by row: from each state the state and peer that follow, or null where nothing changes. */
const table: readonly [AssociationInput, AssociationState, AssociationState | null, string | null][] = [
  ['success', 'unknown', 'associated', B],
  ['success', 'unassociated', 'associated', B],
  ['success', 'associated', 'associated', B],
  ['disassociation of the peer', 'unknown', null, null],
  ['disassociation of the peer', 'unassociated', null, null],
  ['disassociation of the peer', 'associated', 'unassociated', null],
  ['late disassociation of the old peer', 'unknown', null, null],
  ['late disassociation of the old peer', 'unassociated', null, null],
  ['late disassociation of the old peer', 'associated', null, A],
  ['disassociation of another', 'unknown', null, null],
  ['disassociation of another', 'unassociated', null, null],
  ['disassociation of another', 'associated', 'unassociated', null],
  ['disassociation without peer', 'unknown', 'unassociated', null],
  ['disassociation without peer', 'unassociated', 'unassociated', null],
  ['disassociation without peer', 'associated', null, A],
  ['peer named', 'unknown', 'associated', B],
  ['peer named', 'unassociated', null, null],
  ['peer named', 'associated', null, A],
  ['port cleared', 'unknown', 'unassociated', null],
  ['port cleared', 'unassociated', 'unassociated', null],
  ['port cleared', 'associated', 'unassociated', null],
]

describe('association of a port', () => {
  it.each(table)('%s in state %s leads to %s (peer %s)', (input, from, to, peer) => {
    const before = states[from]
    const after = advance(before, input, now, B)
    if (to === null) expect(after).toEqual(before)
    else expect(after).toMatchObject({state: to, peer, since: now, confirmed: true})
  })

  it('trusts a state again once an event names a peer after a loss span', () => {
    const doubtful = {...states.associated, confirmed: false}
    expect(advance(doubtful, 'peer named', now, A)).toEqual(states.associated)
    expect(advance(doubtful, 'disassociation without peer', now)).toBe(doubtful)
  })

  it('a peer that is named after a loss may be another', () => {
    expect(advance(states.associated, 'another peer named after loss', now, B, true)).toEqual({
      state: 'associated',
      peer: B,
      since: now,
      confirmed: true,
      mlo: true,
    })
    expect(advance(states.unassociated, 'another peer named after loss', now, B)).toBe(states.unassociated)
  })

  it('a peer that is named without association changes nothing', () => {
    const doubtful = {...states.unassociated, confirmed: false}
    expect(advance(doubtful, 'peer named', now, A, true)).toBe(doubtful)
  })

  it.each([
    [null, null, null],
    [null, true, true],
    [null, false, false],
    [true, null, true],
    [true, false, true],
    [false, true, false],
  ])('learns late whether a connection is MLO, and never forgets it: %s, then %s', (known, shown, expected) => {
    for (const confirmed of [true, false]) {
      const before = {...states.associated, mlo: known, confirmed}
      const after = advance(before, 'peer named', now, A, shown)
      expect(after).toEqual({...states.associated, mlo: expected})
      if (confirmed && known === expected) expect(after).toBe(before)
    }
  })
})
