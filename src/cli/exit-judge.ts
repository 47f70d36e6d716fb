import type {Analysis} from '../analysis/analysis.js'
import type {Severity} from '../rules/rule.js'

export type FailOn = Severity | 'never'

const rank: Readonly<Record<FailOn, number>> = {info: 1, warning: 2, error: 3, never: 4}

/** Adds up captures to one exit code. Where 1 and 3 both hold, 3; an open verdict fails nothing. */
export class ExitJudge {
  #judged = false
  #partly = false
  #worst = 0

  constructor(
    readonly failOn: FailOn,
    readonly strict: boolean,
  ) {}

  add({inputs, findings}: Pick<Analysis, 'inputs' | 'findings'>): void {
    for (const input of inputs) {
      if (input.wifiRecords > 0) this.#judged = true
      if (input.wifiRecords === 0 || input.problems.length > 0) this.#partly = true
    }
    for (const {verdict, severity} of findings) {
      if (verdict === 'violation') this.#worst = Math.max(this.#worst, rank[severity])
    }
  }

  get code(): 0 | 1 | 3 {
    if (!this.#judged || (this.strict && this.#partly)) return 3
    return this.#worst >= rank[this.failOn] ? 1 : 0
  }
}
