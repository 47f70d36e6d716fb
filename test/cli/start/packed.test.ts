import fc from 'fast-check'
import {expect, it} from 'vitest'
import {packed, unpacked} from '../../../src/cli/start/packed.js'

const pieces = fc
  .uniqueArray(fc.tuple(fc.string(), fc.uint8Array({maxLength: 40})), {selector: ([name]) => name, maxLength: 5})
  .map(entries => new Map(entries.map(([name, bytes]) => [name, Buffer.from(bytes)])))

it('gives back what was put in, aligned', () => {
  fc.assert(
    fc.property(pieces, before => {
      const after = unpacked(packed(before))
      expect([...(after ?? [])]).toEqual([...before])
      for (const {byteOffset} of after?.values() ?? []) expect(byteOffset % 8).toBe(0)
    }),
  )
})

it('notices every changed byte and every cut', () => {
  const whole = packed(new Map([['chunks/a.cjs', Buffer.from('compiled')]]))
  expect(unpacked(whole)).not.toBeNull()
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(unpacked(changed), `byte ${at}`).toBeNull()
    expect(unpacked(whole.subarray(0, at)), `cut at ${at}`).toBeNull()
  }
})
