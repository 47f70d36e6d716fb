import {describe, expect, it} from 'vitest'
import {ruleDoc} from '../../src/rules/doc.js'
import {type ExampleResult, exampleDoc} from '../../src/rules/example-doc.js'
import type {Finding} from '../../src/rules/finding.js'
import {indexDoc} from '../../src/rules/index-doc.js'
import type {Rule} from '../../src/rules/rule.js'

const rule: Rule = {
  meta: {
    id: 'task-over-normal-time',
    category: 'timing',
    tier: 1,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: ['driver', 'host'],
    basis: 'D',
    class: 'SHOULD',
    statement: 'A *bold* claim with <b>tags</b>.',
    why: 'Why.',
    harmless: 'Harmless.',
    next: 'Next.',
    limits: ['L-HOST'],
    numbers: '1 | 2 s',
    source: 'netcx/oid-wdi-task-*',
    needs: ['this', 'that'],
    examples: {
      bad: [
        {title: 'plain', scenario: '\n  0  IND  LINK_STATE_CHANGE  1  -  AP-A\n'},
        {title: 'inconclusive: doubtful', scenario: '\n1  LOG  BOOT  adapter\n'},
      ],
      good: [{title: 'quiet', scenario: '\n2  LOG  BOOT  adapter\n'}],
    },
  },
  subject: 'capture',
  check: () => undefined,
}

const silent: ExampleResult = {findings: [], passes: 0, reasons: new Map(), leftTo: [], others: []}

describe('ruleDoc', () => {
  const {bad, good} = rule.meta.examples
  const results = new Map([...bad, ...good].map(example => [example, silent]))
  const page = ruleDoc(rule, results)
  const between = (from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to))

  it('takes no character of our prose for markup', () => {
    expect(page).toContain('**A \\*bold\\* claim with \\<b>tags\\</b>.**')
    expect(page).toContain('\n\nnetcx/oid-wdi-task-\\*\n')
    expect(page).toContain('| number | 1 \\| 2 s |')
  })

  it('says severity by model and every blame', () => {
    expect(page).toContain('| severity | error on WDI, warning on WiFiCx |')
    expect(page).toContain('| whose business | driver or host |')
  })

  it('keeps the columns of scenarios, without the line break in front', () => {
    expect(page).toContain('### Plain\n\n```text\n  0  IND  LINK_STATE_CHANGE  1  -  AP-A\n```')
  })

  it('shows doubtful examples under a heading of their own', () => {
    expect(between('## Reported', '## Inconclusive')).not.toContain('BOOT')
    expect(between('## Inconclusive', '## Not reported')).toContain('### Doubtful')
    expect(between('## Not reported', '## When it is harmless')).toContain('### Quiet')
  })

  it('names the rules that take its place, and those whose place it takes', () => {
    expect(page).toContain('[task-hang-m3-m4](task-hang-m3-m4.md)')
    expect(page).toContain('Takes the place of [roam-over-requirement](roam-over-requirement.md)')
  })
})

describe('exampleDoc', () => {
  const [example = {title: '', scenario: ''}] = rule.meta.examples.good
  const said = (result: Partial<ExampleResult>) =>
    exampleDoc(example, example.title, {...silent, ...result}).replace(/^.*```\n\n/s, '')
  const place = {input: 0, offset: 0, atUs: 0, text: '', said: null}
  const finding: Finding = {
    rule: rule.meta.id,
    verdict: 'violation',
    severity: 'warning',
    confidence: 'high',
    blame: 'driver',
    session: null,
    atUs: 12_500,
    message: 'More than <one> thing.',
    evidence: [
      {...place, line: 4},
      {...place, line: 4},
      {...place, line: 7},
    ],
    expected: ['a M3', 'a M4'],
    limits: [],
    source: '',
    fingerprint: '',
  }

  it('shows a finding as a quotation, each line of its evidence once', () => {
    expect(said({findings: [finding]})).toBe(
      '> **warning** · at 12.5 ms · driver · high confidence · lines 4, 7\n>\n> More than \\<one> thing.\n>\n> Expected: a M3; a M4.',
    )
  })

  it('shows a doubtful finding about the whole capture', () => {
    const evidence = [{...place, line: 2}]
    const doubtful = {...finding, verdict: 'inconclusive', atUs: null, evidence, expected: []} as const
    expect(said({findings: [{...doubtful, limits: ['L-LOSS', 'L-EDGE']}]})).toBe(
      '> **inconclusive warning** · whole capture · driver · high confidence · L-LOSS, L-EDGE · line 2\n>\n> More than \\<one> thing.',
    )
    expect(said({findings: [{...doubtful, evidence: []}]})).toMatch(/high confidence$/m)
  })

  it('says why nothing is reported', () => {
    expect(said({})).toBe('> Nothing for this rule to judge.')
    expect(said({passes: 1})).toBe('> Passes.')
    const reasons = new Map([['no *frame*', 1]])
    expect(said({passes: 2, reasons})).toBe('> Passes (2 times).\n>\n> Not applicable: no \\*frame\\*.')
    expect(said({leftTo: ['a', 'b']})).toBe('> Left to [a](a.md), [b](b.md), which reports the same records.')
  })

  it('names the other rules that speak', () => {
    expect(said({passes: 1, others: ['a', 'b']})).toBe(
      '> Passes.\n>\n> Other rules with findings here: [a](a.md), [b](b.md).',
    )
  })
})

describe('indexDoc', () => {
  it('lists rules by question, by blame and by category', () => {
    const index = indexDoc([rule])
    expect(index.match(/\[task-over-normal-time\]/g)).toHaveLength(3)
    expect(index).toContain('### timing\n\n- [task-over-normal-time](task-over-normal-time.md) (error on WDI')
  })
})
