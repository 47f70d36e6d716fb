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
    expect(peers.same(LINK1, OTHER, false)).toBe(false)
  })

  it('shows the first link that was learnt for an MLD', () => {
    expect(peers.link(MLD)).toBe(LINK1)
    expect(peers.link(LINK2)).toBe(LINK2)
    expect(peers.link(OTHER)).toBe(OTHER)
  })
})
