import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import type {JsonLayout} from '../scan/layouts.js'
import {type TimeLayout, timeLayoutOf} from '../scan/time-layout.js'
import type {Own} from '../scan/wanted.js'

/** `names`: those that the parser puts into records, in lower case. */
export const ownOf = (names: readonly string[]): Own => ({
  literals: [],
  telling: false,
  withIds: true,
  // In front of and behind names and values, what is written with an escape, and what may stand before a tab.
  separators: /[:,=\n#"\\/&'<>]|^[ \t]/,
  names,
})

/** Knows what events look like to those who only count them: as the one that was dated last. */
export class JsonLayouts {
  readonly #format: FormatId
  readonly #members: JsonLayout['members']
  #latest: JsonLayout | null = null

  constructor(format: FormatId, members: JsonLayout['members']) {
    this.#format = format
    this.#members = members
  }

  /** The same object as long as events look alike. */
  get latest(): JsonLayout | null {
    return this.#latest
  }

  /** An event with a time that could be read; `shortHours`: hours below ten may have one digit. */
  dated(text: string, shortHours: boolean): void {
    const known = this.#latest?.time ?? null
    const time = timeLayoutOf(text, shortHours, known)
    if (time !== null && (time.before + time.after).includes('\\')) this.#latest = null
    else if (time !== null && known !== null && covers(known, time)) return
    else this.#latest = time === null ? null : this.#layout(time)
  }

  /** An event with milliseconds since 1970. */
  counted(): void {
    if (this.#latest?.time !== null) this.#latest = this.#layout(null)
  }

  #layout(time: TimeLayout | null): JsonLayout {
    return {format: this.#format, members: this.#members, time, notSoftware: NOT_SOFTWARE}
  }
}

/** Zeros at the end of a fraction are left out: the longest one counts. */
function covers(known: TimeLayout, {before, after, fraction}: TimeLayout): boolean {
  return known.before === before && known.after === after && known.fraction >= fraction
}
