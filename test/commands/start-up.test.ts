import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, parse, relative, sep} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {packed, unpacked} from '../../src/cli/start/packed.js'
import {zip} from '../sources/archives/zip.js'
import {type Ended, ensureBuilt, roamscope, root, runIn} from './built.js'

vi.setConfig({testTimeout: 60_000})
const sample = join(root, 'samples', 'ft-roam-clean.tracefmt.txt')
let folder = ''

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe.concurrent('what a run loads', () => {
  const loaded = async (argv: readonly string[], env = {}) => {
    const list = join(mkdtempSync(join(folder, 'list-')), 'loaded.json')
    const preload = join(root, 'test', 'commands', 'loaded.cjs')
    await roamscope(argv, {env: {LOADED_LIST: list, NODE_OPTIONS: `--require ${preload}`, ...env}})
    const {files, modules} = JSON.parse(readFileSync(list, 'utf8')) as {files: string[]; modules: string[]}
    const names = files.map(file => relative(join(root, 'dist'), file).split(sep).join('/'))
    return {
      // What has a name of its own; the rest is shared.
      parts: names.filter(name => /^(commands|packages|cli)\//.test(name)).sort(),
      chunks: names.filter(name => name.startsWith('chunks/')),
      modules: modules.filter(one => one.startsWith('NativeModule ')).map(one => one.slice('NativeModule '.length)),
    }
  }
  /** Nothing that reads traces needs them. */
  const never = ['child_process', 'http', 'https', 'readline', 'worker_threads', 'perf_hooks', 'inspector']

  it('--version: nothing', async () => {
    expect(await loaded(['--version'])).toMatchObject({parts: [], chunks: []})
  })

  it.each(['text', 'json', 'ndjson'])('analyze --format %s: its command, and no package that waits', async format => {
    const {parts, modules} = await loaded(['analyze', sample, '--format', format])
    expect(parts).toEqual(['cli/command.cjs', 'commands/analyze.cjs'])
    expect(never.filter(name => modules.includes(name))).toEqual([])
  })

  it('archives: what reads them, and only there', async () => {
    const own = readdirSync(join(root, 'src', 'sources', 'archives')).map(name => `chunks/${parse(name).name}.cjs`)
    const archives = ({chunks}: {chunks: readonly string[]}) => chunks.filter(name => own.includes(name)).sort()
    expect(archives(await loaded(['analyze', sample]))).toEqual([])
    const packed = join(folder, 'packed.zip')
    writeFileSync(packed, zip([{name: 'sample.txt', data: readFileSync(sample)}]))
    expect(archives(await loaded(['analyze', packed]))).toEqual([
      'chunks/archive-sources.cjs',
      'chunks/store.cjs',
      'chunks/zip-bytes.cjs',
    ])
  })

  it('decode: not the rules', async () => {
    const {parts, chunks} = await loaded(['decode', '55 00 04 00 0a 00 00 00'])
    expect(parts).toEqual(['cli/command.cjs', 'commands/decode.cjs'])
    const ids = chunks.filter(name => readFileSync(join(root, 'dist', name), 'utf8').includes('task-hang-m3-m4'))
    expect(ids).toEqual([])
  })

  it('a configuration: YAML and what checks it', async () => {
    const config = join(folder, 'roamscope.config.yaml')
    writeFileSync(config, 'failOn: never\n')
    const {parts} = await loaded(['analyze', sample], {ROAMSCOPE_CONFIG: config})
    expect(parts.filter(name => name.startsWith('packages/'))).toEqual(['packages/ajv.cjs', 'packages/yaml.cjs'])
  })
})

it('all of the bundle is ASCII, as it is read', () => {
  const dist = join(root, 'dist')
  const names = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.cjs'))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter(name => /\P{ASCII}/u.test(readFileSync(join(dist, name), 'utf8')))).toEqual([])
})

it('--version prints what oclif would', async () => {
  const {stdout, stderr, code} = await roamscope(['--version'])
  expect({stderr, code}).toEqual({stderr: '', code: 0})
  const [, told] = /^VERSION\n {2}(.+)$/m.exec((await roamscope(['--help'])).stdout) ?? []
  expect(stdout).toBe(`${told}\n`)
})

describe.concurrent('the code cache', () => {
  let result: Ended

  beforeAll(async () => {
    result = await roamscope(['analyze', sample, '--format', 'json'], {env: {NODE_DISABLE_COMPILE_CACHE: '1'}})
  })

  /** An installation of its own, and a home whose cache folder it may fall back on. */
  const install = (name: string) => {
    const at = join(folder, name)
    for (const part of ['bin', 'dist', 'package.json']) {
      cpSync(join(root, part), join(at, part), {
        recursive: true,
        filter: source => relative(join(root, 'dist'), source) !== 'cache',
      })
    }
    const cache = join(at, 'dist', 'cache')
    const home = join(at, 'home')
    return {
      cache,
      home: join(home, 'roamscope', 'code'),
      run: (argv = ['analyze', sample, '--format', 'json'], env = {}) =>
        runIn(at, argv, {env: {XDG_CACHE_HOME: home, ...env}}),
      file: () => {
        const [name, ...more] = readdirSync(cache)
        expect(more).toEqual([])
        return join(cache, name as string)
      },
    }
  }

  it('is written by the first run, used by the next, and changes no result', async () => {
    const {run, file, cache} = install('plain')
    expect(result.stderr).toBe('')
    expect(await run()).toEqual(result)
    const before = statSync(file())
    expect(before.mode & 0o777).toBe(0o644)
    expect(await run()).toEqual(result)
    expect(statSync(file()).mtimeMs).toBe(before.mtimeMs)
    await run(['rules'])
    expect(
      readdirSync(cache)
        .map(name => name.split('-')[0])
        .sort(),
    ).toEqual(['analyze', 'rules'])
  })

  it('holds what is loaded late too, and is then left alone', async () => {
    const {run, file} = install('late')
    const config = join(folder, 'late.yaml')
    writeFileSync(config, 'failOn: never\n')
    await run(undefined, {ROAMSCOPE_CONFIG: config})
    const before = statSync(file())
    expect([...(unpacked(readFileSync(file()))?.keys() ?? [])]).toContain('packages/yaml.cjs')
    await run(undefined, {ROAMSCOPE_CONFIG: config})
    await run()
    expect(statSync(file()).mtimeMs).toBe(before.mtimeMs)
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['damaged', bytes => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 4096)],
    ['cut', bytes => bytes.subarray(0, bytes.length - 1000)],
    ['empty', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('not at all what was expected here')],
    // V8 looks at magic number, version, source and flags, 4 bytes each, and refuses what is not its own.
    [
      'of another V8',
      bytes => packed(new Map([...(unpacked(bytes) ?? [])].map(([name, code]) => [name, code.fill(7, 0, 16)]))),
    ],
  ])('heals when it is %s', async (what, change) => {
    const {run, file} = install(what)
    await run()
    const good = readFileSync(file())
    const bad = change(Buffer.from(good))
    writeFileSync(file(), bad)
    expect(await run()).toEqual(result)
    const healed = unpacked(readFileSync(file()))
    expect([...(healed?.keys() ?? [])].sort()).toEqual([...(unpacked(good)?.keys() ?? [])].sort())
    expect(readFileSync(file()).equals(bad)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('is not believed when others could have written it', async () => {
    const {run, file} = install('open')
    await run()
    chmodSync(file(), 0o666)
    expect(await run()).toEqual(result)
    expect(statSync(file()).mode & 0o777).toBe(0o644)
  })

  it('moves to the folder of the user where the program cannot be written, and is done without where nothing can', async () => {
    const {run, cache, home} = install('read-only')
    // Not even the superuser can make a folder of this.
    writeFileSync(cache, '')
    expect(await run()).toEqual(result)
    expect(readdirSync(home)).toHaveLength(1)
    expect(await run()).toEqual(result)
    rmSync(home, {recursive: true})
    writeFileSync(home, '')
    expect(await run()).toEqual(result)
  })

  it('bears many at once', async () => {
    const {run, file} = install('crowd')
    for (const one of await Promise.all(Array.from({length: 6}, () => run()))) expect(one).toEqual(result)
    expect(unpacked(readFileSync(file()))).not.toBeNull()
  })

  it("is not written when Node's own switch forbids it, nor by a wrong command line", async () => {
    const {run, cache, home} = install('forbidden')
    mkdirSync(cache)
    await run(undefined, {NODE_DISABLE_COMPILE_CACHE: '1'})
    await run(['analyze', sample, '--no-such-flag'])
    expect(readdirSync(cache)).toEqual([])
    expect(() => readdirSync(home)).toThrow(/ENOENT/)
  })

  it('forgets what nobody renewed for a month', async () => {
    const {run, cache} = install('old')
    mkdirSync(cache)
    const old = join(cache, 'analyze-of-last-year')
    writeFileSync(old, '')
    writeFileSync(join(cache, 'analyze-of-today'), '')
    utimesSync(old, 0, 0)
    await run()
    const names = readdirSync(cache)
    expect(names).toHaveLength(2)
    expect(names).toContain('analyze-of-today')
  })
})
