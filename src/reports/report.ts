import type {Analysis} from '../analysis/analysis.js'
import type {RuleMeta} from '../rules/rule.js'
import type {Screen} from './screen.js'

export interface ReportOptions {
  readonly screen: Screen
  /** Rows of a list; 0: all. Text only. */
  readonly limit: number
  readonly quiet: boolean
  readonly verbose: boolean
  /** Number of the capture under `--each`; null without. */
  readonly capture: number | null
  /** What rules say about themselves, by id. A rule that is not in it is shown with what its findings say. */
  readonly rules: ReadonlyMap<string, RuleMeta>
  /** PATHS of the command line, for commands to go on with. */
  readonly paths: readonly string[]
}

/** Text around and between the captures of `--each`. */
export interface Frame {
  readonly open: string
  readonly between: string
  readonly close: string
}

/** A pure rendering, in pieces; who prints or saves them is the command's business. */
export interface Report<Subject = Analysis> {
  /** Word for `--format`. */
  readonly id: string
  /** For people: "JSON, the whole analysis". */
  readonly title: string
  readonly each: Frame
  render(subject: Subject, options: ReportOptions): Iterable<string>
}
