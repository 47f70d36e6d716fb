import type {Micros} from '../events/units.js'

/** A silence of all providers this long is worth a line, µs. */
const GAP = 5_000_000
const LISTED_GAPS = 5

/** A span without a record of any provider. */
export interface Gap {
  readonly startUs: Micros
  readonly endUs: Micros
}

/** What the dates of an input, or of a part of it, come to: plain data. */
export interface ClockFacts {
  /** Earliest, latest and number of the dates that count. */
  firstUs: Micros | null
  lastUs: Micros | null
  dated: number
  /** Smallest positive difference between neighbouring dates that count, µs. */
  smallestStepUs: number
  /** Records that are earlier than the one before them. */
  backwards: number
  /** The longest silences, longest first. */
  gaps: Gap[]
  /** The first date of all and the latest one. */
  beganUs: Micros | null
  previousUs: Micros | null
  /** The first and the last date that counted, in the order of the file. */
  countedFirstUs: Micros | null
  countedLastUs: Micros | null
}

/** The clock of an input, told by its records one after the other. */
export class InputClock implements ClockFacts {
  firstUs: Micros | null = null
  lastUs: Micros | null = null
  dated = 0
  smallestStepUs = Infinity
  backwards = 0
  gaps: Gap[] = []
  beganUs: Micros | null = null
  previousUs: Micros | null = null
  countedFirstUs: Micros | null = null
  countedLastUs: Micros | null = null
  /** The date in front of the latest record. */
  earlierUs: Micros | null = null

  /** The date of the next record; null: it has none. */
  time(atUs: Micros | null, counts: boolean): void {
    this.earlierUs = this.previousUs
    if (atUs === null) return
    if (counts) this.#count(atUs)
    this.beganUs ??= atUs
    this.previousUs = atUs
  }

  /** The last date counts in any case. */
  end(): void {
    if (this.previousUs !== null && this.previousUs !== this.countedLastUs) this.#count(this.previousUs)
  }

  /** Goes on with the part behind it. */
  join(part: ClockFacts): void {
    if (part.countedFirstUs !== null && this.countedLastUs !== null) this.#step(this.countedLastUs, part.countedFirstUs)
    this.#extend(part.firstUs)
    this.#extend(part.lastUs)
    this.dated += part.dated
    this.smallestStepUs = Math.min(this.smallestStepUs, part.smallestStepUs)
    this.backwards += part.backwards
    for (const gap of part.gaps) keepLongest(this.gaps, gap)
    this.beganUs ??= part.beganUs
    this.previousUs = part.previousUs ?? this.previousUs
    this.countedFirstUs ??= part.countedFirstUs
    this.countedLastUs = part.countedLastUs ?? this.countedLastUs
  }

  #count(atUs: Micros): void {
    this.dated++
    this.#extend(atUs)
    if (this.countedLastUs !== null) this.#step(this.countedLastUs, atUs)
    this.countedFirstUs ??= atUs
    this.countedLastUs = atUs
  }

  #extend(atUs: Micros | null): void {
    if (atUs === null) return
    if (this.firstUs === null || atUs < this.firstUs) this.firstUs = atUs
    if (this.lastUs === null || atUs > this.lastUs) this.lastUs = atUs
  }

  #step(fromUs: Micros, toUs: Micros): void {
    const step = Math.abs(toUs - fromUs)
    if (step > 0 && step < this.smallestStepUs) this.smallestStepUs = step
    if (toUs < fromUs) this.backwards++
    else if (step >= GAP) keepLongest(this.gaps, {startUs: fromUs, endUs: toUs})
  }
}

function keepLongest(gaps: Gap[], gap: Gap): void {
  const length = (one: Gap) => one.endUs - one.startUs
  const shortest = gaps[LISTED_GAPS - 1]
  if (shortest !== undefined && length(gap) < length(shortest)) return
  gaps.push(gap)
  gaps.sort((a, b) => length(b) - length(a) || a.startUs - b.startUs)
  gaps.length = Math.min(gaps.length, LISTED_GAPS)
}
