import type {Field} from '../trace/fields.js'
import type {Story} from '../trace/story.js'
import {type Ap, otherAp, type PortWorld} from '../world.js'
import type {Scribe} from './scribe.js'

/** Stories of a Native 802.11 miniport, with the rules of its own pages. */
export interface LegacyWish {
  readonly failures?: number
  readonly auth?: string
  readonly ssid?: boolean
  readonly lost?: boolean
  readonly target?: string
}

interface Attempts extends LegacyWish {
  readonly target?: string
}

/** Attempts one after the other; the last one succeeds. */
function attempts(scribe: Scribe, wish: Attempts): void {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const old = port.link?.ap
  const target = world.aps.find(ap => ap.name === wish.target) ?? otherAp(world, rng, [old])
  const failing: Ap[] = []
  for (let i = wish.failures ?? rng.int(0, 2); i > 0; i--) failing.push(otherAp(world, rng, [old, target, ...failing]))
  const showsSsid = wish.ssid ?? rng.chance(0.7)
  const start = (ap: Ap) =>
    scribe.wait(1, 20).indicate('ASSOCIATION_START', [`mac=${ap.name}`, ...(showsSsid ? ['ssid=net'] : [])])
  for (const [index, ap] of failing.entries()) {
    story.mark(`start${index}`, start(ap))
    const status = rng.pick(['UNREACHABLE', 'failure'])
    story.mark(
      `failure${index}`,
      scribe.wait(20, 900).indicate('ASSOCIATION_COMPLETION', [`mac=${ap.name}`, `status=${status}`]),
    )
  }
  story.mark('start', start(target))
  const auth = wish.auth ?? rng.pick(['RSNA', 'RSNA_PSK', 'WPA_PSK', 'OPEN'])
  const fields: Field[] = [`mac=${target.name}`, 'status=success', `auth=${auth}`]
  if (auth !== 'OPEN') fields.push('ucipher=CCMP', 'mcipher=CCMP', 'beacon')
  else if (rng.chance(0.5)) fields.push('beacon')
  if (rng.chance(0.5)) fields.push('phy=7')
  story.mark('result', scribe.wait(20, 900).indicate('ASSOCIATION_COMPLETION', fields))
  port.link = {ap: target, mlo: false}
  port.secured = auth !== 'OPEN'
}

/** Keys, the first link quality, and the list of those whose PMKIDs the driver wants. */
function afterAssociation(scribe: Scribe): void {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  if (port.secured) {
    story.mark('key', scribe.wait(5, 900).command('CIPHER_KEY', [], null))
    story.mark('keyDone', scribe.wait(0.5, 5).answer(story.part('key')))
  }
  story.mark('quality', scribe.wait(50, 5000).indicate('LINK_QUALITY'))
  if (port.secured && (world.keys['pmkid-capable'] === 1 || rng.chance(0.3))) {
    story.mark('pmkids', scribe.wait(50, 20_000).indicate('PMKID_CANDIDATE_LIST'))
  }
}

export function legacyConnect(scribe: Scribe, wish: LegacyWish = {}): Story {
  const {story} = scribe
  const port = scribe.port as PortWorld
  const m1 = story.mark('m1', scribe.command('CONNECT_REQUEST', [], null))
  story.mark('m3', scribe.wait(0.2, 20).answer(m1))
  story.mark('begin', scribe.wait(0.5, 900).indicate('CONNECTION_START'))
  attempts(scribe, wish)
  story.mark('done', scribe.wait(0.5, 10).indicate('CONNECTION_COMPLETION', ['status=success']))
  afterAssociation(scribe)
  port.known = true
  return story
}

export function legacyRoam(scribe: Scribe, wish: LegacyWish = {}): Story {
  const {story, rng} = scribe
  const port = scribe.port as PortWorld
  const lost = wish.lost ?? rng.chance(0.4)
  if (lost && port.link !== null) {
    const reason = rng.pick(['LOST', 'PEER_DEAUTH', 'PEER_DISASSOC'])
    story.mark('left', scribe.indicate('DISASSOCIATION', [`mac=${port.link.ap.name}`, `reason=${reason}`]))
    scribe.wait(5, 4000)
  }
  story.mark('begin', scribe.indicate('ROAMING_START', [`reason=${lost ? 'LOST' : 'BETTER'}`]))
  attempts(scribe, wish)
  story.mark('done', scribe.wait(0.5, 10).indicate('ROAMING_COMPLETION', ['status=success']))
  afterAssociation(scribe)
  return story
}

/** A roam that fails, and the next one that does not. */
export function legacyRoamRepeated(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const better = rng.chance(0.4)
  story.mark('firstBegin', scribe.indicate('ROAMING_START', [`reason=${better ? 'BETTER' : 'LOST'}`]))
  const target = otherAp(world, rng, [port.link?.ap])
  story.mark('firstStart', scribe.wait(1, 20).indicate('ASSOCIATION_START', [`mac=${target.name}`, 'ssid=net']))
  story.mark(
    'firstFailure',
    scribe.wait(20, 900).indicate('ASSOCIATION_COMPLETION', [`mac=${target.name}`, 'status=UNREACHABLE']),
  )
  story.mark(
    'firstDone',
    scribe.wait(0.5, 10).indicate('ROAMING_COMPLETION', [`status=${better ? 'BETTER_AP' : 'failure'}`]),
  )
  scribe.wait(5, 5000)
  story.mark('begin', scribe.indicate('ROAMING_START', ['reason=BETTER']))
  attempts(scribe, {failures: 0})
  story.mark('done', scribe.wait(0.5, 10).indicate('ROAMING_COMPLETION', ['status=success']))
  afterAssociation(scribe)
  return story
}

export function legacyDisconnect(scribe: Scribe): Story {
  return ended(scribe, 'DISCONNECT_REQUEST')
}

export function legacyReset(scribe: Scribe): Story {
  return ended(scribe, 'RESET_REQUEST')
}

function ended(scribe: Scribe, request: string): Story {
  const {story} = scribe
  const port = scribe.port as PortWorld
  const m1 = story.mark('m1', scribe.command(request, [], null))
  if (port.link !== null) {
    story.mark('left', scribe.wait(1, 50).indicate('DISASSOCIATION', [`mac=${port.link.ap.name}`, 'reason=OS']))
  }
  story.mark('m3', scribe.wait(0.5, 50).answer(m1))
  port.link = null
  port.known = true
  return story
}

export function legacyScan(scribe: Scribe): Story {
  const {story} = scribe
  const m1 = story.mark('m1', scribe.command('SCAN_REQUEST', [], null))
  story.mark('m3', scribe.wait(0.2, 20).answer(m1))
  story.mark('done', scribe.wait(50, 4000).indicate('SCAN_CONFIRM'))
  return story
}

export function legacyQuality(scribe: Scribe): Story {
  scribe.story.mark('quality', scribe.indicate('LINK_QUALITY'))
  return scribe.story
}
