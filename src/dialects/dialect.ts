import type {Step, TextFields} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {TraceRecord} from '../events/record.js'

/** What a recogniser makes of a record: an event without the facts that the record itself has. */
export interface Recognition {
  readonly step: Step
  readonly message: Message
  readonly port: number | null
  readonly transactionId: number | null
  readonly status: number | null
  readonly adapterKey: string | null
  readonly payload: Uint8Array | null
  /** See TraceEvent.complete: true only where the whole payload was printed as bytes. */
  readonly complete: boolean
  readonly truncated: boolean
  readonly fields: TextFields
  /** Disagreements between text and bytes, in words. */
  readonly notes: readonly string[]
}

/** `named`: a WDI message is named, but the line cannot be placed (dialects.md): counted, shown by inspect. */
export type Recognised = Recognition | 'named' | null

/**
 * One way in which producers write WDI messages. State that spans lines of one input (status on the next
 * line, current port of a thread) lives in the run.
 */
export interface Dialect {
  readonly id: string
  readonly title: string
  start(): DialectRun
}

export interface DialectRun {
  recognise(record: TraceRecord): Recognised
}
