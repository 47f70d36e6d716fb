import {expect} from 'vitest'
import type {ParseOptions} from '../../src/parsers/parser.js'
import {type Read, read} from './read.js'

/**
 * Cuts a file behind every byte: what was whole stays as it was, the last record alone may be shorter or missing, and
 * pieces of one byte make no difference. Returns what came of the whole file.
 */
export function everyCut(text: string, options: Partial<ParseOptions> = {}): Read {
  const bytes = Buffer.from(text)
  const whole = read(bytes, options)
  for (let length = 0; length < bytes.length; length++) {
    const cut = read(bytes.subarray(0, length), options)
    if (cut.input.parser?.id !== whole.input.parser?.id) continue
    const sure = cut.records.slice(0, -1)
    expect(cut.records.length, `${length}`).toBeLessThanOrEqual(whole.records.length)
    expect(sure, `${length}`).toEqual(whole.records.slice(0, sure.length))
    for (const {offset} of cut.records) expect(offset, `${length}`).toBeLessThan(length)
  }
  const pieces = read(
    bytes,
    options,
    Array.from({length: bytes.length}, () => 1),
  )
  expect(pieces.records).toEqual(whole.records)
  expect(pieces.problems).toEqual(whole.problems)
  return whole
}
