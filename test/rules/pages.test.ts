import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {ruleDoc} from '../../src/rules/doc.js'
import {rules} from '../../src/rules/index.js'
import {indexDoc} from '../../src/rules/index-doc.js'
import {profilesDoc} from '../../src/rules/profiles-doc.js'
import {QUESTIONS} from '../../src/rules/questions.js'
import {exampleResults} from './example-results.js'
import {RULE_IDS} from './rule-ids.js'

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url))

// Pages are golden files: `npm run docs` writes them, this file makes sure that they are up to date.
describe('docs/rules', () => {
  it.each(rules)('$meta.id.md', async rule => {
    await expect(ruleDoc(rule, await exampleResults(rule))).toMatchFileSnapshot(`../../docs/rules/${rule.meta.id}.md`)
  })

  it('index.md', async () => {
    await expect(indexDoc(rules)).toMatchFileSnapshot('../../docs/rules/index.md')
  })

  it('profiles.md, beside the folder', async () => {
    await expect(profilesDoc(rules)).toMatchFileSnapshot('../../docs/profiles.md')
  })

  it('holds nothing else', () => {
    const pages = new Set(['index.md', ...rules.map(({meta}) => `${meta.id}.md`)])
    expect(readdirSync(folder).filter(file => !pages.has(file))).toEqual([])
  })

  it('links lead somewhere', () => {
    const pages = new Set(rules.map(({meta}) => `${meta.id}.md`))
    for (const page of ['index.md', ...pages]) {
      const text = readFileSync(`${folder}${page}`, 'utf8')
      for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
        const future = RULE_IDS.includes(target.replace(/\.md$/, ''))
        expect(pages.has(target) || target === 'index.md' || future, target).toBe(true)
      }
    }
  })

  it('questions name rules of the catalogue, each once', () => {
    for (const {ids} of QUESTIONS) {
      expect(ids.filter(id => !RULE_IDS.includes(id))).toEqual([])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
