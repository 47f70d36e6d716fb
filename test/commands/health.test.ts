import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {schemas} from '../../src/reports/schemas/index.js'
import {ensureBuilt, roamscope} from './built.js'
import {cleanRoam, hungRoam, notWifi} from './scenarios.js'

let folder = ''
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-health-'))
  mkdirSync(path('good'))
  mkdirSync(path('bad'))
  for (let i = 0; i < 6; i++) writeFileSync(path(`good/${i}.scenario`), `label driver=24.${i % 2}\n${cleanRoam}`)
  writeFileSync(path('bad/clean.scenario'), cleanRoam)
  writeFileSync(path('bad/hung.scenario'), hungRoam)
  writeFileSync(path('bad/usb.txt'), notWifi)
  writeFileSync(path('bad/wrong.scenario'), 'capture model=wificx\n0 M1 TASK_RAOM 1 1\n')
  writeFileSync(path('bad/empty.txt'), '')
  writeFileSync(path('bad/binary.etl'), Buffer.from(Array.from({length: 4096}, (_, i) => (i * 37) % 256)))
  writeFileSync(path('bad/broken.txt.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))
  writeFileSync(path('bad/archive.zip'), Buffer.from('PK\u0003\u0004 not really'))
  symlinkSync(path('nowhere'), path('bad/link.txt'))
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

vi.setConfig({testTimeout: 60_000})

const fits = (value: unknown) => {
  const valid = new Ajv2020({strict: true, allowUnionTypes: true}).compile(schemas.get('health') ?? false)
  valid(value)
  expect(valid.errors).toBeNull()
}

describe.concurrent('health', () => {
  it('fits its schema, with cohorts and without', async () => {
    for (const by of [[], ['--by', 'driver,class'], ['--by', 'capture', '--by', 'model']]) {
      const {code, stdout, stderr} = await roamscope(['health', path('good'), '--format', 'json', ...by])
      expect({code, stderr}).toEqual({code: 0, stderr: ''})
      fits(JSON.parse(stdout))
    }
  })

  it('counts and names a bad file, and goes on', async () => {
    const {code, stdout, stderr} = await roamscope(['health', path('bad'), '--format', 'json'])
    expect(code).toBe(1)
    const {captures, metrics} = JSON.parse(stdout)
    fits(JSON.parse(stdout))
    expect(captures).toMatchObject({total: 8, unreadable: 6})
    expect(metrics.roamSuccess).toMatchObject({k: 1, n: 2})
    const notes = stderr
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).note.message)
    for (const name of [
      'archive.zip',
      'binary.etl',
      'broken.txt.gz',
      'empty.txt',
      'usb.txt',
      'wrong.scenario',
      'link.txt',
    ])
      expect(notes.filter(note => note.includes(name))).toHaveLength(1)
  })

  it('gives the same bytes in any order of the files', async () => {
    const files = readdirSync(path('bad'))
      .filter(name => name !== 'link.txt')
      .map(name => path(`bad/${name}`))
    const run = async (argv: readonly string[]) =>
      (await roamscope(['health', ...argv, '--format', 'json', '--by', 'capture'])).stdout
    const elsewhere = await roamscope(
      ['health', ...files.slice().reverse(), '--format', 'json', '--by', 'capture', '--jobs', '2'],
      {
        env: {TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8'},
      },
    )
    expect(elsewhere.stdout).toBe(await run(files))
  })

  it('ends with the code of the contract', async () => {
    const code = async (...argv: readonly string[]) => (await roamscope(['health', ...argv])).code
    expect(await code(path('good'))).toBe(0)
    expect(await code(path('bad'))).toBe(1)
    expect(await code(path('bad'), '--fail-on', 'never')).toBe(0)
    expect(await code(path('bad'), '--fail-on', 'never', '--strict')).toBe(3)
    expect(await code(path('bad/usb.txt'), path('bad/empty.txt'), path('missing.txt'))).toBe(3)
    expect(await code(path('bad/usb.txt'), '--format', 'line')).toBe(3)
    expect(await code()).toBe(2)
    expect(await code(path('good'), '--by', 'driver,,os')).toBe(2)
    expect(await code(path('good'), '--format', 'html')).toBe(2)
  })

  it('says under every format why nothing could be judged', async () => {
    for (const format of ['text', 'json', 'line', 'csv']) {
      const {stdout, stderr} = await roamscope(['health', path('bad/usb.txt'), '--format', format])
      expect(stdout).not.toBe('')
      expect(stderr).toContain('Nothing could be judged')
      if (format === 'json') fits(JSON.parse(stdout))
    }
  })

  it('names a label that no capture has', async () => {
    const {code, stderr} = await roamscope(['health', path('good'), '--by', 'drvier', '--format', 'line'])
    expect({code, stderr}).toEqual({code: 0, stderr: 'roamscope: No capture has the label drvier.\n'})
  })

  it('takes all files for one capture under --label capture=…', async () => {
    const run = async (...argv: readonly string[]) =>
      JSON.parse((await roamscope(['health', path('good'), '--format', 'json', ...argv])).stdout).captures.total
    expect(await run()).toBe(6)
    expect(await run('--label', 'capture=one')).toBe(1)
  })

  it('writes several formats in one run', async () => {
    const out = mkdtempSync(path('out-'))
    const argv = [
      'health',
      path('good'),
      '--format',
      'line',
      '-o',
      `json:${out}/h.json`,
      '-o',
      `csv:${out}/h.csv`,
      '-o',
      `text:${out}/h.txt`,
    ]
    const {code, stdout} = await roamscope(argv)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^roamscope captures=6 [^\n]*\n$/)
    fits(JSON.parse(readFileSync(join(out, 'h.json'), 'utf8')))
    expect(readFileSync(join(out, 'h.csv'), 'utf8')).toMatch(/^scope,metric,part,k,n,/)
    expect(readFileSync(join(out, 'h.txt'), 'utf8')).toMatch(/^Read {6}6 files/)
  })
})
