import {describe, expect, it} from 'vitest'
import {rules} from '../../../src/rules/index.js'
import {loadRules} from '../../../src/user/rules/load-rules.js'
import {runRuleTests} from '../../../src/user/rules/run-rule-tests.js'
import {analyzeTexts} from '../../golden/run.js'
import {analysisOf, fileOf, ruleOf} from './judge.js'

const head = 'capture model=wdi to=20000\n'
const gone = `${head}-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60\n0 IND DISASSOCIATION 1 - AP-A status=13\n`
const body = `severity: error
blame: ap
docs: https://wiki.example/deauth
message: 'Port {never.port} was deauthenticated by {never.bssid} (status {never.status})'
never: {message: DISASSOCIATION, where: {status: 13}}`

describe('a rule of the user', () => {
  it('runs beside those of the catalogue and comes after them', async () => {
    const own = ruleOf(body).rule
    const {findings, rules: tallies} = await analyzeTexts([gone], [...rules, own])
    expect(tallies.at(-1)).toMatchObject({id: 'user-x', status: 'ran', violation: 1})
    expect(findings.find(({rule}) => rule === 'user-x')).toMatchObject({
      verdict: 'violation',
      severity: 'error',
      blame: 'ap',
      confidence: 'high',
      message: 'Port 1 was deauthenticated by 02:00:00:00:0a:01 (status 13).',
      source: 'https://wiki.example/deauth (team.yaml)',
      atUs: 0,
    })
  })

  it('describes itself like the others', () => {
    const {meta} = ruleOf(
      `${body}\ntests: [{scenario: a, expect: [{atMs: 0, verdict: violation}]}, {title: near, scenario: b, expect: []}]`,
    ).rule
    expect(meta).toMatchObject({
      id: 'user-x',
      category: 'user',
      statement: 'What should be is so.',
      basis: 'V',
      next: 'See https://wiki.example/deauth.',
      needs: ['DISASSOCIATION'],
      examples: {bad: [{title: 'test 1', scenario: 'a'}], good: [{title: 'near', scenario: 'b'}]},
    })
  })

  it('judges adapters of every model', async () => {
    const legacy = 'capture model=native80211\n0 IND ROAMING_START 0 reason=LOST\n'
    const {findings} = await analysisOf('never: {message: DOT11_ROAMING_START}', legacy)
    expect(findings).toHaveLength(1)
  })

  it('says unknown and none where a value is missing, and cuts long ones', async () => {
    const said = async (template: string, scenario: string) =>
      (
        await analysisOf(
          `message: ${template}\nafter: {message: ROAMING_NEEDED}\nexpect: {message: TASK_ROAM, step: M1}\nwithin: 1 s`,
          scenario,
        )
      ).findings.map(({message}) => message)
    const trigger = `${head}0 IND ROAMING_NEEDED 1 - reason=15\n`
    expect(await said('"{after.reason} {expect.auth} {took}"', trigger)).toEqual(['15 none more than 1000 ms.'])
    expect(
      await said('"{expect.auth} {took}!"', `${trigger}1500 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK,WPA_PSK\n`),
    ).toEqual(['7, 4 1500 ms!'])
    const printed =
      '[0]0004.0E28::01/02/2026-16:13:49.692 [acme]NDIS_STATUS_WDI_INDICATION_ROAMING_NEEDED PortId=1 TransactionId=0\n'
    const {findings} = await analysisOf('message: "reason {never.reason}"\nnever: {message: ROAMING_NEEDED}', printed)
    expect(findings[0]?.message).toBe('reason unknown.')
  })
})

describe('tests that rules carry', () => {
  const test = (scenario: string, expected: string) =>
    `${body}\ntests:\n  - title: gone\n    scenario: |\n${scenario
      .trim()
      .split('\n')
      .map(line => `      ${line}\n`)
      .join('')}    expect: ${expected}`

  it('pass and fail', async () => {
    const pass = await runRuleTests(loadRules(fileOf(test(gone, '[{atMs: 0, verdict: violation}]')), 'team.yaml'))
    expect(pass).toEqual([
      {
        rule: 'user-x',
        file: 'team.yaml',
        line: 10,
        title: 'gone',
        passed: true,
        expected: ['violation at 0 ms'],
        found: ['violation at 0 ms'],
      },
    ])
    for (const wrong of ['[]', '[{atMs: 1, verdict: violation}]', '[{atMs: 0, verdict: inconclusive}]']) {
      const [result] = await runRuleTests(loadRules(fileOf(test(gone, wrong)), 'team.yaml'))
      expect(result?.passed).toBe(false)
    }
  })

  it('cannot rest on a scenario that is wrong or empty', async () => {
    const broken = runRuleTests(loadRules(fileOf(test('0 IND DISASSOCIATON 1 -', '[]')), 'team.yaml'))
    await expect(broken).rejects.toThrow(/^team\.yaml:10:1: the scenario of this test cannot be used: line 1: /)
    const empty = runRuleTests(loadRules(fileOf(test('capture model=wdi', '[]')), 'team.yaml'))
    await expect(empty).rejects.toThrow(/it holds no record/)
  })
})
