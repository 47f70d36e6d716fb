import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`

describe('capture-starts-mid-session', () => {
  const rule = 'capture-starts-mid-session'

  it('once for each session, at its first record', async () => {
    const scenario = lines(
      'capture from=0',
      '10 M3 TASK_SCAN 2 7 status=success',
      '20 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)',
      '30 IND ROAM_COMPLETE 1 101 status=success',
      '40 IND SCAN_COMPLETE 2 7 status=success',
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 10', 'violation 20'])
  })

  it.each([
    ['39999.999', ['violation 39999.999']],
    ['40000', []],
  ])('first record %s ms after the start', async (ms, expected) => {
    expect(await verdicts(rule, lines('capture from=0', `${ms} IND ROAM_COMPLETE 1 101 status=success`))).toEqual(
      expected,
    )
  })

  it('is not applicable where commands are not exported', async () => {
    const {tally} = await run(lines('capture families=M3,IND', '10 IND ROAM_COMPLETE 1 101 status=success'))
    expect(tally(rule)).toMatchObject({status: 'not-applicable', reason: 'commands (M1) are not exported'})
  })
})

describe('capture-ends-mid-session', () => {
  const rule = 'capture-ends-mid-session'

  it.each([
    ['9999.999', ['violation capture']],
    ['10000', []],
  ])('no response %s ms before the end', async (ms, expected) => {
    expect(await verdicts(rule, lines(`capture to=${ms}`, '0 M1 TASK_SCAN 1 101 repeat=1'))).toEqual(expected)
  })

  it.each([
    ['30000.999', ['violation capture']],
    ['30001', []],
  ])('started at 1 ms, the capture ends at %s ms', async (to, expected) => {
    const scenario = lines(`capture to=${to}`, '0 M1 TASK_SCAN 1 101 repeat=1', '1 M3 TASK_SCAN 1 101 status=success')
    expect(await verdicts(rule, scenario)).toEqual(expected)
  })

  it('one finding for each open task', async () => {
    const scenario = lines(
      'capture to=1000',
      '0 M1 TASK_SCAN 1 101 repeat=1',
      '1 M3 TASK_SCAN 1 101 status=success',
      '500 M1 TASK_SCAN 2 102 repeat=1',
    )
    expect(await verdicts(rule, scenario)).toHaveLength(2)
  })

  it('neither a rejected task nor one that a reset ended is open', async () => {
    expect(
      await verdicts(
        rule,
        lines('capture to=1000', '0 M1 TASK_SCAN 1 101 repeat=1', '1 M3 TASK_SCAN 1 101 status=failure'),
      ),
    ).toEqual([])
    expect(
      await verdicts(
        rule,
        lines('capture to=1000', '0 M1 TASK_SCAN 1 101 repeat=1', '1 IND FIRMWARE_STALLED adapter -'),
      ),
    ).toEqual([])
  })
})

describe('captures of several files', () => {
  it('copies in overlapping files are taken out before anything is judged', async () => {
    const first = lines(
      '0 M1 TASK_SCAN 1 101 repeat=1',
      '1 M3 TASK_SCAN 1 101 status=success',
      '900 IND SCAN_COMPLETE 1 101 status=success',
    )
    const second = lines(
      '1 M3 TASK_SCAN 1 101 status=success',
      '900 IND SCAN_COMPLETE 1 101 status=success',
      '1000 IND LINK_STATE_CHANGE 1 - AP-A quality=60',
    )
    const {analysis, findings} = await run(first, second)
    expect(analysis.findings.map(finding => finding.rule)).toEqual(['capture-duplicate-records'])
    expect(findings('capture-duplicate-records')[0]?.message).toContain(
      '2 records are copies of another one, in 2 files',
    )
  })

  it('two files need no common order', async () => {
    const {findings, tally} = await run(
      lines('1000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'),
      lines('0 IND LINK_STATE_CHANGE 1 - AP-A quality=50'),
    )
    expect(findings('capture-order-suspect')).toEqual([])
    expect(tally('capture-duplicate-records')).toMatchObject({pass: 1})
  })
})

describe('capture-family-missing', () => {
  const scans = (count: number, withM3: number) =>
    [...Array(count).keys()].flatMap(i => [
      `${i * 4000} M1 TASK_SCAN 1 ${i + 1} repeat=1`,
      ...(i < withM3 ? [`${i * 4000 + 1} M3 TASK_SCAN 1 ${i + 1} status=success`] : []),
      `${i * 4000 + 900} IND SCAN_COMPLETE 1 ${i + 1} status=success`,
    ])

  it.each([
    [6, 3, []],
    [6, 2, ['violation capture']],
    [5, 0, ['violation capture']],
    [4, 0, []],
  ])('%i tasks, %i responses', async (count, responses, expected) => {
    expect(await verdicts('capture-family-missing', lines(...scans(count, responses)))).toEqual(expected)
  })

  it('one finding for each adapter', async () => {
    const of = (name: string) =>
      scans(5, 0).map(line => line.replace(/TASK_SCAN 1|SCAN_COMPLETE 1/, match => `${match}@${name}`))
    expect(
      await verdicts('capture-family-missing', lines('adapter A', 'adapter B', ...of('A'), ...of('B'))),
    ).toHaveLength(2)
  })
})
