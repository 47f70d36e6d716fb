import {mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import {rolldown} from 'rolldown'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {ReadInput} from '../../src/analysis/read-inputs.js'
import {hiringForBlocks} from '../../src/cli/hire.js'
import {Pipeline} from '../../src/cli/pipeline.js'
import {readInBlocks} from '../../src/cli/read-in-blocks.js'
import {requestOf, type Words} from '../../src/cli/request.js'
import type {Order} from '../../src/cli/worker.js'
import {Crew} from '../../src/cli/workers/crew.js'
import {fileSource} from '../../src/sources/file-source.js'
import {resultOf} from '../parsers/scan/result-of.js'

const words: Words = {
  rules: undefined,
  skip: undefined,
  'rules-file': undefined,
  model: undefined,
  dialect: undefined,
  prefix: undefined,
  tz: undefined,
  'date-order': undefined,
  label: undefined,
  each: false,
  'full-parse': false,
  hash: false,
  jobs: undefined,
  profile: undefined,
}
const pipeline = new Pipeline(requestOf(words, null), [], 'test', () => {})
const order: Order = {words, version: 'test', product: 'input', by: []}

let folder = ''
let entry: URL

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roamscope-blocks-'))
  const file = join(folder, 'program.mjs')
  const input = fileURLToPath(new URL('workers/block-program.ts', import.meta.url))
  const build = await rolldown({input, platform: 'node', external: [/node_modules/]})
  await build.write({file, format: 'esm', codeSplitting: false})
  await build.close()
  entry = pathToFileURL(file)
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')
/** Ten records a second, one in ten about Wi-Fi. */
function listing(records: number, strange: Readonly<Record<number, string>> = {}): string {
  const lines: string[] = []
  for (let i = 0; i < records; i++) {
    const second = Math.floor(i / 10)
    const clock = `${pad(10 + Math.floor(second / 3600), 2)}:${pad(Math.floor(second / 60) % 60, 2)}:${pad(second % 60, 2)}`
    const text =
      i % 10 === 3
        ? `M1 OID_WDI_TASK_ROAM PortId=1 TransactionId=${i}`
        : `nothing of interest, number ${i}, \u7121\u7dda`
    lines.push(`[1]0044.3607::03/02/2026-${clock}.${i % 10}000000 [wdiwifi]${strange[i] ?? text}`)
  }
  return lines.join('\n')
}

interface Wish {
  readonly workers?: number
  readonly program?: URL
}

async function read(path: string, {workers = 2, program = entry}: Wish = {}) {
  let crew: Crew | null = null
  const input = await readInBlocks(fileSource(path), {
    pipeline,
    input: 3,
    size: 1 << 15,
    async hire(plan) {
      const tasks = plan.starts.map((_, number) => ({path, number}))
      crew = new Crew({entry: program, order: {...order, blocks: {plan, input: 3}}, workers, tasks, ahead: workers + 3})
      return crew
    },
  })
  return {input, elsewhere: (crew as Crew | null)?.claims.bytes ?? 0}
}

async function inOnePiece(path: string): Promise<ReturnType<typeof plain>> {
  const [input] = await pipeline.read([fileSource(path)], 3)
  return plain(input as ReadInput)
}

const plain = ({opened, collector}: ReadInput) => resultOf(opened, collector)

describe('a file read in blocks by several threads', () => {
  it.each([
    ['utf-8', Buffer.from(listing(8000))],
    ['utf-16le', Buffer.from(`\ufeff${listing(8000)}`, 'utf16le')],
  ])('comes to what it comes to in one piece: %s', async (name, bytes) => {
    const path = written(name, bytes)
    const expected = await inOnePiece(path)
    expect([expected.events.length, expected.byteCount]).toEqual([800, bytes.length])
    for (const workers of [1, 2, 3]) {
      const {input} = await read(path, {workers})
      expect(input && plain(input)).toEqual(expected)
    }
  })

  it('is shared with others', async () => {
    const path = written('large', listing(100_000))
    const {input, elsewhere} = await read(path)
    expect(input && plain(input)).toEqual(await inOnePiece(path))
    expect(elsewhere).toBeGreaterThan(1 << 15)
  })

  it('also where the rest has to be read again', async () => {
    const path = written(
      'again',
      listing(8000, {3000: 'NDIS_STATUS_DOT11_ROAMING_START', 7000: 'NDIS_STATUS_LINK_STATE x'}),
    )
    const {input} = await read(path)
    expect(input && plain(input)).toEqual(await inOnePiece(path))
  })

  it('also where the others are of no help', async () => {
    const path = written('alone', listing(8000))
    const dead = pathToFileURL(written('dead.mjs', 'process.exit(1)'))
    const broken = pathToFileURL(written('broken.mjs', 'throw new Error("no")'))
    for (const program of [dead, broken]) {
      const {input} = await read(path, {program})
      expect(input && plain(input)).toEqual(await inOnePiece(path))
    }
  })

  it('not where it is no listing, is packed, or is gone', async () => {
    const json = `${'{"a": 1}\n'.repeat(20_000)}`
    const packed = gzipSync(listing(8000), {level: 0})
    for (const path of [written('a.json', json), written('a.gz', packed), written('empty', ''), join(folder, 'none')]) {
      expect((await read(path)).input).toBe(null)
    }
  })
})

describe('workers for blocks', () => {
  const hiring = (path: string, more: Partial<Words>) =>
    hiringForBlocks(fileSource(path), {...order, words: {...words, ...more}})

  it('are hired for large files alone, and where one may', () => {
    const small = written('small', listing(100))
    expect(hiring(small, {jobs: 4})).toBe(null)
    const large = written('sparse', '')
    truncateSync(large, 400e6)
    expect(hiring(large, {jobs: 4})).not.toBe(null)
    expect(hiring(large, {jobs: 1})).toBe(null)
    expect(hiring(large, {jobs: 4, hash: true})).toBe(null)
    expect(hiring(join(folder, 'none'), {jobs: 4})).toBe(null)
  })
})
