import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`

describe('command-hang-m1-m3', () => {
  const rule = 'command-hang-m1-m3'
  const answered = (ms: string, header = '') =>
    lines(header, '0 M1 GET_STATISTICS 1 101', `${ms} M3 GET_STATISTICS 1 101 status=success`)

  it.each([
    ['9999.999', []],
    ['10000', []],
    ['10000.001', ['violation 10000.001']],
  ])('answered after %s ms', async (ms, expected) => {
    expect(await verdicts(rule, answered(ms))).toEqual(expected)
  })

  it('a coarse clock cannot tell on which side of the limit the value lies, ends included', async () => {
    const coarse = 'capture granularity=10'
    expect(await verdicts(rule, answered('9989.999', coarse))).toEqual([])
    expect(await verdicts(rule, answered('9990', coarse))).toEqual(['inconclusive 9990'])
    expect(await verdicts(rule, answered('10010', coarse))).toEqual(['inconclusive 10010'])
    expect(await verdicts(rule, answered('10010.001', coarse))).toEqual(['violation 10010.001'])
    expect(await verdicts(rule, answered('10000.001', 'capture granularity=9.999'))).toEqual(['violation 10000.001'])
  })

  it('loss between the two ends changes nothing', async () => {
    expect(await verdicts(rule, answered('11000', 'capture loss=100..200'))).toEqual(['violation 11000'])
  })

  it('a counter without positions leaves an open end in doubt', async () => {
    expect(await verdicts(rule, lines('capture lost-events=1', '0 M1 GET_STATISTICS 1 101'))).toEqual([
      'inconclusive 10000',
    ])
  })

  it('loss after the limit changes nothing', async () => {
    expect(await verdicts(rule, lines('capture loss=10001..10002', '0 M1 GET_STATISTICS 1 101'))).toEqual([
      'violation 10000',
    ])
    expect(await verdicts(rule, lines('capture loss=10000..10002', '0 M1 GET_STATISTICS 1 101'))).toEqual([
      'inconclusive 10000',
    ])
  })

  it('the capture must cover the whole limit', async () => {
    expect(await verdicts(rule, lines('capture to=10000', '0 M1 GET_STATISTICS 1 101'))).toEqual(['violation 10000'])
    expect(await verdicts(rule, lines('capture to=9999.999', '0 M1 GET_STATISTICS 1 101'))).toEqual([])
  })

  it('an abort has a rule of its own', async () => {
    const abort = lines(
      '0 M1 TASK_SCAN 1 101 repeat=0',
      '1 M3 TASK_SCAN 1 101 status=success',
      '5 M1 ABORT_TASK 1 102 target=TASK_SCAN id=101 port=1',
    )
    expect(await verdicts(rule, abort)).toEqual([])
  })

  it('is not applicable without responses', async () => {
    const {tally} = await run(lines('capture families=M1,IND', '0 M1 GET_STATISTICS 1 101'))
    expect(tally(rule)).toMatchObject({
      status: 'not-applicable',
      reason: 'responses (M3) are not exported',
      notApplicable: 1,
    })
  })

  it('takes the place of what follows from it', async () => {
    const {analysis} = await run(
      lines(
        '0 M1 TASK_SCAN 1 101 repeat=1',
        '500 IND SCAN_COMPLETE 1 101 status=success',
        '11000 M3 TASK_SCAN 1 101 status=success',
      ),
    )
    expect(analysis.findings.map(({rule: id}) => id)).toEqual([rule, 'task-complete-before-start'])
  })
})

describe('task-hang-m3-m4', () => {
  const rule = 'task-hang-m3-m4'
  const scan = (...more: string[]) =>
    lines(...more, '0 M1 TASK_SCAN 1 101 repeat=3', '2 M3 TASK_SCAN 1 101 status=success')

  it.each([
    ['30002', []],
    ['30002.001', ['violation 30002.001']],
  ])('completed after %s ms', async (ms, expected) => {
    expect(await verdicts(rule, `${scan()}${ms} IND SCAN_COMPLETE 1 101 status=success\n`)).toEqual(expected)
  })

  it('P2P discovery runs as long as it likes', async () => {
    expect(
      await verdicts(rule, lines('0 M1 TASK_P2P_DISCOVER 2 101', '2 M3 TASK_P2P_DISCOVER 2 101 status=success')),
    ).toEqual([])
  })

  it('sleep in the window stops the clock of the host', async () => {
    expect(await verdicts(rule, `${scan()}5000 LOG POWER adapter - state=sleep\n`)).toEqual(['inconclusive 30002'])
    expect(await verdicts(rule, `${scan()}30003 LOG POWER adapter - state=sleep\n`)).toEqual(['violation 30002'])
  })

  it('a reset before the limit ends the task, one after it does not', async () => {
    expect(await verdicts(rule, `${scan()}30001 LOG 5002 adapter - trigger=2\n`)).toEqual([])
    expect(await verdicts(rule, `${scan()}30010 LOG 5002 adapter - trigger=2\n`)).toEqual(['violation 30002'])
    expect(await verdicts(rule, `${scan()}30001 LOG 5002 adapter - first=0x80000001\n`)).toEqual(['violation 30002'])
  })
})
