import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {Sources} from '../../../src/cli/start/sources.js'

const folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
afterAll(() => rmSync(folder, {recursive: true}))

it('gives each file between head and tail, whatever was read before', () => {
  const sources = new Sources('(head) {', '\n}')
  for (const text of ['short', 'x'.repeat(100_000), '', 'again']) {
    const path = join(folder, 'chunk.cjs')
    writeFileSync(path, text)
    expect(sources.read(path)).toBe(`(head) {${text}\n}`)
  }
  expect(() => sources.read(join(folder, 'none.cjs'))).toThrow(/ENOENT/)
})
