import {expect, it} from 'vitest'
import {readsInFull} from '../../src/cli/user-dialects.js'
import {loadDialect} from '../../src/dialects/user/user-dialect.js'

const dialect = (line: string) =>
  loadDialect(`name: acme\nrules:\n  - line: ${JSON.stringify(line)}\n    message: ROAM_COMPLETE\n`, 'acme.yaml')

it('says which dialect keeps records from being passed over', () => {
  expect(readsInFull([])).toEqual([])
  expect(readsInFull([dialect('roam (?:is )?complete')])).toEqual([])
  for (const pattern of ['[0-9]+ .*', 'ro.m', '\u7121\u7dda']) {
    expect(readsInFull([dialect('roaming done'), dialect(pattern)]), pattern).toEqual([
      expect.stringMatching(/^Every record is read, .*dialect of acme\.yaml/),
    ])
  }
})
