import {existsSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {isInconclusive} from '../../src/rules/doc.js'
import {rules} from '../../src/rules/index.js'
import type {Rule, RuleExample} from '../../src/rules/rule.js'
import {catalogue} from './catalogue.js'
import {CATALOGUE_IDS, RULE_IDS} from './rule-ids.js'
import {run} from './run.js'

const root = fileURLToPath(new URL('../../src/rules/', import.meta.url))
const categories = [...new Set(rules.map(rule => rule.meta.category))]
const camelCase = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const idsIn = (list: readonly Rule[]) => list.map(rule => rule.meta.id)

describe('the list of rules', () => {
  it('holds each rule once, in the order of the catalogue', () => {
    const ids = idsIn(rules)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(RULE_IDS.filter(id => ids.includes(id)))
  })

  it.each(categories)('%s: every file is a rule, named by its id, and listed', async category => {
    const files = readdirSync(`${root}${category}`).filter(file => file !== 'index.ts' && !file.endsWith('.data.ts'))
    const list = rules.filter(rule => rule.meta.category === category)
    expect(files.sort()).toEqual(
      idsIn(list)
        .map(id => `${id}.ts`)
        .sort(),
    )
    const index = await import(`../../src/rules/${category}/index.ts`)
    expect(index[`${camelCase(category)}Rules`]).toEqual(list)
    for (const rule of list) {
      const file = await import(`../../src/rules/${category}/${rule.meta.id}.ts`)
      expect(file[camelCase(rule.meta.id)]).toBe(rule)
    }
  })

  it('has no category folder that is not listed', () => {
    const folders = readdirSync(root, {withFileTypes: true}).filter(entry => entry.isDirectory())
    const withIndex = folders.flatMap(({name}) => (existsSync(`${root}${name}/index.ts`) ? [name] : []))
    expect(withIndex.filter(name => !categories.includes(name as Rule['meta']['category']))).toEqual([])
  })
})

const entries = catalogue()
const WHCP =
  'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP'

describe.skipIf(entries.length === 0)('agreement with the catalogue (../shared/spec/rules.md)', () => {
  it('the list of ids is that of the index', () => {
    expect(CATALOGUE_IDS).toEqual(entries.map(entry => entry.id))
  })

  it.each(rules.filter(({meta}) => meta.category !== 'autoconfig'))('$meta.id', ({meta}) => {
    const entry = entries.find(({id}) => id === meta.id)
    expect({
      category: meta.category,
      tier: meta.tier,
      blame: [meta.blame].flat().join(' or '),
      basis: meta.basis,
      class: meta.class,
      number: meta.numbers ?? '',
      source: meta.source,
    }).toEqual({
      category: entry?.category,
      tier: entry?.tier,
      blame: entry?.blame,
      basis: entry?.basis,
      class: entry?.class,
      number: entry?.number,
      // A reader of one finding does not know the rule before it.
      source: entry?.source.replace(/^same requirement/, WHCP),
    })
    const severities = entry?.severity.match(/error|warning|info/g) ?? []
    const {severity} = meta
    if (typeof severity === 'string') expect(severity).toBe(severities[0])
    else expect([severity.wdi, severity.wificx]).toEqual(severities)
  })
})

describe.each(rules)('$meta.id', ({meta}) => {
  const {bad, good} = meta.examples

  it('says what a reader needs, in sentences', () => {
    expect(bad.length).toBeGreaterThan(0)
    expect(good.length).toBeGreaterThan(0)
    for (const text of [meta.statement, meta.why, meta.harmless, meta.next]) expect(text).toMatch(/^[A-Z“"'].*\.$/s)
    expect(new Set([meta.statement, meta.why, meta.harmless, meta.next]).size).toBe(4)
    expect(new Set([...bad, ...good].map(example => example.title)).size).toBe(bad.length + good.length)
    expect(meta.needs.length).toBeGreaterThan(0)
  })

  it.each(bad)('reports: $title', async example => {
    const found = await verdictsOf(example)
    const [only, ...others] = [...new Set(found.map(({verdict}) => verdict))]
    expect(only).toBe(isInconclusive(example) ? 'inconclusive' : 'violation')
    expect(others).toEqual([])
    for (const {message} of found) expect(message).toMatch(/^[^\n]{10,}\.$/)
  })

  it.each(good)('does not report: $title', async example => {
    const found = await verdictsOf(example)
    if (!isInconclusive(example)) expect(found).toEqual([])
    else expect(new Set(found.map(({verdict}) => verdict))).toEqual(new Set(['inconclusive']))
  })

  async function verdictsOf({scenario}: RuleExample) {
    const {analysis, findings} = await run(scenario)
    expect(analysis.rules.filter(({status}) => status === 'crashed')).toEqual([])
    return findings(meta.id)
  }
})
