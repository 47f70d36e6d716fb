import type {Step, TextFields} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {TraceRecord} from '../events/record.js'
import type {Micros} from '../events/units.js'
import type {Capabilities} from '../parsers/capabilities.js'

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
  /** What the text says itself of the next four, instead of the columns of the export (notation of scenarios). */
  readonly cpu?: number
  readonly tid?: number
  readonly activityId?: string
  readonly monoUs?: Micros
}

/** A record that states facts about the capture instead of reporting an event (header lines of a scenario). */
export interface Statement {
  readonly stated: Partial<Capabilities>
}

/** `named`: a WDI message is named, but the line cannot be placed (dialects.md): counted, shown by inspect. */
export type Recognised = Recognition | Statement | 'named' | null

/**
 * One way in which producers write WDI messages. State that spans lines of one input (status on the next
 * line, current port of a thread) lives in the run.
 */
export interface Dialect {
  readonly id: string
  readonly title: string
  /**
   * Lower-case ASCII strings: the text of every record that matters to this dialect holds at least one of them,
   * in whatever case; a blank may be a tab. null: no such list can be given, so that every record has to be asked.
   */
  readonly literals: readonly string[] | null
  /** Further ones that are written in this case and no other. */
  readonly exactLiterals?: readonly string[]
  /**
   * Further ones of records that have an event id, which listings do not print: in the provider's name or GUID, or the
   * id. Those with capitals are written in this case and no other.
   */
  readonly idLiterals?: readonly string[]
  /** Further ones of records whose neighbours matter too, whatever these are: events were lost between them. */
  readonly lossLiterals?: readonly string[]
  start(): DialectRun
}

/** What became known of an earlier record only through later ones (or never). */
export interface LateRecognition {
  readonly record: TraceRecord
  readonly recognised: Recognition | 'named'
}

export interface DialectRun {
  /**
   * `taken`: the record belongs to this dialect and is no event of its own (it completes another one, or `late`
   * will tell): no other dialect may read it.
   */
  recognise(record: TraceRecord): Recognised | 'taken'
  /**
   * Asked after every record, and with `end` after the last: hands over what waits no longer. Such an event belongs
   * to its own record's place and time, which lie before those of events handed over already.
   */
  late?(end: boolean): readonly LateRecognition[]
  /**
   * All that what it makes of later records depends on, as text; null: more than can be told, a record that waits, or
   * no such method. Large inputs are read in blocks only where it is the same before each of them.
   */
  carried?(): string | null
}
