import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`

const roam = (resultMs: number | string, {header = '', auth = 'RSNA_PSK', before = [] as string[]} = {}) =>
  lines(
    header,
    '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60',
    `0 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=${auth} RoamFlag=1`,
    '1 M3 TASK_ROAM 1 101 status=success',
    '5 IND DISASSOCIATION 1 - AP-A status=10',
    ...before,
    `${resultMs} IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=${auth})`,
    `1000 IND ROAM_COMPLETE 1 101 status=success`,
    '1010 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B) (group)',
    '1014 M3 SET_ADD_CIPHER_KEYS 1 102 status=success',
    '1200 IND LINK_STATE_CHANGE 1 - AP-B quality=70',
  )

describe('roam-over-requirement', () => {
  const rule = 'roam-over-requirement'

  it.each([
    ['99.998', []],
    ['99.999', ['inconclusive 99.999']],
    ['100', ['inconclusive 100']],
    ['100.001', ['inconclusive 100.001']],
    ['100.002', ['violation 100.002']],
  ])('a result after %s ms, with times known to 1 µs', async (ms, expected) => {
    expect(await verdicts(rule, roam(ms))).toEqual(expected)
  })

  it('has no figure for SAE', async () => {
    expect(await verdicts(rule, roam(140, {auth: 'WPA3_SAE'}))).toEqual([])
  })

  it('a failed candidate before leaves little confidence', async () => {
    const {findings} = await run(
      roam(140, {before: ['60 IND ASSOCIATION_RESULT 1 - (AP-C status=54 code=17 response)']}),
    )
    expect(findings(rule)).toMatchObject([{verdict: 'violation', confidence: 'low'}])
    expect(findings(rule)[0]?.message).toContain('1 failed candidate included')
  })

  it('loss inside does not matter: both ends were recorded', async () => {
    expect(await verdicts(rule, roam(140, {header: 'capture loss=50..60'}))).toEqual(['violation 140'])
  })

  it('is not judged where the command was not recorded', async () => {
    const partial = roam(140, {header: 'capture from=-6000'}).replace(/^0 M1.*\n/m, '')
    expect(await verdicts(rule, partial)).toEqual([])
  })
})

describe('scan-over-limit', () => {
  const rule = 'scan-over-limit'
  const scan = (ms: number | string, fields = 'repeat=1', header = '') =>
    lines(
      header,
      `0 M1 TASK_SCAN 1 101 ${fields}`,
      '2 M3 TASK_SCAN 1 101 status=success',
      `${ms} IND SCAN_COMPLETE 1 101 status=success`,
    )

  it.each([
    [scan(4000), []],
    [scan('4000.001'), ['violation 4000.001']],
    [scan(3000, 'repeat=1 maxtotal=3000'), []],
    [scan(3001, 'repeat=1 maxtotal=3000'), ['inconclusive 3001']],
    [scan(4001, 'repeat=1 maxtotal=3000'), ['violation 4001']],
    [scan(4001, 'repeat=1 maxtotal=6000'), ['violation 4001']],
    [scan(3999, 'repeat=1 maxtotal=0'), []],
    [scan(4005, 'repeat=1', 'capture granularity=10'), ['inconclusive 4005']],
    [scan(9000, 'repeat=0'), []],
  ])('%s', async (scenario, expected) => {
    expect(await verdicts(rule, scenario)).toEqual(expected)
  })

  it('takes the place of task-over-normal-time', async () => {
    const {analysis} = await run(scan(4500))
    expect(analysis.findings.map(finding => finding.rule)).toEqual([rule])
  })
})

describe('radio-state-over-2s', () => {
  const rule = 'radio-state-over-2s'
  const command = [
    '0 M1 TASK_SET_RADIO_STATE adapter 101 state=0',
    '2 M3 TASK_SET_RADIO_STATE adapter 101 status=success',
  ]

  it('a report after the next command belongs to that one', async () => {
    const next = [
      '5000 M1 TASK_SET_RADIO_STATE adapter 102 state=1',
      '5002 M3 TASK_SET_RADIO_STATE adapter 102 status=success',
      '5100 IND RADIO_STATUS adapter - hw=1 sw=1',
    ]
    const done = [
      '900 IND SET_RADIO_STATE_COMPLETE adapter 101 status=success',
      '5200 IND SET_RADIO_STATE_COMPLETE adapter 102 status=success',
    ]
    expect(await verdicts(rule, lines(...command, ...next, ...done))).toEqual(['violation 2000'])
  })

  it('loss in the window leaves a missing report in doubt', async () => {
    expect(await verdicts(rule, lines('capture loss=1000..1001', ...command))).toEqual(['inconclusive 2000'])
  })
})

describe('link-state-not-reported', () => {
  it('a report on another port does not count', async () => {
    const scenario = roam(80).replace('1200 IND LINK_STATE_CHANGE 1', '1200 IND LINK_STATE_CHANGE 2')
    expect(await verdicts('link-state-not-reported', scenario)).toEqual(['violation 15080'])
  })
})
