import type {Micros} from './units.js'

/** Clock of an input: `local` is wall-clock time of an unknown zone, taken as if it were UTC. */
export type Zone = 'utc' | 'local' | 'relative'

export type Undecoded = 'no-format' | 'no-schema' | 'processing-error' | 'unknown-provider'

/**
 * What a parser makes of one record of an export, whoever wrote it and whatever it is about
 * (formats.md 0.1). Recognisers decide which of them are Wi-Fi events.
 */
export interface TraceRecord {
  readonly line: number
  readonly offset: number
  /** First physical line as the file has it, cut at 4,096 characters: what a finding shows. */
  readonly text: string
  /** null: the record carries no time. Rounded down; the rest is in `ns`. */
  readonly atUs: Micros | null
  /** 0 to 999 ns below the microsecond: for order only, never for durations. */
  readonly ns: number
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  /** Manifest or TraceLogging provider name, or the WPP component. */
  readonly provider: string | null
  readonly providerGuid: string | null
  readonly eventId: number | null
  readonly activityId: string | null
  /** Rendered text, continuation lines joined with \n. */
  readonly message: string
  /** Named payload members (EventData, TraceLogging JSON), values as printed. */
  readonly fields: Readonly<Record<string, string>> | null
  readonly undecoded: Undecoded | null
  /** The state of one moment, nothing that happened: messages that it names are counted, never placed in a session. */
  readonly momentary?: true
}

/** Facts about an input that no single event carries. A parser reports them as it meets them. */
export interface InputNotes {
  /** From the trace header or a summary: events and buffers lost at unknown places. */
  lostEvents: number
  lostBuffers: number
  zone: Zone
  /** Resolution of the printed times, µs; null until a time was seen. A nanosecond stamp counts as 1. */
  granularityUs: number | null
  /** The trace header's own span, where the format has one. */
  headerStartUs: Micros | null
  headerEndUs: Micros | null
  /** The file ends inside a record: what followed is missing, whatever the header says of the trace's end. */
  cut?: boolean
  /** The losses are those of a trace that is summed up here: beside the trace itself they are not counted again. */
  restated?: boolean
}
