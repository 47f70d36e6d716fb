import type {Step} from '../events/event.js'
import type {Zone} from '../events/record.js'
import type {Micros} from '../events/units.js'
import type {Model} from '../parsers/capabilities.js'
import type {InputReport} from './analysis.js'
import type {Advice} from './capture-advice.js'

/** What is in the files, as plain data: the object of `inspect --format json`, key for key. Nothing in it is judged. */
export interface InspectReport {
  readonly schemaVersion: 1
  readonly inputs: readonly InspectedInput[]
}

/** Everything the reading of one input showed, before anything is concluded from it. */
export interface InputFacts extends InputReport {
  /** In order of their record counts, then of their names. */
  readonly providers: readonly ProviderReport[]
  /** Wi-Fi messages by how often they occur. */
  readonly messages: readonly MessageCount[]
  /** Recognisers that made events of records. */
  readonly dialects: readonly {readonly id: string; readonly records: number}[]
  /** Records that name a WDI message but do not say which step of it they are. */
  readonly named: number
  readonly clock: ClockReport
  /** Spans without a record of any provider. */
  readonly gaps: readonly {readonly startUs: Micros; readonly endUs: Micros}[]
  readonly loss: {
    readonly events: number
    readonly buffers: number
    readonly spans: readonly {readonly startUs: Micros; readonly endUs: Micros}[]
  }
  readonly adapters: readonly {readonly id: string; readonly name: string | null; readonly model: Model}[]
}

export interface InspectedInput extends InputFacts {
  /** What rules could judge from it, in a fixed order. */
  readonly capabilities: readonly Capability[]
  readonly advice: readonly Advice[]
}

export interface ProviderReport {
  /** null: the records name none. */
  readonly name: string | null
  /** Of the provider, or of the message where nothing else is known. */
  readonly guid: string | null
  readonly records: number
  readonly wifiRecords: number
  readonly undecoded: number
  readonly firstUs: Micros | null
  readonly lastUs: Micros | null
}

export interface MessageCount {
  /** Short name: TASK_ROAM, ROAM_COMPLETE. */
  readonly message: string
  readonly step: Step
  readonly records: number
  /** Records of it whose header has a transaction id. */
  readonly withTransactionId: number
  /** Records of it whose TLV bytes were exported. */
  readonly withBytes: number
}

export interface ClockReport {
  readonly zone: Zone
  readonly granularityUs: number | null
  readonly firstUs: Micros | null
  readonly lastUs: Micros | null
  /** Records without a time. */
  readonly undated: number
  /** Records that are earlier than the record before them. */
  readonly backwards: number
}

export interface Capability {
  readonly what: string
  readonly judged: 'yes' | 'partly' | 'no'
  /** What is missing; null where nothing is. */
  readonly why: string | null
}
