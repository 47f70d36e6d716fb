import type {Link} from '../world.js'
import {linkReport} from './after-association.js'
import {type Beat, beat, soon, splice} from './beats.js'
import {entry} from './bss-list.js'
import type {Scribe} from './scribe.js'

interface Around {
  readonly old: Link | null
  readonly roam: boolean
  /** The task was started: other commands may follow. */
  readonly started: boolean
}

/** Puts legal records that are no part of the task between its beats: link reports of the old AP, lists, properties. */
export function interludes(scribe: Scribe, beats: Beat[], {old, roam, started}: Around): void {
  const {rng} = scribe
  const put = (...more: Beat[]) => splice(beats, rng.int(0, beats.length), ...more)
  if (rng.chance(0.15)) put(beat(() => void scribe.indicate('BSS_ENTRY_LIST', [entry(scribe)])))
  if (roam && old !== null && rng.chance(0.1)) beats.unshift(beat(() => void linkReport(scribe, old)))
  if (!started || !rng.chance(0.1)) return
  let command: ReturnType<Scribe['command']> | null = null
  put(
    beat(() => {
      command = scribe.command(rng.pick(['SET_NEIGHBOR_REPORT_ENTRIES', 'SET_FLUSH_BSS_ENTRY', 'SET_END_DWELL_TIME']))
    }),
    soon(() => {
      if (command !== null) scribe.answer(command)
    }),
  )
}
