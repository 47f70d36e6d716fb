import type {KnownName} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import type {TimeLayout} from './time-layout.js'

/** Where records begin in lines; `kernel/line-forms.ts` has the same numbers. */
export const LINE_FORM = {
  /** A prefix at the start of a line. */
  listing: 0,
  /** A prefix behind cells and commas. */
  cells: 1,
  /** Cells between tabs, as TraceView shows them. */
  tabs: 2,
  /** Labels and a text, as wevtutil prints them. */
  blocks: 3,
} as const

/** How the records of a listing, or of rows like it, begin, as far as it is the same for most of them. */
export interface LineLayout {
  readonly format: FormatId
  readonly form: 'listing' | 'cells' | 'tabs'
  /** The date of the stamp, up to its hours. */
  readonly date: string
  /** Digits of the fraction of a second, and what stands in front of them. */
  readonly fraction: number
  readonly point: '.' | ':'
  /** A blank stands between component and message; of listings only. */
  readonly blank: boolean
  /** Components that are not software tracing. */
  readonly notSoftware: readonly KnownName[]
}

/** What blocks of labels look like. */
export interface BlockLayout {
  readonly format: FormatId
  readonly form: 'blocks'
  readonly time: TimeLayout
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

/** What the members of an event in JSON are checked for; `kernel/json-event.ts` has the same numbers. */
export const MEMBER = {
  time: 1,
  /** Proves an event, as `id` does. Literals that go with event ids are looked for in these two and in `zone`. */
  provider: 2,
  id: 3,
  zone: 4,
  /** Anything but an object or an array. */
  text: 5,
  /** Members of an object are fields of the record; numbers in texts may have commas between their digits. */
  fields: 6,
  /** An array of values, or of objects that hold one. */
  values: 7,
  /** An array makes the object one around events. */
  wrapper: 8,
} as const

/** What events in JSON look like. */
export interface JsonLayout {
  readonly format: FormatId
  /** In lower case, at most 21 letters. */
  readonly members: ReadonlyMap<string, (typeof MEMBER)[keyof typeof MEMBER]>
  /** Zeros at the end of its fraction may be left out. null: milliseconds since 1970, `/Date(1695000000000)/`. */
  readonly time: TimeLayout | null
  readonly notSoftware: readonly KnownName[]
}
