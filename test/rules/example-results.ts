import {type ExampleResult, exampleText} from '../../src/rules/example-doc.js'
import {rules} from '../../src/rules/index.js'
import type {Judgement, Rule, RuleExample, Verdicts} from '../../src/rules/rule.js'
import {SUPPRESSES} from '../../src/rules/suppression.js'
import {analyzeTexts} from '../golden/run.js'

/** What the rule and the others say about each of the rule's examples, under all rules. */
export async function exampleResults(rule: Rule): Promise<ReadonlyMap<RuleExample, ExampleResult>> {
  const {bad, good} = rule.meta.examples
  const results = new Map<RuleExample, ExampleResult>()
  for (const example of [...bad, ...good]) results.set(example, await resultOf(rule, example))
  return results
}

async function resultOf(rule: Rule, example: RuleExample): Promise<ExampleResult> {
  const {id} = rule.meta
  const judgements: Judgement[] = []
  const witnessed = rules.map(one => (one === rule ? witness(rule, judgements) : one))
  const analysis = await analyzeTexts([exampleText(example)], witnessed)
  const findings = analysis.findings.filter(finding => finding.rule === id)
  const others = [...new Set(analysis.findings.map(finding => finding.rule))].filter(other => other !== id)
  const raised = judgements.some(({kind}) => kind === 'observation')
  const leftTo = raised && findings.length === 0 ? others.filter(other => SUPPRESSES[other]?.includes(id)) : []
  const reasons = new Map<string, number>()
  for (const judgement of judgements)
    if (judgement.kind === 'not-applicable') reasons.set(judgement.reason, (reasons.get(judgement.reason) ?? 0) + 1)
  return {
    findings,
    passes: judgements.filter(({kind}) => kind === 'pass').length,
    reasons,
    leftTo,
    others: others.filter(other => !leftTo.includes(other)).sort(),
  }
}

/** The rule, with everything it says written down. */
function witness(rule: Rule, judgements: Judgement[]): Rule {
  const check = (...subject: readonly unknown[]) => {
    const verdicts = (rule.check as (...subject: readonly unknown[]) => Verdicts)(...subject)
    judgements.push(...[verdicts ?? []].flat())
    return verdicts
  }
  return {...rule, check}
}
