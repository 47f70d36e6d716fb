import {describe, expect, it} from 'vitest'
import {ruleDoc} from '../../src/rules/doc.js'
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

describe('ruleDoc', () => {
  const page = ruleDoc(rule)
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

describe('indexDoc', () => {
  it('lists rules by question, by blame and by category', () => {
    const index = indexDoc([rule])
    expect(index.match(/\[task-over-normal-time\]/g)).toHaveLength(3)
    expect(index).toContain('### timing\n\n- [task-over-normal-time](task-over-normal-time.md) (error on WDI')
  })
})
