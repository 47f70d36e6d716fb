import {expect, it} from 'vitest'
import {exampleText} from '../../src/rules/example-doc.js'
import {rules} from '../../src/rules/index.js'
import type {Judgement, Rule, Verdicts} from '../../src/rules/rule.js'
import {analyzeTexts} from '../golden/run.js'

interface Variant {
  readonly rule: string
  /** Title of the example that is changed. */
  readonly example: string
  readonly changes: readonly string[]
  readonly answer: readonly string[]
}

/**
 * Tests of what rules say about changed examples of theirs: too special for their pages. Each variant is a paragraph:
 * "rule: title of the example", the change as a diff ("-" line that goes, "+" lines in its place; "+" without "-": in
 * front), and after "=" the answer of the rule, as `answer` gives it. Blanks count as one.
 */
export function variants(text: string): void {
  for (const variant of text.trim().split(/\n\n+/).map(parse)) {
    it([variant.rule, variant.example, ...variant.changes].join(' · '), async () => {
      expect(await answer(ruleOf(variant), changed(variant))).toEqual(variant.answer)
    })
  }
}

function parse(paragraph: string): Variant {
  const [head = '', ...lines] = paragraph.split('\n')
  const colon = head.indexOf(': ')
  return {
    rule: head.slice(0, colon),
    example: head.slice(colon + 2),
    changes: lines.filter(line => /^[-+] /.test(line)),
    answer: lines.filter(line => line.startsWith('= ')).map(line => line.slice(2)),
  }
}

function ruleOf({rule}: Variant): Rule {
  const found = rules.find(({meta}) => meta.id === rule)
  if (found === undefined) throw new Error(`no rule ${rule}`)
  return found
}

function changed(variant: Variant): string {
  const {bad, good} = ruleOf(variant).meta.examples
  const example = [...bad, ...good].find(({title}) => title === variant.example)
  if (example === undefined) throw new Error(`no example "${variant.example}" of ${variant.rule}`)
  const lines = exampleText(example)
    .split('\n')
    .map(line => line.trim().replace(/\s+/g, ' '))
  let at = 0
  for (const change of variant.changes) {
    const line = change.slice(2)
    if (change.startsWith('+')) lines.splice(at++, 0, line)
    else {
      at = lines.indexOf(line)
      if (at < 0) throw new Error(`no line "${line}" in the example`)
      lines.splice(at, 1)
    }
  }
  return lines.join('\n')
}

/**
 * What a rule says when it is asked alone: a line for each finding ("violation error high L-LOSS | 85 | message | 80 85 |
 * expected", place and records in ms), how many subjects passed, and why others could not be judged.
 */
async function answer(rule: Rule, scenario: string): Promise<readonly string[]> {
  const reasons = new Set<string>()
  let passes = 0
  const check = (...subject: readonly unknown[]) => {
    const verdicts = (rule.check as (...subject: readonly unknown[]) => Verdicts)(...subject)
    for (const judgement of [verdicts ?? []].flat() as Judgement[]) {
      if (judgement.kind === 'not-applicable') reasons.add(judgement.reason)
      else if (judgement.kind === 'pass') passes++
    }
    return verdicts
  }
  const {findings} = await analyzeTexts([scenario], [{...rule, check} as Rule])
  const found = findings.map(({verdict, severity, confidence, limits, atUs, message, evidence, expected}) => {
    const records = evidence.map(record => record.atUs / 1000).join(' ')
    const place = atUs === null ? 'capture' : atUs / 1000
    return [[verdict, severity, confidence, ...limits].join(' '), place, message, records, expected.join('; ')]
      .join(' | ')
      .trim()
  })
  return [...found, ...(passes === 0 ? [] : [`pass ${passes}`]), ...[...reasons].sort()]
}
