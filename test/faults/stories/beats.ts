import type {Scribe} from './scribe.js'

/** One record to come. */
export interface Beat {
  /** It follows the one before within a millisecond, as responses do. */
  readonly soon: boolean
  /** Nothing is put between it and the one before. */
  readonly joined: boolean
  /** Longest share of the time before it, against others. */
  readonly weight: number
  write(): void
}

export const beat = (write: () => void): Beat => ({soon: false, joined: false, weight: 1, write})
/** An answer that must not take long. */
export const quick = (write: () => void): Beat => ({soon: false, joined: true, weight: 0.3, write})
export const soon = (write: () => void): Beat => ({soon: true, joined: true, weight: 0, write})

/** Puts beats somewhere between the others, but not before a joined one. */
export function splice(beats: Beat[], index: number, ...more: readonly Beat[]): void {
  let at = index
  while (at > 0 && beats[at]?.joined) at--
  beats.splice(at, 0, ...more)
}

/** Writes the beats so that the last one comes `totalUs` from now; the gaps between them are uneven. */
export function play(scribe: Scribe, beats: readonly Beat[], totalUs: number): void {
  const {rng, world} = scribe
  const begin = world.now
  const weights = beats.map(({weight}) => weight * (0.5 + rng.next() / 2))
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1
  let shared = 0
  for (const [index, {soon, write}] of beats.entries()) {
    shared += weights[index] as number
    const due = begin + Math.round((totalUs * shared) / whole)
    world.now = soon ? world.now + rng.int(50, 900) : Math.max(world.now + 50, due)
    write()
  }
}
