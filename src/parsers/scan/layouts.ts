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

/** How cells are written, and what a row begins with; `kernel/row.ts` has the same numbers. */
export const STYLE = {
  /** RFC 4180. */
  quoted: 0,
  tracerpt: 1,
  /** Those of PerfView. */
  view: 2,
  /** The name of a class of events, as `xperf -a dumper` prints them. */
  classes: 3,
} as const

/** What the rows of delimited text look like. */
export interface RowLayout {
  readonly format: FormatId
  readonly delimiter: string
  /** Of tracerpt's rows those in front of the user data. */
  readonly columns: readonly (typeof COLUMN)[keyof typeof COLUMN][]
  /** Another number of cells that rows may have. */
  readonly fewest: number
  readonly style: Exclude<keyof typeof STYLE, 'classes'>
  /** Names that the parser puts into every record. */
  readonly names: readonly string[]
  /** Of columns of kind `time`. */
  readonly time: TimeLayout | null
  readonly notSoftware: readonly KnownName[]
}

/** A class of events of which every row is a record. */
export interface EventClass {
  readonly name: string
  /** Names that the parser puts into records of the class. */
  readonly columns: readonly string[]
  readonly software: boolean
  readonly undecoded: boolean
}

/** What rows look like that begin with the name of their class. */
export interface ClassLayout {
  readonly format: FormatId
  readonly classes: readonly EventClass[]
}

/** What elements called Event look like. */
export interface ElementLayout {
  readonly format: FormatId
  /** They have the number of a record in an event log. */
  readonly logged: boolean
  readonly time: TimeLayout
  readonly notSoftware: readonly KnownName[]
}
