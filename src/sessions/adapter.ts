import type {TraceEvent} from '../events/event.js'
import type {AdapterFacts, Model} from '../parsers/capabilities.js'

/** An adapter of the capture; `id` is its number by declaration, then by first appearance. */
export interface Adapter extends Omit<AdapterFacts, 'name' | 'model'> {
  readonly id: string
  /** Declared name, handle or interface GUID. */
  readonly name: string | null
  readonly model: Model
  /** All its events in order of time. */
  readonly events: readonly TraceEvent[]
}

/** Who belongs to whom. */
export interface AdapterAssignment {
  readonly adapters: readonly Adapter[]
  /** By `seq` of the event; null: more than one adapter, and the record names none of them. */
  readonly adapterOf: readonly (Adapter | null)[]
}
