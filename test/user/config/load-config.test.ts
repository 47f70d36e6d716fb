import {describe, expect, it} from 'vitest'
import {ms, seconds} from '../../../src/events/units.js'
import {settingLeaves} from '../../../src/rules/setting-leaves.js'
import {changed, DEFAULT_SETTINGS} from '../../../src/rules/settings.js'
import {loadConfig} from '../../../src/user/config/load-config.js'
import {UserFileError} from '../../../src/user/files/user-file-error.js'

const load = (source: string) => loadConfig(source, 'roamscope.config.yaml')

const refusal = (source: string): UserFileError => {
  try {
    load(source)
  } catch (error) {
    expect(error).toBeInstanceOf(UserFileError)
    return error as UserFileError
  }
  throw new Error('nothing was refused')
}

describe('a configuration', () => {
  it('may say all of this', () => {
    const config = load(`
$schema: config.schema.json
profile: voice
settings:
  voiceBudget: {psk: 200 ms, sae: 0.2 s, ft: null}
  pingPong: 1 min
  undecodedShare: 0.05
  sticky: {weakDbm: -70, for: 20 s}
  failedCandidates: 4
dialects: [acme.yaml]
rulesFiles: [team.yaml]
rules:
  - {id: user-x, title: never this, never: {message: FIRMWARE_STALLED}, scope: adapter}
labels: {site: lab, driver: '24.30'}
failOn: warning
only: [timing]
skip: [ft-host-slow]
`)
    expect(config.settings).toEqual({
      voiceBudgetUs: {psk: ms(200), sae: ms(200), ft: null},
      pingPongUs: seconds(60),
      undecodedShare: 0.05,
      sticky: {weakDbm: -70, forUs: seconds(20)},
      failedCandidates: 4,
    })
    expect(config.rules.map(({rule}) => rule.meta.id)).toEqual(['user-x'])
    expect(config.content).toMatchObject({profile: 'voice', labels: {driver: '24.30'}, only: ['timing']})
  })

  it('may be JSON, and may be empty of settings', () => {
    expect(loadConfig('{\n  "profile": "mist"\n}', 'roamscope.config.json').content).toEqual({profile: 'mist'})
    expect(load('{}').settings).toEqual({})
  })

  it('can set every number to what it already is', () => {
    for (const leaf of settingLeaves(DEFAULT_SETTINGS)) {
      const value = leaf.kind === 'time' && leaf.value !== null ? `${leaf.value} us` : String(leaf.value)
      const [group, member] = leaf.name.split('.')
      const {settings} = load(`settings:\n  ${group}: ${member === undefined ? value : `{${member}: ${value}}`}\n`)
      expect(changed(DEFAULT_SETTINGS, settings), leaf.name).toEqual(DEFAULT_SETTINGS)
      expect(Object.keys(settings), leaf.name).toEqual([leaf.key])
    }
  })

  it.each([
    ['profil: voice', 1, 1, /"profil" is no key of a configuration; did you mean profile\?/],
    ['profile: vioce', 1, 10, /profile is one of doc, voice, verifier, mist/],
    ['- voice', 1, 1, /a configuration has to be object/],
    ['', 1, 1, /a configuration has to be object/],
    ['profile: voice\nprofile: mist', 2, 1, /valid YAML.*unique/],
    ['settings:\n  voiceBudgetUs: {psk: 1 s}', 2, 3, /"voiceBudgetUs" is no setting; did you mean voiceBudget\?/],
    ['settings:\n  voiceBudget: {pks: 1 s}', 2, 17, /"pks" is no key of voiceBudget; did you mean psk\?/],
    ['settings:\n  voiceBudget: {psk: 150}', 2, 22, /psk has to look like 100 ms or 2 s/],
    ['settings:\n  voiceBudget: {psk: fast}', 2, 22, /psk has to look like 100 ms or 2 s/],
    ['settings:\n  sticky: {weakDbm: 70}', 2, 21, /weakDbm must be <= 0/],
    ['settings:\n  failedCandidates: 1.5', 2, 21, /has to be integer/],
    ['settings:\n  pingPong: null', 2, 13, /pingPong has to look like/],
    ['settings:\n  nonsense: 1', 2, 3, /"nonsense" is no setting; settings are voiceBudget, ftHost/],
    // Limits with a source are not settings.
    [
      'settings:\n  roam-over-requirement: 200 ms',
      2,
      3,
      /the limit of roam-over-requirement \(100 ms\) has a source, Windows Hardware.*, and is no setting: skip the rule/,
    ],
    [
      'settings:\n  task-hang-m3-m4: 60 s',
      2,
      3,
      /\(30 s\) has a source, network\/wdi-hang-detection-and-recovery, and is no setting/,
    ],
    ['settings:\n  ping-pong: 3 s', 2, 3, /the numbers of ping-pong are set by pingPong, pingPongStrong, pingPongPair/],
    ['settings:\n  roam-disassoc-missing: 1', 2, 3, /has no number that could be set/],
    ['labels: {driver: 24.30}', 1, 18, /driver has to be text; put it in quotes/],
    ['failOn: all', 1, 9, /failOn is one of error, warning, info, never/],
    ['rules:\n  - {id: user-x, title: a, never: {message: FIRMWARE_STALED}}', 2, 45, /did you mean FIRMWARE_STALLED\?/],
    ['only: timing', 1, 7, /only has to be array/],
  ])('%j is refused at its place', (source, line, column, sentence) => {
    const error = refusal(source)
    expect(error.sentence).toMatch(sentence)
    expect({line: error.line, column: error.column}).toEqual({line, column})
    expect(error.message).toMatch(/^roamscope\.config\.yaml:\d+:\d+: /)
  })
})
