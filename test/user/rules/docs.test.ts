import {describe, expect, it} from 'vitest'
import {MESSAGE_FIELDS} from '../../../src/user/rules/fields.js'
import {loadRules} from '../../../src/user/rules/load-rules.js'
import {RULES_SCHEMA} from '../../../src/user/rules/rule-schema.js'
import {runRuleTests} from '../../../src/user/rules/run-rule-tests.js'
import {codeWords, fences, missing, page, section} from '../../docs/page.js'

const text = page('docs/user-rules.md')

describe('docs/user-rules.md', () => {
  it('has one file, whose rules show every form and whose tests hold', async () => {
    const [file = '', ...others] = fences(text, 'yaml')
    expect(others).toEqual([])
    const rules = loadRules(file, 'team.yaml')
    expect(rules.map(({rule}) => rule.meta.basis).sort()).toEqual(['A', 'A', 'O', 'V'])
    const results = await runRuleTests(rules)
    expect(results.length).toBeGreaterThan(6)
    expect(results.filter(({passed}) => !passed)).toEqual([])
  })

  it('names every key of a rule and of a pattern', () => {
    const {properties} = RULES_SCHEMA.properties.rules.items
    expect(missing(text, Object.keys(properties))).toEqual([])
    expect(missing(section(text, 'Patterns'), ['message', 'step', 'where', 'M1', 'M3', 'M4', 'IND', 'LOG'])).toEqual([])
    expect(missing(section(text, 'Patterns'), ['not', 'in', 'above', 'below', 'present'])).toEqual([])
  })

  it('lists the fields of every message, and no others', () => {
    const rows = section(text, 'Patterns')
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line => line.split('|').slice(1, 3))
    const listed = new Map(
      rows.flatMap(([names = '', fields = '']) => [...codeWords(names)].map(name => [name, fields])),
    )
    expect([...listed.keys()].sort()).toEqual([...MESSAGE_FIELDS.keys()].sort())
    for (const [name, fields] of MESSAGE_FIELDS) {
      const words = [...codeWords(listed.get(name) ?? '')].filter(word => !['pairwise', 'group'].includes(word))
      expect(words.sort(), name).toEqual([...fields].sort())
    }
  })
})
