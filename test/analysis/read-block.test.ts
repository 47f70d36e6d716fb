import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {joinBlocks} from '../../src/analysis/join-blocks.js'
import {JoinedInput} from '../../src/analysis/joined-input.js'
import {portableBlock, restoredBlock} from '../../src/analysis/portable-block.js'
import {type BlockOptions, placeOf, planBlocks, readBlock, type SeekableFile} from '../../src/analysis/read-block.js'
import {literalsOf, recogniser} from '../../src/dialects/index.js'
import {Wanted} from '../../src/parsers/scan/wanted.js'
import {encodings, readBy, resultOf} from '../parsers/scan/both-ways.js'
import {listings} from '../parsers/scan/listings.js'

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

interface Wish {
  readonly headLength: number
  readonly size: number
  readonly full?: boolean
  /** Blocks that nobody could read. */
  readonly lost?: readonly number[]
}

/** The blocks of a text, read each by itself and last one first; null: there are none. */
async function inBlocks(bytes: Uint8Array, {headLength, size, full = false, lost = []}: Wish) {
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

const record = (text: string, second = 0, day = '03/02/2026') =>
  `[1]0044.3607::${day}-10:00:${String(second).padStart(2, '0')}.0000000 [wdiwifi]${text}`
const listing = (texts: readonly string[]) => texts.map((text, i) => record(text, i % 60)).join('\r\n')
const noise = (count: number) => Array.from({length: count}, (_, i) => `nothing ${i}`)
const small = {headLength: 300, size: 400}
const ROAM = 'OID_WDI_TASK_ROAM PortId=1 TransactionId=101'

async function expectSame(text: string | Uint8Array, wish: Wish = small) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const parts = await inBlocks(bytes, wish)
  expect(parts?.result).toEqual(readBy(bytes, wish.full ? 'full' : 'scan', wish.headLength, [4096]).result)
  return parts as NonNullable<typeof parts>
}

describe('a listing read in blocks comes to what it comes to in one piece', () => {
  it('with events in all of them', async () => {
    const {blocks, again, result} = await expectSame(
      listing([...noise(9), ROAM, ...noise(20), ROAM, ...noise(9), ROAM]),
    )
    expect([blocks > 5, again]).toEqual([true, 0])
    expect(result.events.map(({line}) => line)).toEqual([10, 31, 41])
  })

  it('after midnight, with losses at the borders, with other letters', async () => {
    const lossy = [1, 2, 3, 4, 5, 6].map(
      i => `[1]0044.3607::03/03/2026-00:00:0${i}.0000000 [RT_LostEvent]Caf\u00e9 ${'x'.repeat(40 * i)}`,
    )
    const {again} = await expectSame([listing(noise(20)), ...lossy, listing(noise(20))].join('\n'))
    expect(again).toBe(0)
  })

  it('where the file ends inside a record, or begins in one', async () => {
    const text = `rest of a record\n${listing([...noise(20), ROAM, ...noise(20)])}\n`
    for (let cut = 0; cut < 120; cut++) {
      const {again} = await expectSame(text.slice(0, text.length - cut))
      expect(again).toBe(0)
    }
  })

  it.each([
    ['the text is no UTF-8 any more', [Buffer.from(`${record('Caf')}`), Buffer.from([0xe9, 10])]],
    ['a debugger begins to talk', [Buffer.from('Found Buffers: 3 Messages: 4\n')]],
    ['lines are numbered', [Buffer.from(`17 ${record('x')}\n`)]],
    ['a message comes after which others count', [Buffer.from(`${record('NDIS_STATUS_DOT11_ROAMING_START')}\n`)]],
    ['a command is begun', [Buffer.from(`${record('Setting OS requested Radio State: SoftwareRadioState=1')}\n`)]],
    ['there is notation of this project', [Buffer.from(`${record('capture model=native80211')}\n`)]],
    [
      'the console has counted losses',
      [Buffer.from('03/02/2026-10:00:00.000 ::     1: Filled=1, Lost=2 TotalLost=2\n')],
    ],
  ])('the rest is read again where %s', async (_, turn) => {
    const before = Buffer.from(`${listing([...noise(20), ROAM, ...noise(20)])}\n`)
    const after = Buffer.from(listing([...noise(20), ROAM, ...noise(20), 'NDIS_STATUS_LINK_STATE x', ...noise(20)]))
    const {blocks, again} = await expectSame(Buffer.concat([before, ...turn, after]))
    expect([blocks > 5, again]).toEqual([true, 1])
  })

  it('where a block could not be read', async () => {
    const {again} = await expectSame(listing([...noise(9), ROAM, ...noise(40)]), {...small, lost: [2]})
    expect(again).toBe(1)
  })

  it('of lines longer than blocks', async () => {
    await expectSame([listing(noise(9)), 'x'.repeat(3000), 'y'.repeat(3000), listing(noise(9)), ROAM].join('\n'))
  })

  it('not where nothing tells a record by itself', async () => {
    const xml = `<Events>${'<Event><System><EventID>1</EventID></System></Event>\n'.repeat(100)}</Events>`
    expect(await inBlocks(Buffer.from(xml), small)).toBe(null)
    expect(await inBlocks(Buffer.from(listing(noise(2))), small)).toBe(null)
    expect(await inBlocks(Buffer.from(''), small)).toBe(null)
  })

  const RUNS = Number(process.env.RUNS ?? 200)
  it.each(Object.entries(encodings))('property: %s', {timeout: 120_000}, async (_, encode) => {
    let whole = 0
    let again = 0
    await fc.assert(
      fc.asyncProperty(
        listings,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({min: 60, max: 900}),
        fc.integer({min: 200, max: 4096}),
        fc.boolean(),
        fc.nat(200),
        async (lines, end, headLength, size, full, cut) => {
          const text = lines.join(end)
          const bytes = encode(text.slice(0, text.length - (cut < 100 ? cut : 0)))
          const parts = await inBlocks(bytes, {headLength, size, full})
          if (parts === null) return
          expect(parts.result).toEqual(readBy(bytes, full ? 'full' : 'scan', headLength, [size]).result)
          if (parts.again === 0 && parts.blocks > 1) whole++
          again += parts.again
        },
      ),
      {numRuns: RUNS, interruptAfterTimeLimit: Number(process.env.LIMIT ?? 25_000)},
    )
    expect([whole > RUNS / 20, again > RUNS / 20]).toEqual([true, true])
  })
})
