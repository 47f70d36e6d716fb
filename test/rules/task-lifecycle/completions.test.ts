import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const roam = ['0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1', '1 M3 TASK_ROAM 1 101 status=success']

describe('completions that fit badly', () => {
  it.each([
    ['no id', '900 IND ROAM_COMPLETE 1 0 status=success', 'task-completion-wrong-transaction'],
    ['another kind', '900 IND CONNECT_COMPLETE 1 101 status=success', 'task-completion-wrong-kind'],
    ['another port', '900 IND ROAM_COMPLETE 2 101 status=success', 'task-completion-wrong-port'],
  ])('%s: one finding, no hang on top', async (_, completion, rule) => {
    const {analysis} = await run(lines(...roam, completion))
    expect(analysis.findings.map(finding => finding.rule)).toEqual([rule])
  })

  it('a right completion after one of another kind is not a second one', async () => {
    const scenario = lines(
      ...roam,
      '900 IND CONNECT_COMPLETE 1 101 status=success',
      '950 IND ROAM_COMPLETE 1 101 status=success',
    )
    expect(await verdicts('task-completed-twice', scenario)).toEqual([])
  })

  it('three completions: two findings', async () => {
    const again = [900, 910, 920].map(ms => `${ms} IND ROAM_COMPLETE 1 101 status=success`)
    expect(await verdicts('task-completed-twice', lines(...roam, ...again))).toEqual(['violation 910', 'violation 920'])
  })

  it('a completion after a rejection is not unmatched, wherever it stands', async () => {
    const scenario = lines(
      'capture to=60000',
      '40000 M1 TASK_SCAN 1 7 repeat=1',
      '40001 M3 TASK_SCAN 1 7 status=failure',
      '40900 IND SCAN_COMPLETE 1 7 status=failure',
    )
    const {analysis} = await run(scenario)
    expect(analysis.findings.map(finding => finding.rule)).toEqual(['task-start-failed-but-completed'])
  })
})

describe('task-completion-unmatched', () => {
  const rule = 'task-completion-unmatched'
  const stray = (ms: number | string, header = 'capture to=60000') =>
    lines(header, ...roam, '900 IND ROAM_COMPLETE 1 101 status=success', `${ms} IND ROAM_COMPLETE 1 777 status=success`)

  it('begins 40 s after the start of the capture', async () => {
    expect(await verdicts(rule, stray('29999.999'))).toEqual([])
    expect(await verdicts(rule, stray(30_000))).toEqual(['violation 30000'])
  })

  it('loss before the last task of the port does not matter', async () => {
    expect(await verdicts(rule, stray(45_000, 'capture to=60000 loss=-9000..-8000'))).toEqual(['violation 45000'])
    expect(await verdicts(rule, stray(45_000, 'capture to=60000 lost-events=3'))).toEqual(['inconclusive 45000'])
  })
})

describe('unsolicited-nonzero-transaction', () => {
  it('judges every indication once and counts those without id', async () => {
    const {tally} = await run(
      lines(
        '0 IND LINK_STATE_CHANGE 1 5 AP-A quality=60',
        '10 IND LINK_STATE_CHANGE 1 0 AP-A quality=60',
        '20 IND LINK_STATE_CHANGE 1 AP-A quality=60',
      ),
    )
    expect(tally('unsolicited-nonzero-transaction')).toMatchObject({violation: 1, pass: 1, notApplicable: 1})
  })
})
