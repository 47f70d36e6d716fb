import type {Judged} from '../rules/engine.js'
import {runsOn} from '../rules/judge.js'
import type {Rule} from '../rules/rule.js'
import type {Trace} from '../rules/trace.js'
import type {Adapter} from '../sessions/adapter.js'
import type {SecurityClass, Session} from '../sessions/session.js'
import type {Bag, Example, Row} from './bag.js'
import {cohortClass} from './cohort-class.js'
import {CLASS, type Cohorts} from './cohorts.js'
import type {Fleet} from './fleet.js'
import type {CountTable, ExampleTable, ShareName, SumName, ValueTable} from './tables.js'

/** Where something is counted. null: of no adapter in particular; no connect or roam. */
export interface Place {
  readonly adapter: Adapter | null
  readonly kind: SecurityClass | null
}

/** One judged capture on its way into a fleet: what is counted goes into the bags of all cohorts of its place. */
export class CaptureTally {
  readonly #bags = new Map<string, readonly Bag[]>()
  readonly #places = new Map<Session, Place>()
  readonly #violated = new Map<string, Set<string>>()

  constructor(
    readonly trace: Trace,
    readonly rules: readonly Rule[],
    readonly judged: Judged,
    readonly path: string,
    readonly cohorts: Cohorts,
    readonly fleet: Fleet,
  ) {
    for (const {rule, verdict, session} of judged.findings) {
      if (verdict !== 'violation' || session === null) continue
      const sessions = this.#violated.get(rule) ?? new Set()
      this.#violated.set(rule, sessions.add(session))
    }
  }

  /** The adapter's cohorts hold the capture even where nothing happened in it. */
  mention(adapter: Adapter): void {
    for (const by of this.cohorts.of(adapter, null)) if (!by.some(([name]) => name === CLASS)) this.fleet.bag(by)
  }

  placeOf(session: Session): Place {
    const known = this.#places.get(session)
    if (known !== undefined) return known
    const place = {adapter: session.adapter, kind: cohortClass(session, this.trace.reader)}
    this.#places.set(session, place)
    return place
  }

  /** The rule was asked about sessions of the adapter: its silence means that it found nothing. */
  asked(id: string, {model}: Adapter): boolean {
    const rule = this.rules.find(({meta}) => meta.id === id)
    const tally = this.judged.tallies.find(one => one.id === id)
    return rule !== undefined && tally?.status !== 'crashed' && runsOn(rule, model)
  }

  violated(rule: string, session: Session): boolean {
    return this.#violated.get(rule)?.has(session.id) === true
  }

  count(place: Place, table: CountTable, row: Row, n = 1): void {
    for (const bag of this.#bagsOf(place)) bag.count(table, row, n)
  }

  sum(place: Place, name: SumName, n = 1): void {
    this.count(place, 'sum', [name], n)
  }

  /** One more in the denominator, and with `hit` in the numerator. */
  share(place: Place, name: ShareName, hit: boolean): void {
    this.count(place, 'share', [name, 'n'])
    if (hit) this.count(place, 'share', [name, 'k'])
  }

  value(place: Place, table: ValueTable, row: Row, value: number | null): void {
    if (value !== null) for (const bag of this.#bagsOf(place)) bag.value(table, row, value)
  }

  example(place: Place, table: ExampleTable, row: Row, session: Session | null): void {
    if (session === null) return
    const example: Example = {path: this.path, session: session.id}
    for (const bag of this.#bagsOf(place)) bag.example(table, row, example)
  }

  #bagsOf({adapter, kind}: Place): readonly Bag[] {
    const key = `${adapter?.id} ${kind}`
    const known = this.#bags.get(key)
    if (known !== undefined) return known
    const bags = this.cohorts.of(adapter, kind).map(by => this.fleet.bag(by))
    this.#bags.set(key, bags)
    return bags
  }
}
