import type {TraceEvent} from '../../events/event.js'
import type {Problem} from '../../events/place.js'
import type {Maybe} from '../../events/units.js'
import {payloadTlvs} from '../tlv.js'
import {PrintedFields} from './printed-fields.js'
import {NOTHING, type Scope, scopeOf} from './scope.js'

/** One event while its facts are read: its payload, its printed fields, and where the two contradict each other. */
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
    this.scope =
      event.payload === null
        ? NOTHING
        : scopeOf(payloadTlvs(event.payload, event.message.fullName), event.complete, event.truncated)
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
      const bytes = fromBytes === null ? 'have none' : String(fromBytes)
      const message = `${name}: the text says ${String(fromText)}, the bytes ${bytes}`
      this.problems.push({offset: 0, line: this.#event.place.line, message})
    }
    return fromBytes
  }
}
