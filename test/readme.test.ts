import {existsSync, readFileSync} from 'node:fs'
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

  it.skipIf(!existsSync(file('samples/bug-report.netsh.txt')))(
    'shows what the first command prints',
    async () => {
      await ensureBuilt()
      const argv = /npx roamscope (analyze samples\/\S+)/.exec(readme)?.[1]?.split(' ') ?? []
      const {stdout, code} = await roamscope(argv, {env: {COLUMNS: '100', LC_ALL: 'C.UTF-8'}})
      const shown = /```text\n([\s\S]*?)\n…\n```/.exec(readme)?.[1] ?? 'nothing'
      expect(stdout.slice(0, shown.length)).toBe(shown)
      expect(code).toBeLessThanOrEqual(1)
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
