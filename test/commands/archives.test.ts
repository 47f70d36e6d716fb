import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {cabinet} from '../sources/archives/cabinet.js'
import {type ZipFile, zip} from '../sources/archives/zip.js'
import {type Ended, ensureBuilt, roamscope, root} from './built.js'
import {cleanRoam, hungRoam, notWifi} from './scenarios.js'

vi.setConfig({testTimeout: 120_000})
let folder = ''
const path = (name: string) => join(folder, name)
const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(path(name), bytes)
  return path(name)
}
const listing = readFileSync(join(root, 'samples', 'ft-roam-clean.tracefmt.txt'))
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const evtx = Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(4088)])

/** What a support tool brings along: traces, and much that is none. */
const collected: readonly ZipFile[] = [
  {name: 'TSS/wlan.txt', data: listing},
  {name: 'TSS/wlan.png', data: png},
  {name: 'TSS/System.evtx', data: evtx},
  {name: 'TSS/readme.md', data: '# What is in here'},
]

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-archives-'))
}, 180_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

interface Report {
  readonly inputs: readonly {readonly path: string; readonly format: string; readonly problems: readonly object[]}[]
  readonly sessions: readonly object[]
}
const analysis = ({stdout}: Ended) => JSON.parse(stdout) as Report

describe('analyze of an archive', () => {
  it('merges what is in it into one capture, and says what the rest is', async () => {
    const ended = await roamscope(['analyze', put('tss.zip', zip(collected)), '--format', 'json'])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    const {inputs, sessions} = analysis(ended)
    expect(inputs.map(({path, format}) => [path.replace(folder, ''), format])).toEqual([
      ['/tss.zip/TSS/wlan.txt', 'tracefmt'],
      ['/tss.zip/TSS/wlan.png', 'unknown'],
      ['/tss.zip/TSS/System.evtx', 'evtx'],
      ['/tss.zip/TSS/readme.md', 'unknown'],
    ])
    const alone = await roamscope(['analyze', put('wlan.txt', listing), '--format', 'json'])
    expect(sessions.length).toBeGreaterThan(0)
    expect(sessions).toEqual(analysis(alone).sessions)
  })

  it('lists each member with its role', async () => {
    const {stdout} = await roamscope(['analyze', put('roles.zip', zip(collected))], {env: {COLUMNS: '100'}})
    const rows = stdout.slice(stdout.indexOf('\nFILES'), stdout.indexOf('\n\n', stdout.indexOf('\nFILES'))).split('\n')
    expect(rows.slice(3).map(row => row.trim().split(/ {2,}/))).toEqual([
      ['wlan.txt', 'tracefmt', '17', '13', 'trace'],
      ['wlan.png', 'unknown', '0', '0', 'no trace'],
      ['System.evtx', 'evtx', '0', '0', 'binary, to be converted first'],
      ['readme.md', 'unknown', '1', '0', 'nothing of Wi-Fi'],
    ])
  })

  it('comes to what its folder comes to', async () => {
    mkdirSync(path('unpacked/TSS'), {recursive: true})
    for (const {name, data} of collected) put(`unpacked/${name}`, data)
    const order = [...collected].sort((a, b) => (a.name < b.name ? -1 : 1))
    const run = async (from: string) => {
      const {stdout, stderr, code} = await roamscope(['analyze', path(from), '--format', 'json', '--hash'])
      return {stdout: stdout.replaceAll(`${folder}/${from}`, ''), stderr, code}
    }
    const alone = await run('unpacked')
    put('packed.zip', zip(order))
    expect(await run('packed.zip')).toEqual(alone)
    put('packed.cab', cabinet(order as Parameters<typeof cabinet>[0]))
    expect(await run('packed.cab')).toEqual(alone)
    put('packed.zip', zip([{name: 'TSS.zip', data: zip(order)}]))
    const nested = await run('packed.zip')
    expect({...nested, stdout: nested.stdout.replaceAll('/TSS.zip', '')}).toEqual(alone)
  })

  it.each<[string, number, number, readonly ZipFile[]]>([
    ['a clean roam', 0, 0, [{name: 'a.scenario', data: cleanRoam}]],
    ['a violation', 1, 1, [{name: 'a.scenario', data: hungRoam}]],
    ['nothing of Wi-Fi', 3, 3, [{name: 'usb.txt', data: notWifi}]],
    ['an encrypted trace', 3, 3, [{name: 'a.txt', data: listing, flags: 1}]],
    ['a trace beside an encrypted one', 0, 3, [...collected.slice(0, 1), {name: 'a.txt', data: 'x', flags: 1}]],
    ['no files', 3, 3, []],
  ])('ends with the code of its contents: %s', async (name, code, strict, files) => {
    const archive = put(`${name}.zip`, zip(files))
    expect(await roamscope(['analyze', archive])).toMatchObject({code})
    expect(await roamscope(['analyze', archive, '--strict'])).toMatchObject({code: strict})
  })

  it('reads what is left of one that was cut', async () => {
    const whole = zip([
      {name: 'wlan.txt', data: listing},
      {name: 'more.txt', data: notWifi},
    ])
    const run = (length: number, ...flags: string[]) =>
      roamscope(['analyze', put('cut.zip', whole.subarray(0, length)), '--format', 'json', ...flags])
    const ended = await run(whole.length - 200)
    expect(ended.code).toBe(0)
    expect(analysis(ended).inputs.map(({path}) => path.replace(folder, ''))).toEqual([
      '/cut.zip/wlan.txt',
      '/cut.zip/more.txt',
      '/cut.zip',
    ])
    expect((await run(whole.length - 200, '--strict')).code).toBe(3)
    expect((await run(20)).code).toBe(3)
  })

  it('from standard input says what to do instead', async () => {
    const {code, stdout} = await roamscope(['analyze', '-'], {stdin: 'PK\u0003\u0004 and more'})
    expect(code).toBe(3)
    expect(stdout.replace(/\s+/g, ' ')).toContain('save it to a file and give that.')
  })

  it('names what was left out on stderr, and writes nothing to disk', async () => {
    const before = readdirSync(folder)
    const hostile = [
      {name: '../../../../evil.txt', data: listing},
      {name: '.hidden', data: 'x'},
      {name: 'a\u001b[2J.txt', data: 'x'},
    ]
    const {code, stdout, stderr} = await roamscope(['analyze', put('hostile.zip', zip(hostile))], {cwd: folder})
    expect(code).toBe(0)
    expect(stderr).toContain('hostile.zip/.hidden" is hidden and was left out.')
    expect(`${stdout}${stderr}`).not.toContain('\u001b[2J')
    expect(readdirSync(folder).filter(name => !before.includes(name))).toEqual(['hostile.zip'])
    expect(existsSync(path('../../../../evil.txt'))).toBe(false)
  })
})

describe('any number of workers', () => {
  const preload = join(root, 'test', 'commands', 'hired.cjs')
  async function hiring(argv: readonly string[]): Promise<Ended & {readonly workers: number}> {
    const list = join(mkdtempSync(join(folder, 'list-')), 'hired')
    const ended = await roamscope(argv, {env: {HIRED_LIST: list, NODE_OPTIONS: `--require ${preload}`}})
    return {...ended, workers: existsSync(list) ? readFileSync(list, 'utf8').split('\n').length - 1 : 0}
  }

  beforeAll(() => {
    mkdirSync(path('many'))
    const scenarios = Array.from({length: 30}, (_, i) => ({
      name: `${i}.scenario`,
      data: `label driver=24.${i % 3}\n${i % 9 === 0 ? hungRoam : cleanRoam}`,
    }))
    // Large and soon read: work enough for three workers.
    const zeros = Buffer.alloc(1 << 24)
    put(
      'many/a.zip',
      zip([...scenarios, {name: 'zero.etl', data: zeros, method: 0}, {name: 'packed.gz', data: gzipSync(listing)}]),
    )
    put('many/b.cab', cabinet([...scenarios.slice(0, 5), {name: 'zero.etl', data: zeros}], {method: 0}))
    put(
      'many/c.zip',
      zip([
        {name: 'in.zip', data: zip(scenarios), method: 0},
        {name: 'zero.etl', data: zeros},
      ]),
    )
    put(
      'many/d.zip',
      zip([
        {name: 'in.cab', data: cabinet(scenarios)},
        {name: 'bad.txt', data: listing, crc: 1},
      ]),
    )
    put('many/e.txt', listing)
  })

  it.each([
    ['health', '--by', 'driver', '--format', 'json'],
    ['analyze', '--each', '--format', 'json', '--hash'],
    ['analyze', '--format', 'json'],
    ['events', '--each'],
    ['inspect', '--format', 'json'],
  ])('gives the same bytes: %s %s %s %s', async (command, ...flags) => {
    const run = (jobs: string) => hiring([command, path('many'), ...flags, '--jobs', jobs])
    const {workers, ...alone} = await run('1')
    expect(workers).toBe(0)
    expect(alone.stdout.length).toBeGreaterThan(1000)
    for (const jobs of ['2', '4']) expect(await run(jobs)).toEqual({...alone, workers: Number(jobs) - 1})
  })
})
