import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {schemas} from '../../src/reports/schemas/index.js'
import {ensureBuilt, roamscope, start} from './built.js'
import {cleanRoam, hungRoam, notWifi} from './scenarios.js'

let folder = ''
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-'))
  writeFileSync(path('clean.scenario'), cleanRoam)
  writeFileSync(path('hung.scenario'), hungRoam)
  writeFileSync(path('usb.txt'), notWifi)
  writeFileSync(path('wrong.scenario'), 'capture model=wificx\n0 M1 TASK_RAOM 1 1\n')
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

vi.setConfig({testTimeout: 60_000})

const fits = (name: string, value: unknown) => {
  const valid = new Ajv2020({strict: true, allowUnionTypes: true}).compile(schemas.get(name) ?? false)
  valid(value)
  expect(valid.errors).toBeNull()
}

const error = (stderr: string) => {
  const parsed = JSON.parse(stderr)
  fits('error', parsed)
  return parsed.error
}

describe.concurrent('exit codes', () => {
  it('0: nothing at or above --fail-on', async () => {
    const {code, stdout, stderr} = await roamscope([path('clean.scenario')])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain('1 roam: 1 success')
  })

  it('1: a violation, unless --fail-on says otherwise or another command asks', async () => {
    expect((await roamscope([path('hung.scenario')])).code).toBe(1)
    expect((await roamscope(['analyze', path('hung.scenario'), '--fail-on', 'never'])).code).toBe(0)
    expect((await roamscope(['sessions', path('hung.scenario')])).code).toBe(0)
    expect((await roamscope(['events', path('hung.scenario')])).code).toBe(0)
    expect((await roamscope(['inspect', path('hung.scenario')])).code).toBe(0)
  })

  it.each([
    [['analyze'], 'analyze needs at least one file'],
    [['anlyze', 'x.txt'], 'Did you mean analyze?'],
    [['analyze', 'x', '--fromat', 'json'], 'Did you mean --format?'],
    [['analyze', 'x', '--format', 'html'], 'text, json, ndjson'],
    [['analyze', 'x', '--rules', 'task-hang'], 'roamscope: --rules task-hang'],
    [['analyze', 'x', '--tz', 'CET'], 'not a time zone'],
    [['analyze', 'x', '--label', 'driver'], 'KEY=VALUE'],
    [['analyze', 'x', '--limit', 'many'], 'integer'],
    [['analyze', 'x', '--limit', '-1'], 'greater than or equal to 0'],
    [['analyze', 'x', '--jobs', '0'], 'greater than or equal to 1'],
    [['analyze', 'x', '--quiet', '--verbose'], '--verbose'],
    [['analyze', 'x', '--output', 'jsn:y'], 'Did you mean json?'],
    [['schema', 'analysys'], 'Did you mean analysis?'],
    [['rules', 'extra'], 'rules takes no argument extra'],
    [['sessions', 'x', '--kind', 'raom'], 'roam'],
  ])('2: %j', async (argv, told) => {
    const {code, stdout, stderr} = await roamscope(argv)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toContain(told)
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    expect(stderr).not.toMatch(/ {4}at /)
  })

  it('2: a dialect file that is none or fails its own tests', async () => {
    writeFileSync(path('odd.yaml'), 'name: odd\n')
    const odd = await roamscope([path('clean.scenario'), '--dialect', path('odd.yaml')])
    expect(odd).toMatchObject({code: 2, stdout: '', stderr: expect.stringMatching(/odd\.yaml:1:1: /)})
    const missing = await roamscope([path('clean.scenario'), '--dialect', path('no.yaml')])
    expect(missing).toMatchObject({code: 2, stderr: expect.stringContaining('cannot be read')})
  })

  it('2: a scenario file that its author has to mend, with its line', async () => {
    const {code, stderr} = await roamscope([path('wrong.scenario')])
    expect(code).toBe(2)
    expect(stderr).toMatch(/wrong\.scenario.*line 2/)
  })

  it('3: nothing to judge, and what the input holds instead', async () => {
    const {code, stdout, stderr} = await roamscope([path('usb.txt')])
    expect(code).toBe(3)
    expect(stdout).toContain('netsh trace start wireless_dbg')
    expect(stderr).toContain('Nothing could be judged')
  })

  it('3: a file that cannot be read', async () => {
    const {code, stderr} = await roamscope([path('missing.txt')])
    expect(code).toBe(3)
    expect(stderr).toContain('missing.txt')
  })

  it('3: with --strict already for a part, and one good input is enough without', async () => {
    expect((await roamscope([path('clean.scenario'), path('usb.txt'), '--each'])).code).toBe(0)
    expect((await roamscope([path('clean.scenario'), path('usb.txt'), '--each', '--strict'])).code).toBe(3)
  })
})

describe.concurrent('--format json', () => {
  it('is the analysis, and the same bytes every time', async () => {
    const first = await roamscope(['analyze', path('clean.scenario'), '--format', 'json'])
    fits('analysis', JSON.parse(first.stdout))
    expect(first.stderr).toBe('')
    const elsewhere = await roamscope(['analyze', path('clean.scenario'), '--format', 'json', '--jobs', '2'], {
      env: {TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'},
    })
    expect(elsewhere.stdout).toBe(first.stdout)
  })

  it('comes also where nothing can be judged, with one error object on stderr', async () => {
    for (const file of ['usb.txt', 'missing.txt']) {
      const {code, stdout, stderr} = await roamscope(['analyze', path(file), '--format', 'json'])
      expect(code).toBe(3)
      fits('analysis', JSON.parse(stdout))
      expect(JSON.parse(stdout).sessions).toEqual([])
      expect(error(stderr)).toMatchObject({code: 3})
    }
  })

  it('makes errors of the command line JSON too', async () => {
    for (const argv of [
      ['analyze', '--format', 'json'],
      ['nonsense', '--format=json'],
      ['analyze', 'x', '--format', 'json', '--tz', 'x'],
    ]) {
      const {code, stdout, stderr} = await roamscope(argv)
      expect({code, stdout}).toEqual({code: 2, stdout: ''})
      expect(error(stderr)).toMatchObject({code: 2})
    }
  })

  it('is an array under --each in argument order, an unreadable file in its place', async () => {
    const argv = ['analyze', path('missing.txt'), path('clean.scenario'), '--each', '--format', 'json']
    const {code, stdout} = await roamscope(argv)
    const all = JSON.parse(stdout)
    expect(code).toBe(0)
    for (const one of all) fits('analysis', one)
    expect(all.map((one: {sessions: unknown[]}) => one.sessions.length)).toEqual([0, 1])
    expect(JSON.stringify(all[0].inputs[0].problems)).toContain('does not exist')
    expect(
      JSON.parse((await roamscope(['analyze', path('clean.scenario'), '--each', '--format', 'json'])).stdout),
    ).toHaveLength(1)
  })

  it('fits the schemas of the other commands', async () => {
    const run = async (...argv: string[]) => JSON.parse((await roamscope([...argv, '--format', 'json'])).stdout)
    fits('inspect', await run('inspect', path('clean.scenario'), path('usb.txt')))
    fits('sessions', await run('sessions', path('clean.scenario')))
    fits('rules', await run('rules'))
    fits('explain', await run('explain', '4'))
    fits('explain', await run('explain', 'task-overlap'))
    fits('decode', await run('decode', '55 00 04 00 0a 00 00 00'))
    expect(await run('sessions', path('clean.scenario'), '--kind', 'scan')).toEqual([])
  })
})

describe.concurrent('the other formats', () => {
  it('NDJSON fits line by line', async () => {
    const {stdout} = await roamscope(['analyze', path('clean.scenario'), '--format', 'ndjson'])
    for (const line of stdout.trimEnd().split('\n')) fits('ndjson', JSON.parse(line))
  })

  it('events are one object a line, keys are never among them', async () => {
    const {stdout} = await roamscope(['events', path('clean.scenario')])
    const events = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    for (const event of events) fits('events', event)
    expect(events).toHaveLength(9)
    expect(events[1]).toMatchObject({atUs: 0, step: 'M1', message: 'TASK_ROAM', port: 1, transactionId: 101, line: 5})
    expect(Object.keys(events[0])).toEqual([
      'atUs',
      'adapter',
      'port',
      'transactionId',
      'step',
      'message',
      'status',
      'fields',
      'input',
      'line',
      'offset',
    ])
  })

  it('--output writes whole files beside the screen, and leaves no others', async () => {
    const out = mkdtempSync(path('out-'))
    const argv = [path('clean.scenario'), '-o', `json:${join(out, 'a.json')}`, '-o', `text:${join(out, 'a.txt')}`]
    const {code, stdout} = await roamscope(argv)
    expect(code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['a.json', 'a.txt'])
    fits('analysis', JSON.parse(readFileSync(join(out, 'a.json'), 'utf8')))
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe(stdout)
    const wrong = await roamscope([path('clean.scenario'), '-o', `json:${join(out, 'no', 'a.json')}`])
    expect(wrong).toMatchObject({code: 2, stdout: ''})
  })

  it('every schema is a valid one', async () => {
    const names = (await roamscope(['schema'])).stdout.trimEnd().split('\n')
    expect(names).toEqual([...schemas.keys(), 'config', 'rules-file', 'dialect'])
    const all = await Promise.all(names.map(name => roamscope(['schema', name])))
    for (const {stdout, code} of all) {
      expect(code).toBe(0)
      expect(() => new Ajv2020({strict: true, allowUnionTypes: true}).compile(JSON.parse(stdout))).not.toThrow()
    }
  })
})

describe.concurrent('streams', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const colour = /\u001b\[/

  it('are plain when piped, coloured when forced, plain again with --color never', async () => {
    const run = async (env: Record<string, string>, ...flags: string[]) =>
      (await roamscope([path('hung.scenario'), ...flags], {env})).stdout
    expect(await run({})).not.toMatch(colour)
    expect(await run({FORCE_COLOR: '1'})).toMatch(colour)
    expect(await run({}, '--color', 'always')).toMatch(colour)
    expect(await run({FORCE_COLOR: '1'}, '--color', 'never')).not.toMatch(colour)
    expect(await run({NO_COLOR: '1'}, '--format', 'json')).not.toMatch(colour)
    expect((await roamscope(['--help'], {env: {NO_COLOR: '1'}})).stdout).not.toMatch(colour)
  })

  it('take - for stdin', async () => {
    const {code, stdout} = await roamscope(['-'], {stdin: cleanRoam})
    expect(code).toBe(0)
    expect(stdout).toContain('1 roam: 1 success')
  })

  it('end quietly with the code so far when the reader goes', async () => {
    writeFileSync(
      path('many.scenario'),
      hungRoam +
        Array.from(
          {length: 20_000},
          (_, i) => `${10 + i}  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 links=1\n`,
        ).join(''),
    )
    for (const [argv, code] of [
      [['events', path('many.scenario')], 0],
      [['analyze', path('many.scenario'), '--format', 'json', '--limit', '0'], 1],
    ] as const) {
      const child = start(argv)
      let stderr = ''
      child.stderr.on('data', text => {
        stderr += text
      })
      child.stdout.once('data', () => child.stdout.destroy())
      expect(await new Promise(resolve => child.on('close', resolve))).toBe(code)
      expect(stderr).toBe('')
    }
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends with %i and nothing half-written', async (signal, code) => {
    const out = mkdtempSync(path('signal-'))
    // Waits for input that never ends.
    const child = start(['analyze', '-', '-o', `json:${join(out, 'a.json')}`])
    await expect.poll(() => readdirSync(out), {timeout: 10_000}).toHaveLength(1)
    child.kill(signal)
    expect(await new Promise(resolve => child.on('close', resolve))).toBe(code)
    expect(readdirSync(out)).toEqual([])
  })

  it('under --quiet are findings only', async () => {
    const {stdout} = await roamscope([path('hung.scenario'), '--quiet'])
    expect(stdout).toMatch(/^.*hung\.scenario:\d+: error task-hang-m3-m4 \(driver\) .+\n/)
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^\S+:\d+: /)
  })
})

describe.concurrent('help', () => {
  it('names every command, with examples and codes where they belong', async () => {
    const {code, stdout} = await roamscope(['--help'])
    expect(code).toBe(0)
    for (const command of ['analyze', 'inspect', 'sessions', 'events', 'rules', 'schema']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    }
    const analyze = (await roamscope(['analyze', '--help'])).stdout
    expect(analyze).toContain('Exit codes: 0 nothing at or above --fail-on')
    expect(analyze).toContain('$ roamscope trace.txt')
    expect((await roamscope(['help', 'analyze'])).stdout).toBe(analyze)
  })

  it('is there without any word, and the version too', async () => {
    expect((await roamscope([])).code).toBe(0)
    expect((await roamscope(['--version'])).stdout).toMatch(/^roamscope\/\d+\.\d+\.\d+ /)
  })
})
