import type {Micros} from '../events/units.js'

/** A run of items that follow each other too fast. */
export interface Burst<T> {
  readonly members: readonly T[]
  /** The item with which the number was reached. */
  readonly reached: T
}

/**
 * Runs of at least `count` items, each of which lies no more than `withinUs` after the one `count` − 1 places before it.
 * `items` are in order of time; a run lasts as long as that holds, so that one storm is one run.
 */
export function bursts<T>(items: readonly T[], atUs: (item: T) => Micros, count: number, withinUs: number): Burst<T>[] {
  const found: {members: T[]; reached: T}[] = []
  let going = false
  items.forEach((item, i) => {
    const first = items[i - count + 1]
    const dense = first !== undefined && atUs(item) - atUs(first) <= withinUs
    if (dense && going) found.at(-1)?.members.push(item)
    else if (dense) found.push({members: items.slice(i - count + 1, i + 1), reached: item})
    going = dense
  })
  return found
}
