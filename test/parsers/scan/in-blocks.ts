import {joinBlocks} from '../../../src/analysis/join-blocks.js'
import {JoinedInput} from '../../../src/analysis/joined-input.js'
import {portableBlock, restoredBlock} from '../../../src/analysis/portable-block.js'
import {type BlockOptions, placeOf, planBlocks, readBlock, type SeekableFile} from '../../../src/analysis/read-block.js'
import {literalsOf, recogniser} from '../../../src/dialects/index.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'
import {resultOf} from './result-of.js'

const wanted = new Wanted(literalsOf() ?? [])
const source = {path: 'x', async *bytes() {}}

function memory(bytes: Uint8Array): SeekableFile {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    async *pieces(from, to, room) {
      for (let at = from; at < Math.min(to, bytes.length); ) {
        const piece = bytes.subarray(at, Math.min(to, at + 999))
        at += piece.length
        const place = room()
        place?.set(piece)
        yield place === null ? piece : place.subarray(0, piece.length)
      }
    },
  }
}

export interface Wish {
  readonly headLength: number
  readonly size: number
  readonly full?: boolean
  /** Blocks that nobody could read. */
  readonly lost?: readonly number[]
}

/** What comes of an input in blocks, read each by itself and last one first; null: there are none. */
export async function inBlocks(bytes: Uint8Array, {headLength, size, full = false, lost = []}: Wish) {
  const file = memory(bytes)
  const options: BlockOptions = {
    parse: {tzMinutes: null, dateOrder: null, prefix: null},
    recogniser: () => recogniser(),
    wanted: full ? null : wanted,
    input: 0,
    onBytes: () => {},
    headLength,
  }
  const planned = await planBlocks(file, size, options)
  if (planned === null) return null
  const {plan, head, told} = planned
  const numbers = plan.starts.map((_, number) => number)
  const made = new Map()
  for (const number of numbers.toReversed()) {
    const block = await readBlock(file, placeOf(plan, number), options)
    // Every other one comes from another thread.
    made.set(number, number % 2 === 0 ? block : restoredBlock(structuredClone(portableBlock(block)), 0))
  }
  for (const number of lost) made.set(number, null)
  let again = 0
  const joined = new JoinedInput(source, 0, told)
  joined.join(head)
  const blocks = (async function* () {
    for (const number of numbers) yield made.get(number)
  })()
  const input = await joinBlocks(joined, plan, blocks, place => {
    again++
    return readBlock(file, place, options)
  })
  return {result: resultOf(input.opened, input.collector), blocks: numbers.length, again}
}
