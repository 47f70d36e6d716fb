import type {Step, TextFields, TraceEvent} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {Place} from '../events/place.js'
import type {TextStore} from './text-store.js'

type Facts = Omit<TraceEvent, 'place' | 'text' | 'seq'>

/** What the places of events have in common: their input, and the lines in front of the part that was read at once. */
export interface Origin {
  readonly input: number
  lines: number
}

/** An event as it is kept: there may be hundreds of thousands of them. */
export class CollectedEvent implements TraceEvent {
  readonly step: Step
  readonly message: Message
  readonly atUs: number
  readonly ns: number
  readonly adapterKey: string | null
  readonly activityId: string | null
  readonly port: number | null
  readonly transactionId: number | null
  readonly status: number | null
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly monoUs: number | null
  readonly payload: Uint8Array | null
  readonly complete: boolean
  readonly truncated: boolean
  readonly fields: TextFields
  readonly provider: string | null
  seq = 0
  readonly #origin: Origin
  readonly #line: number
  readonly #offset: number
  readonly #texts: TextStore
  readonly #text: number

  constructor(facts: Facts, {line, offset}: Omit<Place, 'input'>, origin: Origin, text: string, texts: TextStore) {
    this.step = facts.step
    this.message = facts.message
    this.atUs = facts.atUs
    this.ns = facts.ns
    this.adapterKey = facts.adapterKey
    this.activityId = facts.activityId
    this.port = facts.port
    this.transactionId = facts.transactionId
    this.status = facts.status
    this.cpu = facts.cpu
    this.pid = facts.pid
    this.tid = facts.tid
    this.monoUs = facts.monoUs
    this.payload = facts.payload
    this.complete = facts.complete
    this.truncated = facts.truncated
    this.fields = facts.fields
    this.provider = facts.provider
    this.#origin = origin
    this.#line = line
    this.#offset = offset
    this.#texts = texts
    this.#text = texts.add(text)
  }

  get place(): Place {
    const {input, lines} = this.#origin
    return {input, line: this.#line + lines, offset: this.#offset}
  }

  get text(): string {
    return this.#texts.read(this.#text)
  }
}
