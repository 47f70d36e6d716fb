import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import type {ObjectLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'

/** Counters of the trace's header. Numbers are looked at as they stand in the record (kernel/tag-event.ts). */
export const EVENT_TAGS_OWN: Own = {
  literals: ['eventslost', 'bufferslost'],
  telling: false,
  withIds: true,
  // In front of and behind names and values, and what is written with an entity.
  separators: /[:,=\r\n#&<>"']/,
  names: ['processname'],
}

/** Milliseconds with decimals. */
const TIME = /^\s*[\d,]+\.(\d{1,9})\s*$/

/** Knows what events look like to those who only count them: as the one that was read last. */
export class EventTagLayouts {
  readonly #format: FormatId
  #latest: ObjectLayout | null = null

  constructor(format: FormatId) {
    this.#format = format
  }

  /** The same object as long as they look alike; null: they cannot be told. */
  get latest(): ObjectLayout | null {
    return this.#latest
  }

  /** An event with that time; null: it has none that could be read. */
  read(text: string | null): void {
    const fraction = text === null ? undefined : TIME.exec(text)?.[1]?.length
    if (fraction === undefined) this.#latest = null
    else if (this.#latest?.time.fraction !== fraction) {
      const time = {before: '', after: '', fraction, halfDays: false, shortHours: false}
      this.#latest = {format: this.#format, time, notSoftware: NOT_SOFTWARE}
    }
  }
}
