import fc from 'fast-check'
import {expect, it} from 'vitest'
import {InputCollector} from '../../../src/analysis/input-collector.js'
import {literalsOf, recogniser} from '../../../src/dialects/index.js'
import {openInput} from '../../../src/parsers/open.js'
import type {Passed} from '../../../src/parsers/parser.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'
import {inBlocks} from './in-blocks.js'
import {resultOf} from './result-of.js'

const OPTIONS = {tzMinutes: null, dateOrder: null, prefix: null}
const wanted = new Wanted(literalsOf() ?? [])

/** Everything that comes of an input, in words that can be compared. */
export function readBy(bytes: Uint8Array, way: 'full' | 'scan', headLength: number, pieceLengths: readonly number[]) {
  let passed = 0
  class Collector extends InputCollector {
    override passed(records: Passed): void {
      passed += records.records
      super.passed(records)
    }
  }
  const collector = new Collector(0, recogniser(), headLength)
  const opened = openInput(collector, OPTIONS, way === 'scan' ? wanted : null, headLength)
  let at = 0
  for (let i = 0; at < bytes.length; i++) {
    const length = pieceLengths[i % pieceLengths.length] as number
    const piece = bytes.subarray(at, at + length)
    const {room} = opened
    // As files are read: into the memory that is offered.
    if (room !== null && i % 2 === 0 && piece.length <= room.length) {
      room.set(piece)
      opened.bytes(room.subarray(0, piece.length))
    } else opened.bytes(piece)
    at += length
  }
  opened.end()
  collector.end()
  expect([opened.records, opened.undecoded]).toEqual([collector.records, collector.undecoded])
  return {skims: opened.skims, passed, result: resultOf(opened, collector)}
}

export const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'windows-1252': (text: string) => Buffer.from(text, 'latin1'),
}

/** Runs of each property; more by hand: RUNS=5000. */
const RUNS = Number(process.env.RUNS ?? 300)

/**
 * What is passed over makes no difference, wherever chunks end. Lines of a record are joined as others are.
 * `blocks: false`: the format is never read in blocks.
 */
export function bothWays(
  records: fc.Arbitrary<readonly (readonly string[])[]>,
  {head, pieces, blocks: inParts = true}: {head: {min: number; max: number}; pieces: number; blocks?: boolean},
): void {
  it.each(Object.entries(encodings))('passes over nothing that matters: %s', async (_, encode) => {
    let passed = 0
    let whole = 0
    let again = 0
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('\n', '\r\n'),
        fc.integer(head),
        fc.array(fc.integer({min: 1, max: pieces}), {minLength: 1, maxLength: 6}),
        fc.boolean(),
        fc.nat(200),
        async (texts, end, headLength, lengths, closed, cut) => {
          const text = texts.map(lines => lines.join(end)).join(end) + (closed ? end : '')
          const bytes = encode(text.slice(0, text.length - (cut < 100 ? cut : 0)))
          const full = readBy(bytes, 'full', headLength, lengths)
          const scan = readBy(bytes, 'scan', headLength, lengths)
          expect(scan.result).toEqual(full.result)
          passed += scan.passed
          const size = headLength + (lengths[0] as number)
          const blocks = await inBlocks(bytes, {headLength, size, full: closed})
          if (!inParts) expect(blocks).toBeNull()
          if (blocks === null) return
          expect(blocks.result).toEqual(full.result)
          if (blocks.again === 0 && blocks.blocks > 1) whole++
          again += blocks.again
        },
      ),
      {
        numRuns: RUNS,
        interruptAfterTimeLimit: Number(process.env.LIMIT ?? 25_000),
        endOnFailure: process.env.QUICK !== undefined,
      },
    )
    expect(passed).toBeGreaterThan(RUNS)
    expect([whole > 0, again > 0]).toEqual([inParts, inParts])
  })
}
