import type {Family} from '../parsers/capabilities.js'
import type {Adapter} from './adapter.js'

/** From this many tasks and completions on, the lack of a family is no chance (`capture-family-missing`). */
export const ENOUGH_TASKS = 5

interface Counts {
  m1: number
  m3: number
  indications: number
  properties: number
  tasks: number
  completions: number
  names: Set<string>
}

/** Which record families an adapter's part of the capture holds: stated, or seen. */
export class Families {
  readonly #counts = new Map<Adapter, Counts>()

  constructor(
    readonly stated: ReadonlySet<Family> | null,
    adapters: readonly Adapter[],
  ) {
    for (const adapter of adapters) this.#counts.set(adapter, count(adapter))
  }

  /** The family was recorded. TASK and PROP are the two halves of M1. */
  has(adapter: Adapter, family: Family): boolean {
    if (this.stated !== null) {
      const stated = this.stated
      return family === 'TASK' || family === 'PROP' ? stated.has(family) || stated.has('M1') : stated.has(family)
    }
    const counts = this.of(adapter)
    if (this.missing(adapter).includes(family)) return false
    switch (family) {
      case 'M1':
        return counts.m1 > 0
      case 'M3':
        return counts.m3 > 0
      case 'IND':
        return counts.indications > 0
      case 'TASK':
        return counts.tasks > 0
      case 'PROP':
        return counts.properties > 0
      default:
        return true
    }
  }

  /** Families that a capture with this many tasks would show if it recorded them. */
  missing(adapter: Adapter): Family[] {
    const {m1, m3, indications, tasks, completions} = this.of(adapter)
    if (Math.max(tasks, completions) < ENOUGH_TASKS) return []
    const missing: Family[] = []
    if (m1 === 0) missing.push('M1')
    if (m3 === 0 || m3 * 2 < m1) missing.push('M3')
    if (indications === 0) missing.push('IND')
    return missing
  }

  /** Sure to be missing: by statement, or because this many tasks would have shown it. A few records prove nothing. */
  lacks(adapter: Adapter, family: Family): boolean {
    return this.stated === null ? this.missing(adapter).includes(family) : !this.has(adapter, family)
  }

  /** The message occurs somewhere in the adapter's part of the capture. */
  hasMessage(adapter: Adapter, name: string): boolean {
    return this.of(adapter).names.has(name)
  }

  of(adapter: Adapter): Readonly<Counts> {
    return this.#counts.get(adapter) ?? count(adapter)
  }
}

function count(adapter: Adapter): Counts {
  const counts: Counts = {m1: 0, m3: 0, indications: 0, properties: 0, tasks: 0, completions: 0, names: new Set()}
  for (const {step, message} of adapter.events) {
    counts.names.add(message.name)
    if (step === 'M1') {
      counts.m1++
      if (message.kind === 'task') counts.tasks++
      if (message.kind === 'property') counts.properties++
    } else if (step === 'M3') counts.m3++
    else if (step === 'IND') {
      counts.indications++
      if (message.kind === 'completion' || message.kind === 'task') counts.completions++
    }
  }
  return counts
}
