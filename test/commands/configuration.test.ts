import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {schemas} from '../../src/reports/schemas/index.js'
import {ensureBuilt, roamscope} from './built.js'
import {cleanRoam} from './scenarios.js'

vi.setConfig({testTimeout: 60_000})

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
const run = (argv: readonly string[], cwd = folder, env = {}) => roamscope(argv, {cwd, env})

const rule = `rules:
  - id: user-keys-soon
    title: The key follows the result within 20 ms.
    severity: error
    blame: host
    docs: https://wiki.example/keys
    after: {message: ASSOCIATION_RESULT, where: {status: 0}}
    expect: {message: SET_ADD_CIPHER_KEYS, step: M1}
    within: 20 ms
    message: 'The key came after {took}'
    tests:
      - title: 40 ms
        scenario: |
          capture model=wificx to=1000
          0   IND ASSOCIATION_RESULT 1 - (AP-B status=0)
          40  M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)
        expect: [{atMs: 20, verdict: violation}]
`

beforeAll(async () => {
  await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'roamscope-configured-'))
  mkdirSync(at('below'))
  writeFileSync(at('roam.scenario'), cleanRoam)
  writeFileSync(at('keys.yaml'), rule)
  writeFileSync(at('failing.yaml'), rule.replace('atMs: 20', 'atMs: 40'))
  writeFileSync(at('broken.yaml'), rule.replace('ASSOCIATION_RESULT', 'ASSOCIATION_RESLUT'))
  writeFileSync(
    at('below', 'roamscope.config.yaml'),
    'profile: voice\nlabels: {site: lab}\nrulesFiles: [../keys.yaml]\nfailOn: info\n',
  )
  writeFileSync(at('below', 'wrong.yaml'), 'profile: voice\nsettings:\n  roam-over-requirement: 1 s\n')
}, 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const trace = '../roam.scenario'

describe.concurrent('rules of the user', () => {
  it('decide the exit code like any other, and come last in the JSON', async () => {
    expect((await run(['roam.scenario'])).code).toBe(0)
    const {code, stdout} = await run(['roam.scenario', '--rules-file', 'keys.yaml', '--format', 'json'])
    expect(code).toBe(1)
    const analysis = JSON.parse(stdout)
    expect(analysis.rules.at(-1)).toMatchObject({id: 'user-keys-soon', violation: 1})
    expect(analysis.findings).toContainEqual(
      expect.objectContaining({
        rule: 'user-keys-soon',
        severity: 'error',
        blame: 'host',
        message: 'The key came after 40 ms.',
        atUs: 100_000,
        source: 'https://wiki.example/keys (keys.yaml)',
      }),
    )
    const text = await run(['roam.scenario', '--rules-file', 'keys.yaml'])
    expect(text.stdout).toContain('The key follows the result within 20 ms.')
    expect(text.stdout).not.toContain('roamscope explain user-keys-soon')
  })

  it('can be listed, explained, skipped', async () => {
    const {stdout} = await run(['rules', '--rules-file', 'keys.yaml', '--format', 'json'])
    expect(JSON.parse(stdout).at(-1)).toMatchObject({id: 'user-keys-soon', category: 'user', numbers: '20 ms'})
    expect((await run(['explain', 'user-keys-soon', '--rules-file', 'keys.yaml'])).stdout).toContain(
      'wiki.example/keys',
    )
    expect((await run(['explain', 'user-keys-soon'])).code).toBe(2)
    expect((await run(['roam.scenario', '--rules-file', 'keys.yaml', '--skip', 'user'])).code).toBe(0)
  })

  it('are tested by rules --test: 0 all hold, 1 one fails, 2 the file is wrong', async () => {
    expect(await run(['rules', '--test', 'keys.yaml'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/user-keys-soon {2}40 ms\n1 test: 1 passed\n$/),
      stderr: '',
    })
    const failing = await run(['rules', '--test', 'failing.yaml', '--format', 'json'])
    expect(failing.code).toBe(1)
    const validate = new Ajv2020({strict: true}).compile(schemas.get('rule-tests') ?? false)
    expect(validate(JSON.parse(failing.stdout))).toBe(true)
    expect((await run(['rules', '--test', 'failing.yaml'])).stdout).toMatch(
      /expected: violation at 40 ms\n {4}found: {4}violation at 20 ms\n1 test: 0 passed, 1 failed\n$/,
    )
    const broken = await run(['rules', '--test', 'broken.yaml'])
    expect(broken).toMatchObject({code: 2, stdout: ''})
    expect(broken.stderr).toMatch(
      /broken\.yaml:7:22: ASSOCIATION_RESLUT is no message.*did you mean ASSOCIATION_RESULT\?/,
    )
  })

  it('that are wrong end an analysis with 2, as JSON under --format json', async () => {
    const {code, stdout, stderr} = await run(['roam.scenario', '--rules-file', 'broken.yaml', '--format', 'json'])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(JSON.parse(stderr).error.message).toMatch(/^broken\.yaml:7:22: /)
    expect((await run(['roam.scenario', '--rules-file', 'none.yaml'])).stderr).toContain('cannot be read')
  })
})

describe.concurrent('a configuration', () => {
  const below = () => at('below')

  it('is found from the working directory, and says what flags leave open', async () => {
    const {code, stdout} = await run(['analyze', trace, '--format', 'json'], below())
    expect(code).toBe(1)
    const {capture, rules} = JSON.parse(stdout)
    expect(capture.labels).toEqual({site: 'lab'})
    expect(rules.at(-1)).toMatchObject({id: 'user-keys-soon', violation: 1})
    expect((await run(['analyze', trace, '--fail-on', 'never'], below())).code).toBe(0)
    expect((await run(['analyze', trace], below(), {ROAMSCOPE_CONFIG: 'none'})).code).toBe(0)
    expect((await run(['explain', 'user-keys-soon'], below())).code).toBe(0)
    expect((await run(['rules'], below())).stdout).toContain('user-keys-soon')
  })

  it('that is wrong is code 2, with its place', async () => {
    const {code, stderr} = await run(['analyze', trace], below(), {ROAMSCOPE_CONFIG: 'wrong.yaml'})
    expect(code).toBe(2)
    expect(stderr).toMatch(/^roamscope: wrong\.yaml:3:3: the limit of roam-over-requirement \(100 ms\) has a source/)
  })

  it('the environment stands between flags and configuration', async () => {
    const severity = async (argv: string[], env: Record<string, string>) => {
      const {stdout} = await run(['analyze', trace, '--format', 'json', ...argv], below(), {
        ROAMSCOPE_CONFIG: 'none',
        ...env,
      })
      return JSON.parse(stdout).rules.length
    }
    expect(await severity([], {ROAMSCOPE_PROFILE: 'mist'})).toBeGreaterThan(190)
    const wrong = await run(['analyze', trace], below(), {ROAMSCOPE_PROFILE: 'vioce'})
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('doc, voice, verifier, mist')
    const env = {ROAMSCOPE_FAIL_ON: 'never'}
    expect((await run(['analyze', trace], below(), env)).code).toBe(0)
    expect((await run(['analyze', trace, '--fail-on', 'info'], below(), env)).code).toBe(1)
  })
})
