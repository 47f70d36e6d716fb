import type {TraceEvent} from '../events/event.js'
import type {Mac, Maybe} from '../events/units.js'
import type {AssociationEntry} from '../wdi/facts.js'
import type {Reader} from '../wdi/reader.js'
import type {Attempt} from './session.js'

/** An attempt of a task. Of its entry only what everybody asks for is kept; the rest, frames above all, is read again. */
export class TaskAttempt implements Attempt {
  readonly bssid: Mac | null
  readonly status: Maybe<number>
  readonly code: Maybe<number>
  readonly band: Maybe<number>
  readonly #reader: Reader
  readonly #index: number

  /** `index`: that of the entry in its container. */
  constructor(
    readonly number: number,
    readonly event: TraceEvent,
    index: number,
    {bssid, status, code, band}: AssociationEntry,
    reader: Reader,
  ) {
    this.bssid = bssid ?? null
    this.status = status
    this.code = code
    this.band = band
    this.#reader = reader
    this.#index = index
  }

  get succeeded(): boolean {
    return this.status === 0
  }

  get entry(): AssociationEntry {
    return this.#reader.associationEntries(this.event)?.[this.#index] as AssociationEntry
  }
}
