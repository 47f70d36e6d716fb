import type {Analysis} from '../../src/analysis/analysis.js'
import {analyze} from '../../src/analysis/analyze.js'
import {type ReadInput, readInputs} from '../../src/analysis/read-inputs.js'
import {traceOf} from '../../src/analysis/trace-of.js'
import {recogniser} from '../../src/dialects/index.js'
import {rules as allRules} from '../../src/rules/index.js'
import type {Rule} from '../../src/rules/rule.js'
import {DEFAULT_SETTINGS, type Settings} from '../../src/rules/settings.js'
import type {Trace} from '../../src/rules/trace.js'

/** Analyses texts as the files of one capture. */
export async function analyzeTexts(
  texts: readonly (string | Uint8Array)[],
  rules: readonly Rule[] = allRules,
  settings: Settings = DEFAULT_SETTINGS,
): Promise<Analysis> {
  return analyze(await inputsOf(texts), {rules, settings, model: null, labels: {}, version: 'test'})
}

/** What texts, as the files of one capture, are reconstructed to before any rule runs. */
export async function traceOfTexts(...texts: readonly string[]): Promise<Trace> {
  return traceOf(await inputsOf(texts), {settings: DEFAULT_SETTINGS, model: null, labels: {}})
}

async function inputsOf(texts: readonly (string | Uint8Array)[]): Promise<ReadInput[]> {
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
  return inputs
}
