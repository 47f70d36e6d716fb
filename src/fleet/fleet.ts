import {Bag, type PlainBag} from './bag.js'

/** Facts that make a cohort, in the order asked for; null: not known. Empty: the whole fleet. */
export type By = readonly (readonly [name: string, value: string | null])[]

export interface UnreadableCapture {
  readonly path: string
  readonly reason: string
}

/**
 * What one capture, or many, add to a fleet, as plain data. Contributions add up in any order and grouping
 * (`merge`), so that workers and shards can count and somebody else can add.
 */
export interface Contribution {
  readonly cohorts: readonly {readonly by: By; readonly bag: PlainBag}[]
  /** The first by path; `captures` counts all. */
  readonly unreadable: readonly UnreadableCapture[]
}

/** Unreadable captures that are named. */
const NAMED = 1000

/** Adds up contributions. Memory grows with different keys and with measured durations, not with captures. */
export class Fleet {
  readonly #bags = new Map<string, {readonly by: By; readonly bag: Bag}>()
  #unreadable: UnreadableCapture[] = []

  bag(by: By): Bag {
    const key = JSON.stringify(by)
    const known = this.#bags.get(key) ?? {by, bag: new Bag()}
    this.#bags.set(key, known)
    return known.bag
  }

  unreadable(capture: UnreadableCapture): void {
    this.#unreadable.push(capture)
    if (this.#unreadable.length > 2 * NAMED) this.#unreadable = this.firstUnreadable()
  }

  add({cohorts, unreadable}: Contribution): this {
    for (const {by, bag} of cohorts) this.bag(by).add(bag)
    for (const capture of unreadable) this.unreadable(capture)
    return this
  }

  /** In order of their keys. */
  cohorts(): {readonly by: By; readonly bag: Bag}[] {
    return [...this.#bags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cohort]) => cohort)
  }

  firstUnreadable(): UnreadableCapture[] {
    const sorted = [...this.#unreadable].sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason))
    return sorted.slice(0, NAMED)
  }

  plain(): Contribution {
    const cohorts = this.cohorts().map(({by, bag}) => ({by, bag: bag.plain()}))
    return {cohorts, unreadable: this.firstUnreadable()}
  }
}

export function merge(contributions: Iterable<Contribution>): Contribution {
  const fleet = new Fleet()
  for (const contribution of contributions) fleet.add(contribution)
  return fleet.plain()
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
