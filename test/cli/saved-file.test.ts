import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {SavedFile} from '../../src/cli/saved-file.js'
import {Unfinished} from '../../src/cli/signals.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

it('appears only when it is whole, and replaces what was there', async () => {
  const path = join(folder, 'report.json')
  writeFileSync(path, 'old')
  const file = new SavedFile(path, new Unfinished())
  await file.open()
  await file.write(['a', 'b'.repeat(100_000)])
  expect(readFileSync(path, 'utf8')).toBe('old')
  await file.write(['c'])
  await file.finish()
  expect(readFileSync(path, 'utf8')).toBe(`a${'b'.repeat(100_000)}c`)
  expect(readdirSync(folder)).toEqual(['report.json'])
})

it('leaves nothing behind when the run is cut short', async () => {
  const unfinished = new Unfinished()
  const file = new SavedFile(join(folder, 'report.json'), unfinished)
  await file.open()
  await file.write(['half'])
  unfinished.discard()
  expect(readdirSync(folder)).toEqual([])
})

it('says before the work begins that a path is wrong', async () => {
  const file = new SavedFile(join(folder, 'missing', 'x.json'), new Unfinished())
  await expect(file.open()).rejects.toMatchObject({code: 2, message: expect.stringContaining('cannot be written')})
})
