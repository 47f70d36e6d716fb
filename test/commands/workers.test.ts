import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {type Ended, ensureBuilt, roamscope, root, start} from './built.js'
import {cleanRoam, hungRoam, notWifi} from './scenarios.js'

vi.setConfig({testTimeout: 120_000})
let folder = ''
const path = (name: string) => join(folder, name)

/** Lines of a listing that nobody wants. */
function noise(lines: number): string {
  const second = (i: number) => `${Math.floor(i / 60000) % 60}`.padStart(2, '0')
  const rest = (i: number) => `${Math.floor(i / 1000) % 60}`.padStart(2, '0')
  const all: string[] = []
  for (let i = 0; i < lines; i++) {
    all.push(`[0]0004.0E28::01/02/2026-16:${second(i)}:${rest(i)}.${`${i % 1000}`.padStart(3, '0')} [nwifi]MPDU ${i}\n`)
  }
  return all.join('')
}

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-workers-'))
  mkdirSync(path('many/below'), {recursive: true})
  // Large and soon read: work enough for three workers.
  for (const name of ['zero.etl', 'below/zero.etl']) writeFileSync(path(`many/${name}`), Buffer.alloc(1 << 24))
  for (let i = 0; i < 40; i++) {
    const label = i % 10 === 7 ? 'label capture=split\n' : ''
    writeFileSync(path(`many/${i}.scenario`), `label driver=24.${i % 3}\n${label}${i % 9 === 0 ? hungRoam : cleanRoam}`)
  }
  writeFileSync(path('many/usb.txt'), notWifi)
  writeFileSync(path('many/wrong.scenario'), 'capture model=wificx\n0 M1 TASK_RAOM 1 1\n')
  writeFileSync(path('many/empty.txt'), '')
  writeFileSync(path('many/binary.etl'), Buffer.from(Array.from({length: 4096}, (_, i) => (i * 37) % 256)))
  writeFileSync(path('many/cut.txt.gz'), gzipSync(noise(2000)).subarray(0, 3000))
  const roam = readFileSync(join(root, 'samples', 'ft-roam-clean.tracefmt.txt'), 'utf8')
  writeFileSync(path('many/below/large.txt'), noise(2000) + roam)
  writeFileSync(path('many/below/packed.gz'), gzipSync(roam))
  writeFileSync(path('long.txt'), noise(1_000_000))
}, 180_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const preload = join(root, 'test', 'commands', 'hired.cjs')

/** A run, and how many workers it started. */
async function hiring(argv: readonly string[]): Promise<Ended & {readonly workers: number}> {
  const list = join(mkdtempSync(join(folder, 'list-')), 'hired')
  const ended = await roamscope(argv, {env: {HIRED_LIST: list, NODE_OPTIONS: `--require ${preload}`}})
  return {...ended, workers: existsSync(list) ? readFileSync(list, 'utf8').split('\n').length - 1 : 0}
}

const runs: readonly (readonly string[])[] = [
  ['health', '--by', 'capture', '--format', 'json'],
  ['health', '--by', 'driver,class', '--format', 'text'],
  ['analyze', '--each', '--format', 'json'],
  ['analyze', '--each', '--format', 'text', '--hash', '--fail-on', 'warning'],
  ['analyze', '--format', 'json'],
  ['events', '--each', '--full-parse'],
  ['health', '--label', 'capture=all', '--format', 'json'],
  ['sessions', '--each', '--format', 'ndjson', '--label', 'driver=1'],
  ['inspect', '--format', 'json'],
]

describe('any number of workers', () => {
  it.each(runs)('gives the same bytes: %s %s %s %s', async (...argv) => {
    // A file that is missing, one that is there twice, a folder.
    const [command = '', ...flags] = argv
    const paths = [path('missing.txt'), path('many/3.scenario'), path('many'), path('many/below')]
    const run = (jobs: string) => hiring([command, ...paths, ...flags, '--jobs', jobs])
    const {workers, ...alone} = await run('1')
    expect(workers).toBe(0)
    expect(alone.stdout.length).toBeGreaterThan(1000)
    for (const jobs of ['2', '4']) expect(await run(jobs)).toEqual({...alone, workers: Number(jobs) - 1})
  })

  it('reads dialects, rules and the configuration of the user like the main thread', async () => {
    writeFileSync(path('roamscope.config.yaml'), 'labels:\n  site: lab\nskip: [timing]\nprofile: voice\n')
    const run = (jobs: string) =>
      roamscope(['analyze', 'many', '--each', '--format', 'ndjson', '--jobs', jobs], {cwd: folder})
    const alone = await run('1')
    expect(alone.stdout).toContain('"site":"lab"')
    expect(alone.stdout).not.toContain('task-hang-m3-m4')
    expect(await run('3')).toEqual(alone)
    rmSync(path('roamscope.config.yaml'))
  })

  it('ends with what every file refuses', async () => {
    const run = (jobs: string) =>
      roamscope(['health', path('many'), '--format', 'json', '--prefix', 'no insert', '--jobs', jobs])
    const alone = await run('1')
    expect(alone.code).toBe(2)
    expect(await run('3')).toEqual(alone)
  })
})

it('little work has no workers', async () => {
  const files = Array.from({length: 20}, (_, i) => path(`many/${i}.scenario`))
  expect(await hiring(['health', ...files, '--jobs', '4'])).toMatchObject({code: 1, workers: 0})
  expect(await hiring(['health', path('many/below/large.txt'), '--jobs', '4'])).toMatchObject({workers: 0})
})

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends all of them at once', async (signal, code) => {
  const child = start(['health', ...Array<string>(12).fill(path('long.txt')), '--jobs', '3', '--full-parse'])
  await new Promise(resolve => setTimeout(resolve, 1500))
  const asked = Date.now()
  child.kill(signal)
  expect(await new Promise(resolve => child.on('close', resolve))).toBe(code)
  expect(Date.now() - asked).toBeLessThan(10_000)
})
