import type {Analysis} from '../../src/analysis/analysis.js'
import {analyze} from '../../src/analysis/analyze.js'
import {readInputs} from '../../src/analysis/read-inputs.js'
import {recogniser} from '../../src/dialects/index.js'
import {rules as allRules} from '../../src/rules/index.js'
import type {Rule} from '../../src/rules/rule.js'
import {DEFAULT_SETTINGS, type Settings} from '../../src/rules/settings.js'

/** Analyses texts as the files of one capture. */
export async function analyzeTexts(
  texts: readonly (string | Uint8Array)[],
  rules: readonly Rule[] = allRules,
  settings: Settings = DEFAULT_SETTINGS,
): Promise<Analysis> {
  const sources = texts.map((text, index) => ({
    path: `input-${index}`,
    async *bytes() {
      yield typeof text === 'string' ? Buffer.from(text) : text
    },
  }))
  const inputs = await readInputs(sources, {
    parse: {tzMinutes: null, dateOrder: null, prefix: null},
    recogniser: () => recogniser(),
    hash: false,
  })
  for (const {scenarioError} of inputs) if (scenarioError !== null) throw scenarioError
  return analyze(inputs, {rules, settings, model: null, labels: {}, version: 'test'})
}
