import fc from 'fast-check'
import {expect, it} from 'vitest'
import {InputCollector} from '../../../src/analysis/input-collector.js'
import {literalsOf, recogniser} from '../../../src/dialects/index.js'
import type {TraceRecord} from '../../../src/events/record.js'
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
const LIMIT = Number(process.env.LIMIT ?? 25_000)

interface Ways {
  readonly head: {readonly min: number; readonly max: number}
  readonly pieces: number
  /** The format can be read in blocks. */
  readonly blocks?: boolean
}

/** What is passed over makes no difference, wherever chunks end. Lines of a record are joined as others are. */
export function bothWays(
  records: fc.Arbitrary<readonly (readonly string[])[]>,
  {head, pieces, blocks: inParts = true}: Ways,
): void {
  // What makes a block be read again is rare.
  const numRuns = inParts ? RUNS : RUNS / 2
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
        numRuns,
        interruptAfterTimeLimit: LIMIT,
        endOnFailure: process.env.QUICK !== undefined,
      },
    )
    expect(passed).toBeGreaterThan(numRuns)
    expect([whole > 0, again > 0]).toEqual([inParts, inParts])
  })
}

/** Of a long text of plain records nearly all are passed over: nothing makes the parser read them unnoticed. */
export function passesOver(text: string): void {
  it.each(Object.entries(encodings))('passes over nearly all plain records: %s', (_, encode) => {
    const bytes = encode(text)
    const {skims, passed, result} = readBy(bytes, 'scan', 2000, [4000])
    expect(skims).toBe(true)
    expect(result).toEqual(readBy(bytes, 'full', 2000, [4000]).result)
    const head = Math.ceil((result.records * 4500) / text.length)
    expect(passed / (result.records - head)).toBeGreaterThan(0.9)
  })
}

/** Records that were read, with the literal looked for beside those of the dialects; null: none were passed over. */
function recordsBy(bytes: Uint8Array, headLength: number, literal: string | null): readonly TraceRecord[] | null {
  const records: TraceRecord[] = []
  class Collector extends InputCollector {
    override record(record: TraceRecord): void {
      records.push(record)
      super.record(record)
    }
  }
  const one = {text: literal ?? '', exact: false, around: false, withId: false}
  const sought = literal === null ? null : new Wanted([...(literalsOf() ?? []), one])
  const opened = openInput(new Collector(0, recogniser(), headLength), OPTIONS, sought, headLength)
  opened.bytes(bytes)
  const {skims} = opened
  opened.end()
  return literal === null || skims ? records : null
}

/** Whatever a record says, the record is read by those who look for it: as message, or as member with its name. */
export function findsWhatever(records: fc.Arbitrary<readonly (readonly string[])[]>, headLength: number): void {
  it('reads every record that holds what is looked for', () => {
    let looked = 0
    fc.assert(
      fc.property(
        records,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.integer({min: 3, max: 30}),
        (texts, nth, part, from, length) => {
          const bytes = Buffer.from(`${texts.map(lines => lines.join('\n')).join('\n')}\n`)
          const all = recordsBy(bytes, headLength, null) ?? []
          const record = all[nth % Math.max(1, all.length)]
          if (record === undefined || record.undecoded !== null) return
          const members = Object.entries(record.fields ?? {}).map(([name, value]) => `${name}=${value}`)
          const said = [record.message, ...members][part % (members.length + 1)] as string
          const at = from % Math.max(1, said.length - length + 1)
          const literal = said.slice(at, at + length).toLowerCase()
          if (!/^[ -~]{3,}$/.test(literal)) return
          const read = recordsBy(bytes, headLength, literal)
          if (read === null) return
          looked++
          expect(
            read.map(({offset}) => offset),
            literal,
          ).toContain(record.offset)
        },
      ),
      {numRuns: RUNS, interruptAfterTimeLimit: LIMIT, endOnFailure: process.env.QUICK !== undefined},
    )
    expect(looked).toBeGreaterThan(RUNS / 8)
  })
}
