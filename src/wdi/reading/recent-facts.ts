import type {TextFields, TraceEvent} from '../../events/event.js'
import {EventView} from './event-view.js'

/** A way of reading. */
export type Read<T> = (view: EventView) => T

/**
 * Facts that are kept: rules ask about an event and its neighbours many times, then never again. What was decoded is
 * large, and cheaper to decode anew now and then than to keep until the collector takes it for long-lived.
 */
const MOST_DECODED = 128
const MOST_PRINTED = 1024

/** What was read last. Where only text was printed, events that share their printed fields share the facts too. */
export class RecentFacts {
  readonly #printed = new Map<Read<unknown>, Recent<TextFields, {readonly facts: unknown}>>()
  readonly #decoded = new Recent<TraceEvent, {readonly read: Read<unknown>; readonly facts: unknown}>(MOST_DECODED)

  of<T>(event: TraceEvent, read: Read<T>): T {
    return (event.payload === null ? this.#ofText(event, read) : this.#ofBytes(event, read)) as T
  }

  #ofText(event: TraceEvent, read: Read<unknown>): unknown {
    let recent = this.#printed.get(read)
    if (recent === undefined) {
      recent = new Recent(MOST_PRINTED)
      this.#printed.set(read, recent)
    }
    const known = recent.get(event.fields)
    if (known !== undefined) return known.facts
    const facts = read(new EventView(event))
    recent.set(event.fields, {facts})
    return facts
  }

  #ofBytes(event: TraceEvent, read: Read<unknown>): unknown {
    const known = this.#decoded.get(event)
    if (known?.read === read) return known.facts
    const facts = read(new EventView(event))
    this.#decoded.set(event, {read, facts})
    return facts
  }
}

/** Two generations of entries; the older one is dropped as a whole when the younger is full. */
class Recent<K, V> {
  #young = new Map<K, V>()
  #old = new Map<K, V>()

  constructor(readonly most: number) {}

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: K, value: V): void {
    if (this.#young.size >= this.most) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}
