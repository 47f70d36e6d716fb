/** A moment that the report gives on both clocks, µs. */
export interface Anchor {
  readonly utcUs: number
  readonly offsetUs: number
}

const SECOND_US = 1_000_000
const QUARTER_US = 15 * 60 * SECOND_US
const FARTHEST_US = 14 * 60 * 60 * SECOND_US

/** Offset of the local clock at a moment known on both; null: they are not the same moment. `local`: whole seconds. */
export function anchorOf(localUs: number, utcUs: number): Anchor | null {
  const offsetUs = Math.round((localUs - utcUs) / QUARTER_US) * QUARTER_US
  if (Math.abs(offsetUs) > FARTHEST_US || Math.abs(localUs - utcUs - offsetUs) > 2 * SECOND_US) return null
  return {utcUs, offsetUs}
}

/** Offset of one local time. `certain` false: the clock was changed near, and it may be that of the other side. */
export interface Offset {
  readonly us: number
  readonly certain: boolean
}

/**
 * Offsets of local times between moments known on both clocks. Where those before and behind differ, the clock was
 * changed in between: only what the order of the moments allows is possible. null: no moment is known on both.
 */
export class ReportClock {
  readonly #anchors: readonly Anchor[]
  readonly #offsets: readonly number[]

  constructor(anchors: readonly Anchor[]) {
    this.#anchors = [...anchors].sort((a, b) => a.utcUs - b.utcUs)
    this.#offsets = [...new Set(this.#anchors.map(anchor => anchor.offsetUs))]
  }

  offsetAt(localUs: number): Offset | null {
    const [only, ...others] = this.#offsets
    if (only === undefined) return null
    if (others.length === 0) return {us: only, certain: true}
    const possible = this.#offsets.filter(us => this.#agrees(localUs - us, us))
    const [first = this.#nearest(localUs)] = possible
    return {us: first, certain: possible.length === 1}
  }

  /** That a clock of this offset may be in force then: one of the moments around has it. */
  #agrees(utcUs: number, offsetUs: number): boolean {
    const behind = this.#firstAfter(utcUs)
    return [this.#anchors[behind - 1], this.#anchors[behind]].some(anchor => anchor?.offsetUs === offsetUs)
  }

  #nearest(localUs: number): number {
    const distance = ({utcUs, offsetUs}: Anchor) => Math.abs(utcUs + offsetUs - localUs)
    return this.#anchors.reduce((best, anchor) => (distance(anchor) < distance(best) ? anchor : best)).offsetUs
  }

  #firstAfter(utcUs: number): number {
    let low = 0
    let high = this.#anchors.length
    while (low < high) {
      const middle = (low + high) >> 1
      // Local times are whole seconds, rounded down.
      if ((this.#anchors[middle] as Anchor).utcUs < utcUs + SECOND_US) low = middle + 1
      else high = middle
    }
    return low
  }
}
