import type {TraceEvent} from '../../events/event.js'
import type {Problem} from '../../events/place.js'
import type {Maybe} from '../../events/units.js'
import {decodeTlvs} from '../decode.js'
import {PrintedFields} from './printed-fields.js'
import {NOTHING, type Scope, scopeOf} from './scope.js'

/** One event while its facts are read: decoded payload, printed fields, and what did not fit. */
export class EventView {
  /** Without exported bytes nothing in it is known, and the printed fields are all there is. */
  readonly scope: Scope
  readonly text: PrintedFields
  readonly complete: boolean
  readonly problems: Problem[] = []
  readonly #event: TraceEvent

  constructor(event: TraceEvent) {
    this.#event = event
    this.complete = event.complete
    this.text = new PrintedFields(event)
    this.scope = event.payload === null ? NOTHING : this.#decode(event, event.payload)
  }

  #decode(event: TraceEvent, payload: Uint8Array): Scope {
    const {tlvs, problems} = decodeTlvs(payload, {message: event.message.fullName})
    for (const {offset, code, message} of problems) {
      // A payload that is known to be cut ends inside something; that is no news.
      if (!(event.truncated && code === 'truncated')) this.report(offset, message)
    }
    return scopeOf(tlvs, event.complete, event.truncated)
  }

  report(offset: number, message: string): void {
    this.problems.push({offset, line: this.#event.place.line, message})
  }

  /** What the payload says; where it is silent, what was printed. Bytes win, and a contradiction is a problem. */
  prefer<T extends number | string | readonly (number | string)[]>(
    name: string,
    fromBytes: Maybe<T>,
    fromText: T | undefined,
  ): Maybe<T> {
    if (fromText === undefined) return fromBytes
    if (fromBytes === undefined) return fromText
    if (String(fromBytes) !== String(fromText)) {
      this.report(
        0,
        `${name}: the text says ${String(fromText)}, the bytes ${fromBytes === null ? 'have none' : String(fromBytes)}`,
      )
    }
    return fromBytes
  }
}
