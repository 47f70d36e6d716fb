import type {Moment} from '../parsers/scenario/values/milliseconds.js'

/** One record of an export, whatever the format. */
export interface ExportRecord {
  /** `header`: the trace header; `loss`: events were lost here; `text`: everything else. */
  readonly kind: 'header' | 'loss' | 'text'
  /** Wall clock, UTC. */
  readonly at: Moment
  readonly cpu: number
  readonly tid: number
  /** `{…}`, lower case; null: none. */
  readonly activity: string | null
  readonly provider: string
  readonly text: string
}

/** The facts of a trace header. */
export interface HeaderFacts {
  readonly start: Moment
  readonly end: Moment
  readonly lostEvents: number
  readonly lostBuffers: number
}

/** Provider of everything that the scenario says: no driver wrote it. */
export const SCENARIO = 'roamscope'
/** Provider of the records that mark the edges of the capture and of its losses. */
export const TRACE = 'EventTrace'

/** Process of all records: the system. */
export const SYSTEM_PID = 4

export const plainRecord = (at: Moment, provider: string, text: string): ExportRecord => ({
  kind: 'text',
  at,
  cpu: 0,
  tid: 0,
  activity: null,
  provider,
  text,
})

/** Records in order, the header first. */
export interface ExportPlan {
  readonly header: HeaderFacts
  readonly records: readonly ExportRecord[]
}
