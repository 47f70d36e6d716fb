import {TEMPLATE_NAMES} from '../csv/template-names.data.js'
import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {ObjectLayout} from '../scan/layouts.js'
import {timeLayoutOf} from '../scan/time-layout.js'
import type {Own} from '../scan/wanted.js'

/** Events of which the members get names that the file does not have. */
export const CLIXML_OWN: Own = {
  literals: [...TEMPLATE_NAMES.keys()],
  telling: false,
  withIds: true,
  // In front of and behind names and values, and what is written with an entity or an escape.
  separators: /[:,=\r\n#&<>"']/,
  names: ['eventrecordid', 'logname', 'level', ...Array.from({length: 100}, (_, i) => `data${i}`)],
}

/** Knows what objects look like to those who only count them: as the one that was read last. */
export class ObjectLayouts {
  #latest: ObjectLayout | null = null

  /** The same object as long as they look alike; null: they cannot be told. */
  get latest(): ObjectLayout | null {
    return this.#latest
  }

  /** An object with that time; null: it has none that could be read. */
  read(text: string | null): void {
    const time = text === null ? null : timeLayoutOf(text, false, this.#latest?.time ?? null)
    if (time === null) this.#latest = null
    else if (this.#latest?.time !== time) this.#latest = {format: 'clixml', time, notSoftware: NOT_SOFTWARE}
  }
}
