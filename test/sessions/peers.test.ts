import {describe, expect, it} from 'vitest'
import {PeerMap} from '../../src/sessions/peers.js'

const LINK1 = '02:00:00:00:0b:01'
const LINK2 = '02:00:00:00:0b:02'
const MLD = '02:00:00:00:0b:ff'
const OTHER = '02:00:00:00:0c:01'

describe('link and MLD addresses', () => {
  const peers = new PeerMap()
  peers.learn(LINK1, MLD)
  peers.learn(LINK2, MLD)

  it('takes two links of one MLD for one AP', () => {
    expect(peers.same(LINK1, LINK2, true)).toBe(true)
    expect(peers.same(MLD, LINK2, true)).toBe(true)
  })

  it('cannot tell an unmapped address apart unless the connection is known not to be MLO', () => {
    expect(peers.same(LINK1, OTHER, true)).toBeNull()
    expect(peers.same(LINK1, OTHER, null)).toBeNull()
    expect(peers.same(OTHER, LINK1, null)).toBeNull()
    expect(peers.same(LINK1, OTHER, false)).toBe(false)
  })

  it('tells two MLDs apart whatever is known of the connection', () => {
    const two = new PeerMap()
    two.learn(LINK1, MLD)
    two.learn(OTHER, '02:00:00:00:0c:ff')
    expect(two.same(LINK1, OTHER, true)).toBe(false)
    expect(two.same(LINK1, OTHER, null)).toBe(false)
    expect(two.same(LINK1, LINK1, null)).toBe(true)
  })

  it('knows an MLD by its links only', () => {
    expect([MLD, LINK1, LINK2, OTHER].map(address => peers.mld(address))).toEqual([MLD, MLD, MLD, null])
    expect([MLD, LINK1, LINK2, OTHER].map(address => peers.isMld(address))).toEqual([true, false, false, false])
  })

  it('an address may be both: a link of the MLD that bears its own name', () => {
    const own = new PeerMap()
    own.learn(LINK2, LINK1)
    own.learn(LINK1, LINK1)
    expect(own.link(LINK1)).toBe(LINK1)
  })

  it('shows the first link that was learnt for an MLD', () => {
    expect(peers.link(MLD)).toBe(LINK1)
    expect(peers.link(LINK2)).toBe(LINK2)
    expect(peers.link(OTHER)).toBe(OTHER)
  })
})
