import {group} from '../trace/fields.js'
import type {Story} from '../trace/story.js'
import {otherAp, type PortWorld, peerName} from '../world.js'
import {linkReport} from './after-association.js'
import {type AssociationWish, associate} from './association.js'
import {entry} from './bss-list.js'
import {failedResult} from './failed-result.js'
import type {Scribe} from './scribe.js'
import {trigger} from './trigger.js'

export const roam = (scribe: Scribe, wish?: AssociationWish): Story => associate(scribe, true, wish)
export const connect = (scribe: Scribe, wish?: AssociationWish): Story => associate(scribe, false, wish)

/** The driver finds nothing better and stays: no result, no disassociation. */
export function stay(scribe: Scribe, wish: AssociationWish = {}): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const reason = trigger(scribe, wish.trigger ?? rng.chance(0.5), wish.scan)
  const target = otherAp(world, rng, [port.link?.ap])
  const m1 = story.mark(
    'm1',
    scribe.command('TASK_ROAM', [
      `entries=${target.name}`,
      'auth=RSNA_PSK',
      'RoamFlag=1',
      `RoamNeededReason=${reason}`,
    ]),
  )
  story.mark('m3', scribe.wait(0.2, 8).answer(m1))
  story.mark('done', scribe.wait(5, 900).complete(m1, 'ROAM_COMPLETE', rng.pick(['success', 'failure'])))
  return story
}

/** The driver leaves its AP, finds no other, and the host connects again. */
export function roamFailed(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const old = port.link
  const target = otherAp(world, rng, [old?.ap])
  const m1 = story.mark(
    'm1',
    scribe.command('TASK_ROAM', [`entries=${target.name}`, 'auth=RSNA_PSK', 'RoamFlag=1', 'RoamNeededReason=11']),
  )
  story.mark('m3', scribe.wait(0.2, 8).answer(m1))
  if (old !== null) story.mark('left', scribe.wait(1, 20).indicate('DISASSOCIATION', [peerName(old), 'status=11']))
  story.mark('failure0', scribe.wait(5, 300).indicate('ASSOCIATION_RESULT', [failedResult(target, rng)]))
  story.mark('done', scribe.wait(0.5, 5).complete(m1, 'ROAM_COMPLETE', 'failure'))
  port.link = null
  port.known = true
  scribe.wait(200, 4000)
  const again = scribe.command('TASK_SCAN', ['repeat=1', 'trigger=4'])
  story.mark('scan', again)
  scribe.wait(0.2, 5).answer(again)
  scribe.wait(50, 1500).complete(again, 'SCAN_COMPLETE')
  return story
}

/** All candidates fail, and the port stays unconnected. */
export function connectFailed(scribe: Scribe): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const first = otherAp(world, rng, [])
  const targets = rng.chance(0.5) ? [first] : [first, otherAp(world, rng, [first])]
  const entries = group('entries', ...targets.map(({name}) => name))
  const m1 = story.mark('m1', scribe.command('TASK_CONNECT', [entries, 'auth=RSNA_PSK', 'RoamFlag=0']))
  story.mark('m3', scribe.wait(0.2, 8).answer(m1))
  for (const [index, target] of targets.entries()) {
    story.mark(`failure${index}`, scribe.wait(5, 300).indicate('ASSOCIATION_RESULT', [failedResult(target, rng)]))
  }
  story.mark('done', scribe.wait(0.5, 5).complete(m1, 'CONNECT_COMPLETE', 'failure'))
  port.link = null
  port.known = true
  return story
}

export function scan(scribe: Scribe): Story {
  const {story, rng} = scribe
  const fields = ['repeat=1', `trigger=${rng.pick([1, 2, 5])}`]
  if (rng.chance(0.3)) fields.push('maxtotal=3000')
  const m1 = story.mark('m1', scribe.command('TASK_SCAN', fields))
  story.mark('m3', scribe.wait(0.2, 9).answer(m1))
  for (let i = rng.int(1, 3); i > 0; i--)
    scribe.wait(20, 700).indicate('BSS_ENTRY_LIST', [entry(scribe), entry(scribe)])
  story.mark('done', scribe.wait(10, 700).complete(m1, 'SCAN_COMPLETE'))
  return story
}

/** A scan that is aborted, done as the pages want it. */
export function scanAborted(scribe: Scribe): Story {
  const {story, rng, port} = scribe
  const m1 = story.mark('m1', scribe.command('TASK_SCAN', [`repeat=${rng.pick([0, 1])}`, 'trigger=2']))
  story.mark('m3', scribe.wait(0.2, 9).answer(m1))
  scribe.wait(20, 1500).indicate('BSS_ENTRY_LIST', [entry(scribe)])
  scribe.wait(5, 900)
  const abort = story.mark(
    'abort',
    scribe.command('ABORT_TASK', ['target=TASK_SCAN', `id=${m1.id}`, `port=${port?.number ?? 'adapter'}`]),
  )
  story.mark('aborted', scribe.wait(0.2, 3).answer(abort))
  story.mark('done', scribe.wait(1, 40).complete(m1, 'SCAN_COMPLETE', rng.pick(['success', 'aborted'])))
  return story
}

/** The host disconnects; the driver reports it before it completes the task. */
export function disconnect(scribe: Scribe): Story {
  const {story, rng} = scribe
  const port = scribe.port as PortWorld
  const link = port.link
  const peer = link === null ? 'ALL' : peerName(link)
  const m1 = story.mark('m1', scribe.command('TASK_DISCONNECT', [peer, 'reason=3']))
  story.mark('m3', scribe.wait(0.2, 5).answer(m1))
  if (link !== null)
    story.mark('left', scribe.wait(1, 50).indicate('DISASSOCIATION', [rng.chance(0.2) ? 'ALL' : peer, 'status=7']))
  story.mark('done', scribe.wait(0.3, 20).complete(m1, 'DISCONNECT_COMPLETE'))
  port.link = null
  port.known = true
  return story
}

export function reset(scribe: Scribe): Story {
  const {story} = scribe
  const port = scribe.port as PortWorld
  const m1 = story.mark('m1', scribe.command('TASK_DOT11_RESET'))
  story.mark('m3', scribe.wait(0.2, 5).answer(m1))
  story.mark('done', scribe.wait(1, 200).complete(m1, 'DOT11_RESET_COMPLETE'))
  port.link = null
  port.known = true
  return story
}

/** A link report outside of everything; the first one of a port shows to whom it is connected. */
export function report(scribe: Scribe): Story {
  const port = scribe.port as PortWorld
  if (port.link !== null) scribe.story.mark('link', linkReport(scribe, port.link))
  port.known = true
  return scribe.story
}
