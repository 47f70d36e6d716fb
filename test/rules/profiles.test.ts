import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import {ms} from '../../src/events/units.js'
import {applyProfile, type OwnSettings} from '../../src/rules/apply-profile.js'
import {DURATIONS} from '../../src/rules/durations.js'
import {rules} from '../../src/rules/index.js'
import {PROFILE_NAMES, PROFILES, type ProfileName} from '../../src/rules/profiles.js'
import {settingLeaves} from '../../src/rules/setting-leaves.js'
import {SETTING_RULES} from '../../src/rules/setting-rules.js'
import {changed, DEFAULT_SETTINGS, type SettingChanges} from '../../src/rules/settings.js'
import {analyzeTexts} from '../golden/run.js'

const sourceOf = (category: string, id: string) =>
  readFileSync(fileURLToPath(new URL(`../../src/rules/${category}/${id}.ts`, import.meta.url)), 'utf8')
const ruleOf = (id: string) => rules.find(rule => rule.meta.id === id)

async function under(name: ProfileName, scenario: string, own: OwnSettings | null = null): Promise<Analysis> {
  const {rules: adapted, settings} = applyProfile(rules, PROFILES[name], own)
  return analyzeTexts([scenario], adapted, settings)
}

/** A roam with a key after `ms`; fast transition where `ft`. */
const roam = (keyAt: number, ft = false, rssi = '') => `
capture model=wificx to=60000

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 ${rssi && 'rssi=-60'}
    0  M1   TASK_ROAM            1  101  entries=(AP-B ${rssi}${ft ? ' ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}' : ''}) auth=${ft ? 'RSNA' : 'RSNA_PSK'} RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
${
  ft
    ? `  +10  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +11  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  109  status=success rsnie mde fte
  +12  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  109  status=success
`
    : ''
}  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +40  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=${ft ? 'RSNA reassociation=1' : 'RSNA_PSK'})
  +42  IND  ROAM_COMPLETE        1  101  status=success
 ${keyAt - 4}  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 ${keyAt}  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 ${keyAt + 300}  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`

const shown = ({findings}: Analysis, rule: string) =>
  findings.filter(finding => finding.rule === rule).map(({severity, message}) => `${severity}: ${message}`)

describe('findings about time', () => {
  const timed = rules.filter(
    ({meta}) => meta.basis === 'D' || meta.category === 'timing' || meta.id === 'n80211-link-quality-over-15s',
  )

  it('are those of the rules of basis D and of the category timing', () => {
    expect(Object.keys(DURATIONS).sort()).toEqual(timed.map(({meta}) => meta.id).sort())
  })

  it.each(timed)('$meta.id names what is measured, a limit, the profile and the source', async ({meta}) => {
    for (const {scenario} of meta.examples.bad) {
      const {findings} = await analyzeTexts([scenario])
      const own = findings.filter(finding => finding.rule === meta.id)
      expect(own.length).toBeGreaterThan(0)
      for (const {message, source} of own) {
        expect(message.endsWith(` [${DURATIONS[meta.id]}; profile doc].`)).toBe(true)
        expect(message).toMatch(
          /(?:limit|normal: up to|target|expected within|deadline|allows|within|for|in|failed with status) (?:0x)?[\d.]+/,
        )
        expect(source.length).toBeGreaterThan(5)
      }
    }
  })

  it('keep their fingerprint when only the name of the profile differs', async () => {
    const prints = await Promise.all(
      (['doc', 'voice'] as const).map(async name => (await under(name, roam(190))).findings.map(f => f.fingerprint)),
    )
    expect(prints[0]).toEqual(prints[1])
    expect(prints[0]?.length).toBeGreaterThan(0)
  })
})

describe('profiles', () => {
  it.each(PROFILE_NAMES)('%s names rules that exist, leave their severity to it and follow its settings', name => {
    const {rules: patches, settings} = PROFILES[name]
    expect(PROFILES[name].name).toBe(name)
    for (const [id, {severity}] of Object.entries(patches)) {
      const rule = ruleOf(id)
      expect(rule, id).toBeDefined()
      if (severity) expect(sourceOf(rule?.meta.category ?? '', id)).not.toMatch(/^ {6,}severity:/m)
    }
    const before = new Map(settingLeaves(DEFAULT_SETTINGS).map(leaf => [leaf.name, leaf.value]))
    const moved = settingLeaves(changed(DEFAULT_SETTINGS, settings)).filter(
      leaf => leaf.value !== before.get(leaf.name),
    )
    for (const {key} of moved) for (const id of SETTING_RULES[key]) expect(patches[id]?.source, id).toBeDefined()
  })

  it('doc is the catalogue', () => {
    const {rules: adapted, settings} = applyProfile(rules, PROFILES.doc, null)
    expect(adapted.map(({meta}) => meta)).toEqual(rules.map(({meta}) => meta))
    expect(settings).toEqual(DEFAULT_SETTINGS)
  })

  it('voice makes the published budgets a warning', async () => {
    const rule = 'roam-over-voice-budget'
    expect(shown(await under('doc', roam(151)), rule)).toEqual([expect.stringMatching(/^info: .*target 150 ms/)])
    expect(shown(await under('voice', roam(151)), rule)).toEqual([
      expect.stringMatching(/^warning: .*took 151 ms \(target 150 ms\).*\[t_service: .*; profile voice\]\.$/),
    ])
    expect(shown(await under('voice', roam(150)), rule)).toEqual([])
  })

  it('verifier: every rule of Driver Verifier is an error, and the link state by analogy', () => {
    const {rules: adapted} = applyProfile(rules, PROFILES.verifier, null)
    for (const {meta} of adapted.filter(({meta}) => meta.class === 'DV'))
      expect([meta.id, meta.severity]).toEqual([meta.id, 'error'])
    expect(adapted.find(({meta}) => meta.id === 'link-state-not-reported')?.meta.severity).toBe('error')
  })

  it('mist has its own limits by kind of roam', async () => {
    const rule = 'roam-over-voice-budget'
    expect(shown(await under('mist', roam(400, true)), rule)).toEqual([])
    const slow11r = await under('mist', roam(401, true))
    expect(shown(slow11r, rule)).toEqual([expect.stringMatching(/^warning: .*\(ft\) took 401 ms \(target 400 ms\)/)])
    expect(slow11r.findings.find(finding => finding.rule === rule)?.source).toMatch(/Juniper Mist/)
    expect(shown(await under('mist', roam(2000)), rule)).toEqual([])
    expect(shown(await under('mist', roam(2001)), rule)).toEqual([expect.stringMatching(/target 2000 ms/)])
    expect(shown(await under('mist', roam(100, false, 'rssi=-66')), 'roam-to-weaker-ap')).toEqual([])
    expect(shown(await under('mist', roam(100, false, 'rssi=-67')), 'roam-to-weaker-ap')).toEqual([
      expect.stringMatching(/^warning: .*7 dB weaker/),
    ])
  })
})

describe('settings', () => {
  it.each(Object.entries(SETTING_RULES))('%s is what its rules ask for', (key, ids) => {
    for (const id of ids) {
      const rule = ruleOf(id)
      expect(rule, id).toBeDefined()
      expect(sourceOf(rule?.meta.category ?? '', id)).toContain(key)
    }
  })

  it('every rule that asks for one is listed', () => {
    for (const {meta} of rules) {
      // How old a signal may be is no verdict of ping-pong, which only shows it.
      const used = [...sourceOf(meta.category, meta.id).matchAll(/\bsettings\.(?!weaker\.freshUs)(\w+)/g)].map(
        ([, key]) => key as string,
      )
      for (const key of used.filter(key => key in DEFAULT_SETTINGS)) {
        expect(SETTING_RULES[key as keyof typeof SETTING_RULES], `${meta.id} ${key}`).toContain(meta.id)
      }
    }
  })

  it('have names without units, and say what they are', () => {
    const leaves = settingLeaves(DEFAULT_SETTINGS)
    const words = Object.fromEntries(leaves.map(leaf => [leaf.name, leaf.words]))
    expect(words).toMatchObject({
      'voiceBudget.psk': '150 ms',
      'voiceBudget.sae': 'none',
      undecodedShare: '1 %',
      'sticky.weakDbm': '-75 dBm',
      'sticky.betterDb': '12 dB',
      'sticky.for': '30 s',
      'weaker.db': '6 dB',
      saeCommits: '3',
      'roamStorm.within': '60 s',
    })
    expect(leaves.length).toBe(Object.keys(words).length)
    expect(leaves.filter(({key}) => !(key in SETTING_RULES))).toEqual([])
  })

  describe('windows that the catalogue calls heuristic', () => {
    const found = async (rule: string, scenario: string, changes: SettingChanges = {}) =>
      (await under('doc', scenario, {changes, file: 'own.yaml'})).findings
        .filter(finding => finding.rule === rule)
        .map(({verdict, atUs}) => `${verdict} ${(atUs ?? 0) / 1000}`)

    it('keys-not-installed: for psk and for 802.1X; the service of the session follows', async () => {
      const rule = 'keys-not-installed'
      const late = roam(6042)
      expect(await found(rule, late)).toEqual(['violation 5042'])
      expect(await found(rule, late, {keyWindowUs: {others: ms(6000)}})).toEqual([])
      const never = roam(200).replace(/^.*SET_ADD_CIPHER_KEYS.*\n/gm, '')
      const service = async (changes: SettingChanges) =>
        (await under('doc', never.replace('to=60000', 'to=20000'), {changes, file: ''})).sessions[0]?.service
      expect(await service({keyWindowUs: {others: ms(19_958)}})).toBe('no keys')
      expect(await service({keyWindowUs: {others: ms(19_959)}})).toBe('unknown')
      const eap = never.replaceAll('RSNA_PSK', 'RSNA')
      expect(await found(rule, eap)).toEqual(['violation 30042'])
      expect(await found(rule, eap, {keyWindowUs: {others: ms(1000), '8021x': ms(7000)}})).toEqual(['violation 7042'])
    })

    it('roam-reason-not-forwarded: a trigger of long ago counts unless another roam answered it', async () => {
      const rule = 'roam-reason-not-forwarded'
      const changes = {roamReasonUs: ms(15_000)}
      const first = '-14000 IND ROAMING_NEEDED 1 - reason=15'
      const task = (at: number, id: number) =>
        `${at} M1 TASK_ROAM 1 ${id} entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10\n${at + 1} M3 TASK_ROAM 1 ${id} status=success\n${at + 9} IND ROAM_COMPLETE 1 ${id} status=success`
      const scenario = (...records: string[]) => `capture from=-20000\n${records.join('\n')}\n`
      expect(await found(rule, scenario(first, task(0, 101)))).toEqual([])
      expect(await found(rule, scenario(first, task(0, 101)), changes)).toEqual(['violation 0'])
      expect(await found(rule, scenario(first, task(-2000, 100), task(0, 101)), changes)).toEqual(['violation -2000'])
      expect(await found(rule, scenario(first, task(0, 101)), {roamReasonUs: ms(13_999)})).toEqual([])
    })

    it('n80211-no-roam-after-loss', async () => {
      const rule = 'n80211-no-roam-after-loss'
      const lost = 'capture model=native80211\n0 IND DISASSOCIATION 0 mac=AP-A reason=LOST\n'
      expect(await found(rule, lost)).toEqual(['violation 10000'])
      expect(await found(rule, lost, {legacyRoamStartUs: ms(3000)})).toEqual(['violation 3000'])
    })
  })

  it('of the user beat those of the profile, and the rule says whose they are', async () => {
    const own = {changes: {voiceBudgetUs: {psk: ms(200)}, ftHostUs: ms(25)}, file: 'roamscope.config.yaml'}
    const {rules: adapted, settings} = applyProfile(rules, PROFILES.mist, own)
    expect(settings.voiceBudgetUs).toMatchObject({psk: ms(200), ft: ms(400)})
    const meta = adapted.find(rule => rule.meta.id === 'roam-over-voice-budget')?.meta
    expect(meta?.source).toMatch(/^roamscope\.config\.yaml \(voiceBudget\.psk 200 ms\) instead of: Juniper Mist/)
    expect(meta?.statement).toMatch(/Here with numbers of your own: voiceBudget\.psk 200 ms\.$/)
    // The same number is no change.
    expect(adapted.find(rule => rule.meta.id === 'ft-host-slow')?.meta).toEqual(ruleOf('ft-host-slow')?.meta)
    const [finding] = (await under('mist', roam(201), own)).findings.filter(f => f.rule === 'roam-over-voice-budget')
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/took 201 ms \(target 200 ms\)/),
    })
    expect(finding?.source).toMatch(/^roamscope\.config\.yaml/)
  })
})
