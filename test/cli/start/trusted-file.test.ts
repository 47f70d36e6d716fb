import {chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {trustedFile} from '../../../src/cli/start/trusted-file.js'

const folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
afterAll(() => rmSync(folder, {recursive: true}))
const mine = process.geteuid?.() ?? 0

const file = (name: string, mode = 0o644): string => {
  const path = join(folder, name)
  writeFileSync(path, 'code')
  chmodSync(path, mode)
  return path
}

it('reads a file of this user', () => {
  expect(trustedFile(file('mine'), mine)?.toString()).toBe('code')
})

it('has none where there is no file', () => {
  expect(trustedFile(join(folder, 'none'), mine)).toBeNull()
  expect(trustedFile(folder, mine)).toBeNull()
})

it.skipIf(process.platform === 'win32')('refuses what others may write', () => {
  expect(trustedFile(file('group', 0o664), mine)).toBeNull()
  expect(trustedFile(file('all', 0o646), mine)).toBeNull()
})

it.skipIf(mine !== 0)('refuses what belongs to others, unless the program is theirs too', () => {
  const path = file('theirs')
  chownSync(path, 12_345, 12_345)
  expect(trustedFile(path, 0)).toBeNull()
  expect(trustedFile(path, 12_345)?.toString()).toBe('code')
})
