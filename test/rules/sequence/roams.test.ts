import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const m1 = '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1'
const m3 = '1 M3 TASK_ROAM 1 101 status=success'
const left = '20 IND DISASSOCIATION 1 - AP-A status=10'
const joined = '80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)'
const done = '82 IND ROAM_COMPLETE 1 101 status=success'
const keys = [
  '120 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B) (group)',
  '124 M3 SET_ADD_CIPHER_KEYS 1 102 status=success',
]
const onB = '300 IND LINK_STATE_CHANGE 1 - AP-B quality=70'

describe('roam-disassoc-missing', () => {
  const rule = 'roam-disassoc-missing'
  const silent = (header: string, first = onA) => lines(header, first, m1, m3, joined, done, ...keys, onB)
  const codes = async (scenario: string) =>
    (await run(scenario)).findings(rule).map(({verdict, limits}) => [verdict, ...limits])

  it.each([
    ['loss before the roam leaves the old AP unconfirmed', 'capture loss=-4000..-3000', ['inconclusive', 'L-STATE']],
    ['loss in the roam', 'capture loss=30..40', ['inconclusive', 'L-LOSS']],
    [
      'loss that ends with the command touches the window',
      'capture loss=-10..0',
      ['inconclusive', 'L-LOSS', 'L-STATE'],
    ],
    ['loss after the completion', 'capture loss=90..100', ['violation']],
    ['a counter without positions', 'capture lost-events=1', ['inconclusive', 'L-LOSS']],
  ])('%s', async (_, header, expected) => {
    expect(await codes(silent(header))).toEqual([expected])
  })

  it('a link state that names the peer again confirms it', async () => {
    const scenario = lines(
      'capture loss=-4000..-3000',
      onA,
      '-1000 IND LINK_STATE_CHANGE 1 - AP-A quality=61',
      m1,
      m3,
      joined,
      done,
      ...keys,
      onB,
    )
    expect(await codes(scenario)).toEqual([['violation']])
  })

  it('old and new address that cannot be mapped may be one AP', async () => {
    const unmapped = silent('capture model=wificx', '-5000 IND LINK_STATE_CHANGE 1 - MLD-B quality=60 links=0')
    expect(await codes(unmapped)).toEqual([['inconclusive', 'L-MLD']])
  })

  it('an unknown state and another port say nothing', async () => {
    expect(await codes(lines(m1, m3, joined, done, ...keys, onB))).toEqual([])
    expect(await codes(silent('capture model=wificx', '-5000 IND LINK_STATE_CHANGE 2 - AP-A quality=60'))).toEqual([])
  })
})

describe('roam-disassoc-after-assoc', () => {
  const rule = 'roam-disassoc-after-assoc'

  it('has low confidence where two processors wrote the records within 1 ms', async () => {
    const late = (ms: string, cpu: number) =>
      lines(
        onA,
        m1,
        m3,
        joined,
        `${ms} IND DISASSOCIATION 1 - AP-A status=10 cpu=${cpu}`,
        '85 IND ROAM_COMPLETE 1 101 status=success',
        ...keys,
        onB,
      )
    const confidence = async (scenario: string) =>
      (await run(scenario)).findings(rule).map(finding => finding.confidence)
    expect(await confidence(late('80.999', 1))).toEqual(['low'])
    expect(await confidence(late('80.999', 0))).toEqual(['high'])
    expect(await confidence(late('81', 1))).toEqual(['high'])
  })

  it('after the completion it is no late report of this roam any more', async () => {
    const scenario = lines(onA, m1, m3, joined, done, '85 IND DISASSOCIATION 1 - AP-A status=10')
    expect(await verdicts(rule, scenario)).toEqual([])
    expect(await verdicts('roam-disassoc-missing', scenario)).toEqual(['violation 80'])
  })

  it('leaves a later disassociation of somebody else to disassoc-wrong-peer', async () => {
    const late = [joined, '81 IND DISASSOCIATION 1 - AP-A status=10', done, ...keys]
    const scenario = lines(onA, m1, m3, ...late, '5000 IND DISASSOCIATION 1 - AP-C status=11')
    expect(await verdicts(rule, scenario)).toEqual(['violation 81'])
    expect(await verdicts('disassoc-wrong-peer', scenario)).toEqual(['violation 5000'])
  })

  it('takes the report of the old AP from disassoc-not-associated', async () => {
    const scenario = lines(
      onA,
      m1,
      m3,
      joined,
      '81 IND DISASSOCIATION 1 - AP-B status=15',
      '82 IND DISASSOCIATION 1 - AP-A status=10',
      '90 IND ROAM_COMPLETE 1 101 status=failure',
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 82'])
    expect(await verdicts('disassoc-not-associated', scenario)).toEqual([])
  })
})

describe('assoc-result-outside-task', () => {
  const rule = 'assoc-result-outside-task'
  const stray = (ms: number | string, port = 1) =>
    `${ms} IND ASSOCIATION_RESULT ${port} - (AP-B status=0 auth=RSNA_PSK)`

  it('is sure from 40 s after the start of the capture on', async () => {
    expect(await verdicts(rule, lines('capture from=0', stray('39999.999')))).toEqual(['inconclusive 39999.999'])
    expect(await verdicts(rule, lines('capture from=0 to=50000', stray(40_000)))).toEqual(['violation 40000'])
  })

  it('is sure as soon as a task of the port was seen', async () => {
    const scan = [
      '0 M1 TASK_SCAN 1 7 repeat=1',
      '1 M3 TASK_SCAN 1 7 status=success',
      '500 IND SCAN_COMPLETE 1 7 status=success',
    ]
    expect(await verdicts(rule, lines(...scan, stray(2000)))).toEqual(['violation 2000'])
    expect(await verdicts(rule, lines(...scan, stray(2000, 2)))).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, lines('capture loss=1000..1100', ...scan, stray(2000)))).toEqual(['inconclusive 2000'])
  })

  it('a response or a completion shows that there was a task', async () => {
    expect(await verdicts(rule, lines('-9000 M3 TASK_ROAM 1 7 status=success', stray(-8000)))).toEqual([])
    expect(await verdicts(rule, lines(stray(-9000), '-8990 IND CONNECT_COMPLETE 1 7 status=success'))).toEqual([])
  })

  it('a hung task still owns its result', async () => {
    const hung = [onA, m1, m3, '31000 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)']
    expect(await verdicts(rule, lines(...hung, '31001 IND ROAM_COMPLETE 1 101 status=success'))).toEqual([])
    expect(await verdicts(rule, lines(...hung))).toEqual([])
  })

  it('does not judge without commands', async () => {
    const {tally} = await run(lines('capture families=M3,IND to=60000', stray(45_000)))
    expect(tally(rule)).toMatchObject({
      status: 'not-applicable',
      reason: 'task commands (M1) are not exported',
      notApplicable: 1,
    })
  })
})

describe('assoc-result-missing', () => {
  const rule = 'assoc-result-missing'

  it('a pairwise key shows the new peer, with low confidence where no AP was left (TDLS)', async () => {
    const {findings} = await run(lines(onA, m1, m3, done, ...keys))
    expect(findings(rule).map(({atUs, confidence}) => [atUs, confidence])).toEqual([[120_000, 'low']])
    const gone = await run(lines(onA, m1, m3, left, done, ...keys))
    expect(gone.findings(rule).map(({atUs, confidence}) => [atUs, confidence])).toEqual([[120_000, 'high']])
  })

  it('a success for another AP than the one that is seen is not enough', async () => {
    const other = '300 IND LINK_STATE_CHANGE 1 - AP-C quality=70'
    expect(await verdicts(rule, lines(onA, m1, m3, left, joined, done, other))).toEqual(['violation 300'])
  })

  it('the MLD of the joined link is the joined AP', async () => {
    const mlo =
      '80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK request{multi-link mld=MLD-B} response local-link)'
    const seen = '300 IND LINK_STATE_CHANGE 1 - MLD-B quality=70 links=2'
    expect(await verdicts(rule, lines(onA, m1, m3, left, mlo, done, seen))).toEqual([])
  })

  it('loss between command and sight may hide the result', async () => {
    const scenario = (loss: string) => lines(`capture loss=${loss}`, onA, m1, m3, done, onB)
    expect(await verdicts(rule, scenario('200..250'))).toEqual(['inconclusive 300'])
    expect(await verdicts(rule, scenario('301..350'))).toEqual(['violation 300'])
  })
})

describe('complete-success-but-unassociated and complete-failure-after-success', () => {
  it('the late report of the old AP leaves the port associated', async () => {
    const scenario = lines(onA, m1, m3, joined, '81 IND DISASSOCIATION 1 - AP-A status=10', done, ...keys)
    expect(await verdicts('complete-success-but-unassociated', scenario)).toEqual([])
  })

  it('an abort excuses the one and makes an info of the other', async () => {
    const abort = ['40 M1 ABORT_TASK 1 103 target=TASK_ROAM id=101 port=1', '41 M3 ABORT_TASK 1 103 status=success']
    const lost = lines(onA, m1, m3, left, ...abort, '60 IND ROAM_COMPLETE 1 101 status=success')
    expect(await verdicts('complete-success-but-unassociated', lost)).toEqual([])
    const raced = await run(lines(onA, m1, m3, left, ...abort, joined, '82 IND ROAM_COMPLETE 1 101 status=aborted'))
    expect(raced.findings('complete-failure-after-success').map(({severity}) => severity)).toEqual(['info'])
  })
})
