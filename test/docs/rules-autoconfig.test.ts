import {describe, expect, it} from 'vitest'
import {rules} from '../../src/rules/index.js'
import {SUPPRESSES} from '../../src/rules/suppression.js'
import {page, section} from './page.js'

const text = page('docs/rules-autoconfig.md')
const own = rules.filter(({meta}) => meta.category === 'autoconfig')

/** What the page says of a rule: the head of its block, its statement and its last lines. */
const blocks = section(text, 'G.5 The rules')
  .split(/^(?=\*\*`)/m)
  .slice(1)
  .map(block => {
    const [head = '', statement = ''] = block.split('\n\n')
    const [id = '', category, tier, severity, blame, basis, sourceClass] = head
      .replace(/^\*\*`|`\*\*/g, '')
      .split(' · ')
    const line = (name: string) => new RegExp(`^- \\*${name}\\*: (.*)$`, 'm').exec(block)?.[1] ?? null
    return {
      rule: {
        id,
        category,
        tier,
        severity,
        blame,
        basis,
        class: sourceClass,
        statement,
        numbers: line('Number'),
        source: line('Source'),
      },
      lines: ['When', 'Violated', 'Show', 'Limits'].map(line),
      limits: line('Limits')?.match(/L-[A-Z]+/g) ?? [],
    }
  })

const said = (severity: unknown) => (typeof severity === 'string' ? severity : JSON.stringify(severity))

describe('docs/rules-autoconfig.md', () => {
  it('describes exactly the rules of the category, in their order, as they are', () => {
    expect(blocks.map(({rule}) => rule)).toEqual(
      own.map(({meta}) => ({
        id: meta.id,
        category: meta.category,
        tier: `tier ${meta.tier}`,
        severity: said(meta.severity),
        blame: [meta.blame].flat().join(' or '),
        basis: meta.basis,
        class: meta.class,
        statement: meta.statement,
        numbers: meta.numbers,
        source: meta.source,
      })),
    )
    expect(own.length).toBeGreaterThanOrEqual(14)
  })

  it('says when, what, with which records and within which limits', () => {
    for (const {rule, lines, limits} of blocks) {
      expect(lines, rule.id).not.toContain(null)
      const {meta} = own.find(one => one.meta.id === rule.id) ?? {}
      // L-EDGE makes these rules not applicable; the page says so in words.
      expect(limits, rule.id).toEqual(meta?.limits.filter(code => code !== 'L-EDGE'))
    }
  })

  it('has an index of the same', () => {
    const rows = [...section(text, 'G.4 Index').matchAll(/^\| \[`([\w-]+)`\]\(rules\/\1\.md\) \| (.*) \|$/gm)]
    expect(rows.map(([, id, cells = '']) => [id, ...cells.split('|').map(cell => cell.trim())])).toEqual(
      own.map(({meta}) => [
        meta.id,
        String(meta.tier),
        said(meta.severity),
        [meta.blame].flat().join(' or '),
        meta.basis,
        meta.class,
        meta.numbers ?? '',
      ]),
    )
  })

  it('names what suppresses what', () => {
    const rows = section(text, 'G.3 Beside the driver').split('\n')
    const told = rows
      .filter(row => row.startsWith('| `'))
      .flatMap(row => {
        const [causes = [], effects = []] = row
          .split('|')
          .slice(1, 3)
          .map(cell => cell.match(/[\w-]{5,}/g) ?? [])
        return causes.map(cause => [cause, [...effects].sort()] as const)
      })
    const known = Object.entries(SUPPRESSES).filter(([id]) => id.startsWith('windows-'))
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(known.map(([id, effects]) => [id, [...effects].sort()])),
    )
  })
})
