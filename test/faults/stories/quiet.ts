import type {Story} from '../trace/story.js'
import {type PortWorld, peerName} from '../world.js'
import {groupKeys, linkReport} from './after-association.js'
import {entry} from './bss-list.js'
import type {Scribe} from './scribe.js'

/** Properties that the host sets or asks for in between. */
export function properties(scribe: Scribe): Story {
  const {rng, story} = scribe
  for (let i = rng.int(1, 3); i > 0; i--) {
    const name = rng.pick([
      'GET_STATISTICS',
      'SET_PRIVACY_EXEMPTION_LIST',
      'SET_RECEIVE_PACKET_FILTER',
      'SET_MULTICAST_LIST',
    ])
    const [m1, m3] = scribe.property(name)
    story.mark(`m1`, m1)
    story.mark(`m3`, m3)
    scribe.wait(1, 500)
  }
  return story
}

/** New group keys for the connection that is there. */
export function rekey(scribe: Scribe): Story {
  const {link} = scribe.port as PortWorld
  if (link !== null) scribe.story.mark('groupKey', scribe.property('SET_ADD_CIPHER_KEYS', groupKeys(link, false))[0])
  return scribe.story
}

/** The host asks for the list of an adapter that manages it itself. */
export function listQuery(scribe: Scribe): Story {
  const {rng, story} = scribe
  const m1 = story.mark('m1', scribe.command('GET_BSS_ENTRY_LIST'))
  for (let i = rng.int(1, 2); i > 0; i--) {
    story.mark(
      'list',
      scribe.wait(0.2, 20).indicate('BSS_ENTRY_LIST', rng.chance(0.5) ? [`count=${rng.int(0, 9)}`] : [entry(scribe)]),
    )
  }
  story.mark('m3', scribe.wait(0.2, 20).answer(m1))
  return story
}

/** Links of a Multi-Link connection come and go. */
export function linkChange(scribe: Scribe): Story {
  const {link} = scribe.port as PortWorld
  if (link === null) return scribe.story
  linkReport(scribe, link, 1)
  if (link.mlo) {
    scribe.wait(500, 4000)
    linkReport(scribe, link, 2)
  }
  return scribe.story
}

/** Low-latency mode with a trigger below the threshold that nobody follows. */
export function lowLatency(scribe: Scribe): Story {
  const {rng, story} = scribe
  const {link} = scribe.port as PortWorld
  if (link === null) return story
  const threshold = rng.int(40, 70)
  story.mark('quality', scribe.property('SET_CONNECTION_QUALITY', ['hint=2', `threshold=${threshold}`])[0])
  scribe.wait(100, 4000)
  story.mark(
    'link',
    scribe.indicate('LINK_STATE_CHANGE', [
      peerName(link),
      `quality=${threshold - rng.int(1, 30)}`,
      `links=${link.mlo ? 2 : 1}`,
    ]),
  )
  scribe.wait(100, 4000)
  story.mark('trigger', scribe.indicate('ROAMING_NEEDED', ['reason=15']))
  scribe.wait(100, 500)
  scribe.property('SET_CONNECTION_QUALITY', ['hint=0'])
  return story
}

/** A trigger that no roam answers: legal. */
export function triggerOnly(scribe: Scribe): Story {
  const {rng, story} = scribe
  story.mark('trigger', scribe.indicate('ROAMING_NEEDED', [`reason=${rng.pick([10, 15])}`]))
  return story
}
