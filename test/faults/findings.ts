import type {Analysis} from '../../src/analysis/analysis.js'
import type {Finding} from '../../src/rules/finding.js'
import {analyzeTexts} from '../golden/run.js'

/** A finding as far as an injection says something about it. */
export interface Found {
  readonly rule: string
  readonly verdict: Finding['verdict']
  /** µs; null: of the whole capture. */
  readonly at: number | null
}

export async function findingsIn(...texts: readonly string[]): Promise<Found[]> {
  return foundIn(await analyzeTexts(texts))
}

export function foundIn({findings, rules}: Pick<Analysis, 'findings' | 'rules'>): Found[] {
  const crashed = rules.find(({status}) => status === 'crashed')
  if (crashed !== undefined) throw new Error(`${crashed.id} crashed: ${crashed.reason}`)
  return findings.map(({rule, verdict, atUs}) => ({rule, verdict, at: atUs}))
}

/** "ping-pong violation 12.5": rule, verdict and place in ms. */
export function wordsOf({rule, verdict, at}: Found): string {
  return `${rule} ${verdict} ${at === null ? 'capture' : at / 1000}`
}
