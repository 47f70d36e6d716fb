import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {ensureBuilt, roamscope} from './commands/built.js'

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const readme = readFileSync(file('README.md'), 'utf8')

describe('README', () => {
  it('begins with the two commands that do all the set-up', () => {
    const top = readme.split('\n').slice(0, 30).join('\n')
    expect(top).toMatch(/npm ci && npx roamscope analyze samples\/\S+/)
    expect(top).toMatch(/npm ci && npm test/)
  })

  it.skipIf(!existsSync(file('samples/README.md')))('names files that exist', () => {
    const named = [...readme.matchAll(/\b(?:samples|docs)\/[\w./-]*\w/g)].map(([path]) => path)
    expect([...new Set(named)].filter(path => !existsSync(file(path)))).toEqual([])
  })

  it.skipIf(!existsSync(file('samples/README.md')))(
    'shows what the first command prints, up to its second finding',
    async () => {
      await ensureBuilt()
      const argv = /npx roamscope (analyze samples\/\S+)/.exec(readme)?.[1]?.split(' ') ?? []
      const {stdout, code} = await roamscope(argv, {env: {COLUMNS: '100', LC_ALL: 'C.UTF-8'}})
      expect(code).toBeLessThanOrEqual(1)
      const [before = '', first = ''] = stdout.split(/\n(?=\n[✗▲●○] \w+ {2})/)
      const wanted = readme.replace(/```text\n[\s\S]*?```/, () => `\`\`\`text\n${before}\n${first}\n…\n\`\`\``)
      // `npm run docs` runs this with -u, as for the pages of the rules.
      const {snapshotState} = expect.getState() as unknown as {snapshotState: {_updateSnapshot: string}}
      if (snapshotState._updateSnapshot === 'all') writeFileSync(file('README.md'), wanted)
      else expect(readme).toBe(wanted)
    },
    120_000,
  )

  it('describes every command', () => {
    const {bin} = JSON.parse(readFileSync(file('package.json'), 'utf8'))
    expect(Object.keys(bin)).toEqual(['roamscope'])
    for (const command of [
      'analyze',
      'inspect',
      'sessions',
      'events',
      'decode',
      'explain',
      'rules',
      'generate',
      'schema',
    ]) {
      expect(readme).toContain(`## \`roamscope ${command}`)
    }
  })
})
