import type {TraceEvent} from '../events/event.js'
import type {Model} from '../parsers/capabilities.js'

/** An adapter of the capture; `id` is its number by first appearance. */
export interface Adapter {
  readonly id: string
  readonly name: string | null
  readonly model: Model
  readonly override: 0 | 1 | null
  readonly bssCache: 0 | 1 | null
  readonly pmkidCapable: 0 | 1 | null
  readonly primaryPort: number | null
  readonly secondaryPort: number | null
  readonly apPorts: readonly number[]
  readonly p2pPorts: readonly number[]
  /** All its events in order of time. */
  readonly events: readonly TraceEvent[]
}
