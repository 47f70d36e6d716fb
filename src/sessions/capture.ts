import type {TraceEvent} from '../events/event.js'
import type {Zone} from '../events/record.js'
import type {Micros} from '../events/units.js'

export interface Span {
  readonly startUs: Micros
  readonly endUs: Micros
}

/** An event that repeats another one record for record; it was taken out before anything else looked. */
export interface Duplicate {
  readonly event: TraceEvent
  readonly of: TraceEvent
}

/** Facts of the whole capture that decide what its silence is worth. */
export interface CaptureFacts {
  /** First and last moment of the recording; null where no record has a time. */
  readonly startUs: Micros | null
  readonly endUs: Micros | null
  readonly zone: Zone
  /** g of rules.md 0.5. */
  readonly granularityUs: number
  /** Of each input by itself: event logs beside a driver's trace have coarser clocks. */
  readonly inputGranularityUs: readonly number[]
  /** Positioned loss, in order of time. */
  readonly lossSpans: readonly Span[]
  /** Events and buffers lost at unknown places, from trace headers. */
  readonly lostEvents: number
  readonly lostBuffers: number
  /** EVENTS_LOST records. */
  readonly lossRecords: readonly TraceEvent[]
  /** Families that the recording states to contain; null: nothing stated, judge by what is there. */
  readonly statedFamilies: ReadonlySet<string> | null
  /** Software-trace records, and those among them that could not be formatted. */
  readonly wpp: number
  readonly undecoded: number
  /** Message GUIDs of undecoded records with their counts. */
  readonly undecodedProviders: ReadonlyMap<string, number>
  readonly duplicates: readonly Duplicate[]
  /** Events in the order of their files; sorting happens later. */
  readonly fileOrder: readonly (readonly TraceEvent[])[]
  /** Facts for cohorts and reports (driver, os, device, …), stated by the trace or the user. */
  readonly labels: Readonly<Record<string, string>>
  /** Records per timestamp sharing, for `capture-timestamps-coarse`: share of events with a neighbour at the same time. */
  readonly sharedStamps: number
}

/** Answers to "could an unrecorded event lie here?", the one place that knows loss and edges. */
export class Silence {
  readonly #spans: readonly Span[]
  readonly #startUs: Micros
  readonly #endUs: Micros

  constructor(readonly capture: CaptureFacts) {
    this.#startUs = capture.startUs ?? 0
    this.#endUs = capture.endUs ?? 0
    const everywhere = capture.lossSpans.length === 0 && capture.lostEvents + capture.lostBuffers > 0
    this.#spans = everywhere ? [{startUs: -Infinity, endUs: Infinity}] : capture.lossSpans
  }

  /** A loss span touches the closed window: what is absent there may have been lost. */
  lost(fromUs: Micros, toUs: Micros): boolean {
    return this.#spans.some(span => span.startUs <= toUs && span.endUs >= fromUs)
  }

  /** Loss lies between two moments; a span that only touches one of them does not. */
  lostBetween(fromUs: Micros, toUs: Micros): boolean {
    return this.#spans.some(span => span.startUs < toUs && span.endUs > fromUs)
  }

  /** The same for spans whose place is known: a mere counter of losses says nothing about this place. */
  spanBetween(fromUs: Micros, toUs: Micros): boolean {
    return this.capture.lossSpans.some(span => span.startUs < toUs && span.endUs > fromUs)
  }

  /** The time between two moments cannot be told: something of a known place was lost, or no record has a time. */
  unmeasured(fromUs: Micros, toUs: Micros): boolean {
    return this.capture.startUs === null || this.spanBetween(fromUs, toUs)
  }

  /** The recording goes on until this moment. */
  reaches(us: Micros): boolean {
    return us <= this.#endUs
  }

  /** The recording had begun at this moment. */
  begunBy(us: Micros): boolean {
    return us >= this.#startUs
  }

  get startUs(): Micros {
    return this.#startUs
  }

  get endUs(): Micros {
    return this.#endUs
  }

  get lossless(): boolean {
    return this.#spans.length === 0
  }
}
