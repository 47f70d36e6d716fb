import type {Story} from '../trace/story.js'
import {otherAp, type PortWorld, peerName} from '../world.js'
import type {Scribe} from './scribe.js'

/** The AP throws the station out: with the frame that did it. */
export function kicked(scribe: Scribe): Story {
  const {story, rng} = scribe
  const port = scribe.port as PortWorld
  calm(scribe)
  if (port.link === null) return story
  const fields = rng.pick([
    ['status=13', rng.pick(['deauth-frame', 'deauth-frame(reason 3)', 'deauth-frame(reason 15)'])],
    ['status=14', rng.pick(['disassoc-frame', 'disassoc-frame(reason 8)'])],
    [`status=${rng.pick([11, 61, 62])}`],
  ])
  story.mark('left', scribe.indicate('DISASSOCIATION', [peerName(port.link), ...fields]))
  port.link = null
  port.known = true
  return story
}

/** A link that breaks soon after a roam would be a finding of its own. */
export function calm({world, port, rng}: Scribe): void {
  if (port !== null) world.now = Math.max(world.now, port.roamedAt + rng.ms(31_000, 40_000))
}

/** A roam or connect that the host aborts, with everything that belongs to it. */
export function aborted(
  scribe: Scribe,
  {task, when}: {task: 'TASK_ROAM' | 'TASK_CONNECT'; when: 'before' | 'after'},
): Story {
  const {story, rng, world} = scribe
  const port = scribe.port as PortWorld
  const old = port.link
  const roams = task === 'TASK_ROAM'
  const target = otherAp(world, rng, [old?.ap])
  const flags = roams ? ['RoamFlag=1', 'RoamNeededReason=10'] : ['RoamFlag=0']
  const m1 = story.mark('m1', scribe.command(task, [`entries=${target.name}`, 'auth=RSNA_PSK', ...flags]))
  story.mark('m3', scribe.wait(0.2, 5).answer(m1))
  if (roams && when === 'after' && old !== null) {
    story.mark('left', scribe.wait(1, 20).indicate('DISASSOCIATION', [peerName(old), 'status=10']))
  }
  scribe.wait(10, 600)
  const abort = story.mark(
    'abort',
    scribe.command('ABORT_TASK', [`target=${task}`, `id=${m1.id}`, `port=${port.number}`]),
  )
  story.mark('aborted', scribe.wait(0.2, 3).answer(abort))
  if (rng.chance(0.5) && (when === 'after' || !roams)) {
    story.mark(
      'failure0',
      scribe.wait(0.2, 10).indicate('ASSOCIATION_RESULT', [`(${target.name} status=${rng.pick([5, 7])})`]),
    )
  }
  story.mark('done', scribe.wait(0.5, 25).complete(m1, roams ? 'ROAM_COMPLETE' : 'CONNECT_COMPLETE', 'aborted'))
  if (roams && (when === 'before' || old === null)) return story
  if (rng.chance(0.5)) {
    const leave = scribe.wait(1, 50).command('TASK_DISCONNECT', ['ALL', 'reason=3'])
    scribe.wait(0.2, 3).answer(leave)
    scribe.wait(0.3, 20).complete(leave, 'DISCONNECT_COMPLETE')
  }
  const clear = story.mark('reset', scribe.wait(1, 50).command('TASK_DOT11_RESET'))
  scribe.wait(0.2, 5).answer(clear)
  story.mark('resetDone', scribe.wait(1, 200).complete(clear, 'DOT11_RESET_COMPLETE'))
  port.link = null
  port.known = true
  return story
}
