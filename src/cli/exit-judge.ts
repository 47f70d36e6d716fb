import type {InputReport} from '../analysis/analysis.js'
import type {Finding} from '../rules/finding.js'
import type {Severity} from '../rules/rule.js'

export type FailOn = Severity | 'never'

const rank: Readonly<Record<FailOn, number>> = {info: 1, warning: 2, error: 3, never: 4}

/** What the end of a run depends on; an event list has neither findings nor verdict. */
export interface Judged {
  readonly inputs: readonly (Pick<InputReport, 'wifiRecords' | 'problems'> & {
    readonly format?: InputReport['format']
  })[]
  readonly findings?: readonly Pick<Finding, 'verdict' | 'severity'>[]
  readonly verdict?: {readonly text: string}
}

/** Adds up captures to one exit code. Where 1 and 3 both hold, 3; an open verdict fails nothing. */
export class ExitJudge {
  #judged = false
  #partly = false
  #worst = 0
  #reason: string | null = null

  constructor(
    readonly failOn: FailOn,
    readonly strict: boolean,
  ) {}

  /** Lets subjects through and remembers what they say about the end. */
  async *watch<Subject extends Judged>(subjects: AsyncIterable<Subject>): AsyncIterable<Subject> {
    for await (const subject of subjects) {
      this.add(subject)
      yield subject
    }
  }

  add({inputs, findings, verdict}: Judged): void {
    this.#reason = verdict?.text ?? null
    for (const input of inputs) {
      if (input.wifiRecords > 0) this.#judged = true
      // A summary beside a trace has told all that it can.
      if ((input.wifiRecords === 0 && input.format !== 'summary') || input.problems.length > 0) this.#partly = true
    }
    for (const {verdict, severity} of findings ?? []) {
      if (verdict === 'violation') this.#worst = Math.max(this.#worst, rank[severity])
    }
  }

  /** Why code 3, in a sentence. */
  get reason(): string {
    if (this.#judged) return 'Only part of the input could be read or judged (--strict).'
    return (
      this.#reason ??
      'Nothing could be judged: the input holds no message between Windows and a Wi-Fi driver, nor an event of WLAN AutoConfig.'
    )
  }

  get code(): 0 | 1 | 3 {
    if (!this.#judged || (this.strict && this.#partly)) return 3
    return this.#worst >= rank[this.failOn] ? 1 : 0
  }
}
