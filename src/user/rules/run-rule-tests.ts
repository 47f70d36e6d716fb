import {analyze} from '../../analysis/analyze.js'
import {readInputs} from '../../analysis/read-inputs.js'
import {recogniser} from '../../dialects/index.js'
import {DEFAULT_SETTINGS} from '../../rules/settings.js'
import {UserFileError} from '../files/user-file-error.js'
import type {UserRule} from './load-rules.js'
import type {TestSpec} from './rule-schema.js'

/** What a test of a rules file came to; findings as "violation at 100 ms". */
export interface RuleTestResult {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly title: string
  readonly passed: boolean
  readonly expected: readonly string[]
  readonly found: readonly string[]
}

/** Runs the tests that rules carry, one after the other. Throws a UserFileError where a scenario is wrong. */
export async function runRuleTests(rules: readonly UserRule[]): Promise<RuleTestResult[]> {
  const results: RuleTestResult[] = []
  for (const one of rules) {
    for (const [index, test] of one.tests.entries()) {
      const expected = test.expect.map(({atMs, verdict}) => words(verdict, atMs)).sort()
      const found = (await findingsOf(one, test)).sort()
      results.push({
        rule: one.rule.meta.id,
        file: one.file,
        line: test.line,
        title: test.title ?? `test ${index + 1}`,
        passed: expected.join() === found.join(),
        expected,
        found,
      })
    }
  }
  return results
}

async function findingsOf({rule, file}: UserRule, test: TestSpec & {readonly line: number}): Promise<string[]> {
  const bytes = new TextEncoder().encode(test.scenario)
  const source = {
    path: 'test.scenario',
    async *bytes() {
      yield bytes
    },
  }
  const inputs = await readInputs([source], {
    parse: {tzMinutes: null, dateOrder: null, prefix: null},
    recogniser: () => recogniser(),
    hash: false,
  })
  for (const {scenarioError, collector} of inputs) {
    const wrong = scenarioError?.message ?? (collector.events.length === 0 ? 'it holds no record' : null)
    if (wrong !== null)
      throw new UserFileError(file, test.line, 1, `the scenario of this test cannot be used: ${wrong}`)
  }
  const {findings, rules} = analyze(inputs, {
    rules: [rule],
    settings: DEFAULT_SETTINGS,
    model: null,
    labels: {},
    version: 'test',
  })
  const crash = rules.find(({status}) => status === 'crashed')?.reason
  if (crash) throw new Error(`${rule.meta.id}: ${crash}`)
  return findings.map(({verdict, atUs}) => words(verdict, atUs === null ? null : atUs / 1000))
}

const words = (verdict: string, atMs: number | null): string =>
  `${verdict} at ${atMs === null ? 'no time' : `${atMs} ms`}`
