import {describe, expect, it} from 'vitest'
import {ruleMatch} from '../../src/reports/rule-match.js'
import {ruleRow} from '../../src/reports/rule-row.js'
import {matchScreen} from '../../src/reports/text/match-screen.js'
import {ruleList} from '../../src/reports/text/rule-list.js'
import {rules} from '../../src/rules/index.js'
import {options} from './options.js'

const metaOf = (id: string) => {
  const rule = rules.find(({meta}) => meta.id === id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return rule.meta
}
const shown = (id: string) => [...matchScreen([ruleMatch(metaOf(id))], false, options().screen)].join('')

describe('a rule explained', () => {
  const page = shown('task-hang-m3-m4')

  it('keeps the columns of its scenarios', () => {
    const [first = '', second = ''] = page.split('\n').filter(line => /TASK_ROAM +1 +101/.test(line))
    expect(first.indexOf('TASK_ROAM')).toBe(second.indexOf('TASK_ROAM'))
    expect(first.indexOf('M1')).toBe(second.indexOf('M3'))
  })

  it('has what cannot be proven under a heading of its own', () => {
    const at = (label: string) => page.indexOf(`\n  ${label}`)
    expect(at('inconclusive  the completion may have been lost')).toBeGreaterThan(at('reported'))
    expect(at('not reported')).toBeGreaterThan(at('inconclusive'))
    expect(page.slice(at('not reported'))).not.toContain('may have been lost')
    expect(page).not.toContain('inconclusive:')
  })

  it('has no blank at the end of a line, and one empty line between examples', () => {
    expect(page).not.toMatch(/[ \t]\n/)
    expect(page).not.toMatch(/\n\n\n|\n\n$/)
    expect(page).toMatch(/AP-A status=10\n\n +completed 31 s after the start\n/)
  })

  it('says severities by model, and which settings change its number', () => {
    expect(shown('task-overlap')).toMatch(/\n {2}severity +error on WDI, warning on WiFiCx\n/)
    expect(shown('keys-not-installed')).toMatch(/\n {2}settings +keyWindow\.8021x, keyWindow\.others\n/)
    expect(page).not.toMatch(/\n {2}settings/)
  })
})

describe('the list of rules', () => {
  const list = (width: number) =>
    [
      ...ruleList(
        rules.map(({meta}) => ruleRow(meta)),
        options({width}).screen,
      ),
    ].join('')

  it.each([80, 100, 140])('says at %i columns what a rule demands in more than a few words', width => {
    const line = list(width)
      .split('\n')
      .find(text => text.includes('task-completion-wrong-transaction'))
    expect(line?.length).toBeLessThanOrEqual(width)
    expect(line).toMatch(/The header of a completion re/)
  })

  it('has the numbers where there is room for them', () => {
    expect(list(140)).toMatch(/task-hang-m3-m4 .* 30 s /)
  })
})
