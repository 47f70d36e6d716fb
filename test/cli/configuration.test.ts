import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {besideConfig, configuration} from '../../src/cli/configuration.js'
import {requestOf} from '../../src/cli/request.js'
import {ms} from '../../src/events/units.js'
import {loadConfig} from '../../src/user/config/load-config.js'

let root = ''
const at = (...names: string[]) => join(root, ...names)

const teamRule = (id: string) =>
  `rules:\n  - id: ${id}\n    title: never\n    never: {message: FIRMWARE_STALLED}\n    scope: adapter\n`

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'roamscope-config-'))
  mkdirSync(at('a', 'b', 'c'), {recursive: true})
  mkdirSync(at('twice'))
  writeFileSync(at('a', 'roamscope.config.yaml'), 'profile: voice\nrulesFiles: [team.yaml]\ndialects: [acme.yaml]\n')
  writeFileSync(at('a', 'team.yaml'), teamRule('user-team'))
  writeFileSync(at('a', 'b', 'mine.yaml'), teamRule('user-mine'))
  writeFileSync(at('a', 'b', 'clash.yaml'), teamRule('user-team'))
  writeFileSync(at('other.yml'), 'profile: mist\n')
  writeFileSync(at('twice', 'roamscope.config.yml'), '{}')
  writeFileSync(at('twice', 'roamscope.config.json'), '{}')
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

describe('the file that counts', () => {
  it('is the nearest one, in the folder or above it', () => {
    expect(configuration(at('a', 'b', 'c'), {})?.file).toBe(join('..', '..', 'roamscope.config.yaml'))
    expect(configuration(at('a'), {})?.content.profile).toBe('voice')
    expect(configuration(root, {})).toBeNull()
  })

  it('is the one that ROAMSCOPE_CONFIG names, or none', () => {
    expect(configuration(at('a'), {ROAMSCOPE_CONFIG: '../other.yml'})?.content.profile).toBe('mist')
    expect(configuration(at('a'), {ROAMSCOPE_CONFIG: 'none'})).toBeNull()
    expect(() => configuration(at('a'), {ROAMSCOPE_CONFIG: 'missing.yaml'})).toThrow(
      /configuration file .*missing\.yaml cannot be read/,
    )
  })

  it('is not one of two', () => {
    expect(() => configuration(at('twice'), {})).toThrow(
      'roamscope.config.json and roamscope.config.yml stand in one folder.',
    )
  })
})

const flags = {
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
} as const

it('paths in it are relative to its folder, unless they are whole', () => {
  const config = loadConfig('{}', join('..', 'roamscope.config.yaml'))
  expect(besideConfig(config, 'rules/team.yaml')).toBe(join('..', 'rules', 'team.yaml'))
  expect(besideConfig(config, at('a', 'team.yaml'))).toBe(at('a', 'team.yaml'))
})

describe('what is asked for', () => {
  const config = (source: string) => loadConfig(source, 'roamscope.config.yaml')
  const ids = (request: ReturnType<typeof requestOf>) => request.rules.map(({meta}) => meta.id)

  it('is the catalogue under profile doc, where nobody says otherwise', () => {
    const request = requestOf(flags, null)
    expect(request).toMatchObject({profile: 'doc', failOn: 'error', dialects: [], settings: {profile: 'doc'}})
    expect({...request.labels}).toEqual({})
    expect(request.rules.length).toBeGreaterThan(190)
  })

  it('flags beat the configuration, lists add up', () => {
    const file = config(
      'profile: mist\nfailOn: info\nlabels: {site: lab, driver: "1"}\nsettings: {voiceBudget: {psk: 1 s}}\nskip: [ft]\n',
    )
    const request = requestOf(
      {...flags, profile: 'voice', 'fail-on': 'never', label: ['driver=2'], skip: ['sae']},
      file,
    )
    expect(request).toMatchObject({profile: 'voice', failOn: 'never'})
    expect(request.settings.voiceBudgetUs).toMatchObject({psk: ms(1000), ft: ms(100)})
    expect({...request.labels}).toEqual({site: 'lab', driver: '2'})
    expect(ids(request).some(id => id.startsWith('sae-') || id === 'ft-fallback')).toBe(false)
    expect(requestOf(flags, file)).toMatchObject({profile: 'mist', failOn: 'info'})
  })

  it('--rules replaces only, and what it names by id runs although the configuration skips it', () => {
    const file = config('only: [timing]\nskip: [ft-host-slow, ft-fallback]\n')
    expect(ids(requestOf(flags, file))).not.toContain('ft-host-slow')
    expect(ids(requestOf({...flags, rules: ['ft']}, file))).not.toContain('ft-fallback')
    expect(ids(requestOf({...flags, rules: ['ft-fallback']}, file))).toEqual(['ft-fallback'])
    expect(ids(requestOf({...flags, rules: ['ft-fallback'], skip: ['ft-fallback']}, file))).toEqual([])
  })

  it('names of rules are checked where they stand', () => {
    expect(() => requestOf(flags, config('only: [timing, timign]\n'))).toThrow(
      /^roamscope\.config\.yaml:1:16: timign is neither a rule nor a category\. Did you mean timing\?/,
    )
    expect(() => requestOf({...flags, rules: ['user-x']}, null)).toThrow(/--rules user-x is neither/)
    expect(ids(requestOf({...flags, skip: ['user']}, null)).length).toBeGreaterThan(190)
  })

  it('rules of the user come last, from files beside the configuration and from flags', () => {
    const file = configuration(at('a', 'b'), {})
    if (file === null) throw new Error('no configuration')
    const relative = {...file, file: at('a', 'roamscope.config.yaml')}
    const request = requestOf({...flags, 'rules-file': [at('a', 'b', 'mine.yaml')]}, relative)
    expect(ids(request).slice(-2)).toEqual(['user-team', 'user-mine'])
    expect(request.dialects).toEqual([at('a', 'acme.yaml')])
    expect(ids(requestOf({...flags, rules: ['user']}, relative))).toEqual(['user-team'])
    expect(() => requestOf({...flags, 'rules-file': [at('a', 'b', 'clash.yaml')]}, relative)).toThrow(
      /clash\.yaml:2: user-team is the id of a rule in .*team\.yaml:2 too\./,
    )
  })
})
