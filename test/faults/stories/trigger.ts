import {entry} from './bss-list.js'
import type {Scribe} from './scribe.js'

/** ROAMING_NEEDED before a roam, perhaps with a scan behind it. Gives the reason that the task repeats. */
export function trigger(scribe: Scribe, wanted: boolean, scan?: boolean): number {
  const {rng, story} = scribe
  if (!wanted) return 10
  const reason = rng.pick([10, 11, 15])
  story.mark('trigger', scribe.indicate('ROAMING_NEEDED', [`reason=${reason}`]))
  scribe.wait(3, 400)
  if (!(scan ?? rng.chance(0.5))) return reason
  const m1 = scribe.command('TASK_SCAN', ['repeat=1', `trigger=${rng.pick([3, 6])}`])
  scribe.wait(0.2, 5).answer(m1)
  scribe.wait(50, 900).indicate('BSS_ENTRY_LIST', [entry(scribe)])
  scribe.wait(20, 900).complete(m1, 'SCAN_COMPLETE')
  scribe.wait(2, 200)
  return reason
}
