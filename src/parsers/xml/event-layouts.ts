import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import type {ElementLayout} from '../scan/layouts.js'
import {timeLayoutOf} from '../scan/time-layout.js'
import type {Own} from '../scan/wanted.js'

const NUMBERED = Array.from({length: 100}, (_, i) => `data${i}`)

/** The record that tells of the whole trace, and losses in a spelling that only tracerpt has. */
export const EVENT_XML_OWN: Own = {
  literals: ['eventslost', 'lost event'],
  telling: true,
  withIds: true,
  // In front of and behind names and values, and what is written with an entity.
  separators: /[:,=\n#&<>"']/,
  names: ['logname', ...NUMBERED],
}

/** Knows what events look like to those who only count them: as the one that was read last. */
export class EventLayouts {
  #latest: ElementLayout | null = null

  /** The same object as long as events look alike; null: they cannot be told. */
  get latest(): ElementLayout | null {
    return this.#latest
  }

  /** An event of that writer with that time; undefined: it has none that could be read. */
  read(format: FormatId, text: string | undefined): void {
    const time = text === undefined ? null : timeLayoutOf(text, false, this.#latest?.time ?? null)
    if (time === null) this.#latest = null
    else if (this.#latest?.time !== time || this.#latest.format !== format) {
      this.#latest = {format, logged: format === 'event-xml', time, notSoftware: NOT_SOFTWARE}
    }
  }
}
