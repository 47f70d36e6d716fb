import {cachedDataVersionTag} from 'node:v8'
import {expect, it} from 'vitest'
import {V8Flags} from '../../../src/cli/start/v8-flags.js'

it('sets flags for work and takes them back while code is loaded, by which V8 tells code apart', () => {
  const flags = new V8Flags()
  const before = cachedDataVersionTag()
  expect(flags.plainly(cachedDataVersionTag)).toBe(before)
  flags.work()
  expect(cachedDataVersionTag()).not.toBe(before)
  expect(flags.plainly(cachedDataVersionTag)).toBe(before)
  expect(cachedDataVersionTag()).not.toBe(before)
})
