import type {Message} from './message.js'
import type {Place} from './place.js'
import type {Micros} from './units.js'

/**
 * M1: command to the driver. M3: its response. IND: indication or task completion (M4).
 * LOG: any other record that rules know (system log, loss, clock and power changes).
 */
export type Step = 'M1' | 'M3' | 'IND' | 'LOG'

/** A field that was printed as text: the normalised name leads to its values in order. */
export type TextFields = Readonly<Record<string, readonly string[]>>

/** One Wi-Fi record: the only thing that stages after the parsers see of a trace. */
export interface TraceEvent {
  readonly step: Step
  readonly message: Message
  readonly atUs: Micros
  /** 0 to 999, for order only. */
  readonly ns: number
  /** Name, handle or interface GUID as printed; null where the record names none. */
  readonly adapterKey: string | null
  readonly activityId: string | null
  /** 65535 is the adapter object; null: not exported. */
  readonly port: number | null
  /** null: the record has no such field. */
  readonly transactionId: number | null
  /** Header status of M3 and completions; null: not exported. */
  readonly status: number | null
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  /** Time of a monotonic clock, if the record has one besides its wall-clock time. */
  readonly monoUs: Micros | null
  /** TLV stream after the message header, as far as it was exported. */
  readonly payload: Uint8Array | null
  /** True: a TLV that the payload lacks was not sent. False: it may merely not have been exported. */
  readonly complete: boolean
  /** The exported bytes end before the length that the message declares. */
  readonly truncated: boolean
  /** Fields printed as text; bytes beat them. */
  readonly fields: TextFields
  readonly place: Place
  /** The record's first line, for evidence. */
  readonly text: string
  /** Provider or component that wrote the record. */
  readonly provider: string | null
  /** Number in the order of time of the capture. */
  readonly seq: number
}
