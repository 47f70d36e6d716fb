import type {FormatId} from '../parsers/parser.js'
import type {ScenarioTrace} from '../parsers/scenario/scenario-trace.js'

/** What the records of a format have a place for; everything else is said in the notation of scenario files. */
export interface Places {
  /** Smallest step of its stamps, ns. */
  readonly stepNs: number
  readonly cpu: boolean
  /** Activity ids as a column; they are GUIDs there. */
  readonly activity: boolean
  /** Counters of the trace header. */
  readonly lostEvents: boolean
  readonly lostBuffers: boolean
}

/** Renders a scenario as one tool would have exported the trace. */
export interface Exporter {
  readonly id: FormatId
  /** For people: "tracefmt listing". */
  readonly title: string
  readonly places: Places
  /** The text in pieces. `origin` is added to all times. */
  render(trace: ScenarioTrace): Iterable<string>
}
