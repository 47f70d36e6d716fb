import type {Analysis} from '../../src/analysis/analysis.js'
import type {Finding, RuleTally} from '../../src/rules/finding.js'
import {analyzeTexts} from '../golden/run.js'

/** What one scenario comes to under all rules. */
export interface Run {
  readonly analysis: Analysis
  findings(rule: string): readonly Finding[]
  tally(rule: string): RuleTally
}

/** Analyses one scenario, or several as the files of one capture, under all rules. */
export async function run(...scenarios: readonly string[]): Promise<Run> {
  const analysis = await analyzeTexts(scenarios)
  return {
    analysis,
    findings: rule => analysis.findings.filter(finding => finding.rule === rule),
    tally: rule => {
      const tally = analysis.rules.find(({id}) => id === rule)
      if (tally === undefined) throw new Error(`no rule ${rule}`)
      return tally
    },
  }
}

/** Findings of a rule as "violation +85", "inconclusive capture": verdict and place in ms. */
export async function verdicts(rule: string, ...scenarios: readonly string[]): Promise<readonly string[]> {
  const {findings} = await run(...scenarios)
  return findings(rule).map(({verdict, atUs}) => `${verdict} ${atUs === null ? 'capture' : atUs / 1000}`)
}
