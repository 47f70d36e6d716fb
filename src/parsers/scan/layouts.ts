import type {KnownName} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import type {TimeLayout} from './time-layout.js'

/** How the records of a listing begin, as far as it is the same for most of them. */
export interface LineLayout {
  readonly format: FormatId
  /** The date of the stamp, up to its hours. */
  readonly date: string
  /** Digits of the fraction of a second. */
  readonly fraction: number
  /** A blank stands between component and message. */
  readonly blank: boolean
  /** Components that are not software tracing. */
  readonly notSoftware: readonly KnownName[]
}

/** What the cells of a column are checked for; `kernel/cells.ts` has the same numbers. */
export const COLUMN = {
  any: 0,
  /** Digits or nothing. */
  number: 1,
  /** The same; literals that go with event ids are looked for here, in `provider` and in `providerGuid`. */
  id: 2,
  time: 3,
  provider: 4,
  providerGuid: 5,
  hexNumber: 6,
  filetime: 7,
  guid: 8,
} as const

/** A row of more columns is not told quickly. */
export const MOST_COLUMNS = 255

/** What the rows of delimited text look like. */
export interface RowLayout {
  readonly format: FormatId
  readonly delimiter: string
  /** Of tracerpt's rows those in front of the user data. */
  readonly columns: readonly (typeof COLUMN)[keyof typeof COLUMN][]
  /** Another number of cells that rows may have. */
  readonly fewest: number
  readonly tracerpt: boolean
  /** Of columns of kind `time`. */
  readonly time: TimeLayout | null
  readonly notSoftware: readonly KnownName[]
}

/** What serialised objects look like, or tags whose attributes are the event. */
export interface ObjectLayout {
  readonly format: FormatId
  readonly time: TimeLayout
  readonly notSoftware: readonly KnownName[]
}

/** What elements called Event look like. */
export interface ElementLayout extends ObjectLayout {
  /** They have the number of a record in an event log. */
  readonly logged: boolean
}
