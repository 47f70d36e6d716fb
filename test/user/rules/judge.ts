import type {Analysis} from '../../../src/analysis/analysis.js'
import {loadRules, type UserRule} from '../../../src/user/rules/load-rules.js'
import {analyzeTexts} from '../../golden/run.js'

/** A rules file of one rule; `body`: its keys but for id and title, as lines without indentation. */
export const fileOf = (body: string): string =>
  `rules:\n  - id: user-x\n    title: What should be is so\n${body
    .trim()
    .split('\n')
    .map(line => `    ${line}\n`)
    .join('')}`

export const ruleOf = (body: string): UserRule => loadRules(fileOf(body), 'team.yaml')[0] as UserRule

export async function analysisOf(body: string, scenario: string): Promise<Analysis> {
  const analysis = await analyzeTexts([scenario], [ruleOf(body).rule])
  const [tally] = analysis.rules
  if (tally?.status === 'crashed') throw new Error(`crashed: ${tally.reason}`)
  return analysis
}

/** "violation 100" for findings, in ms; without findings the counts, or why nothing was judged. */
export async function verdicts(body: string, scenario: string): Promise<readonly string[]> {
  const {findings, rules} = await analysisOf(body, scenario)
  if (findings.length > 0) return findings.map(({verdict, atUs}) => `${verdict} ${atUs === null ? '-' : atUs / 1000}`)
  const [tally] = rules
  return [tally?.status === 'ran' ? `pass ${tally.pass}` : `n/a: ${tally?.reason}`]
}
