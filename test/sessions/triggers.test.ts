import {describe, expect, it} from 'vitest'
import {sessions} from './told.js'

const needed = (at: number, port = 1) => `${at} IND ROAMING_NEEDED ${port} - reason=10`
const roam = (at: number, id = 101, port = 1) => `${at} M1 TASK_ROAM ${port} ${id} entries=AP-B RoamFlag=1
${at + 1} M3 TASK_ROAM ${port} ${id} status=success
${at + 9} IND ROAM_COMPLETE ${port} ${id} status=failure`
const scan = (at: number, id: number, trigger: number) => `${at} M1 TASK_SCAN 1 ${id} trigger=${trigger}
${at + 1} M3 TASK_SCAN 1 ${id} status=success
${at + 50} IND SCAN_COMPLETE 1 ${id} status=success`

/** "roam 500 trigger 100 scan 200" of each roam and each trigger without roam. */
async function matched(...records: readonly string[]): Promise<string[]> {
  const told = await sessions(records.join('\n'))
  return told
    .filter(({kind}) => kind === 'roam' || kind === 'trigger-only')
    .map(({kind, start, trigger, triggerScan}) => `${kind} ${start} by ${trigger}, scan ${triggerScan}`)
}

describe('ROAMING_NEEDED and the roam that answers it (rules.md A.0)', () => {
  it.each([
    ['a roam right after it', [needed(0), roam(5)], ['roam 0 by 0, scan undefined']],
    ['a roam 10 s later', [needed(0), roam(10_000)], ['roam 0 by 0, scan undefined']],
    [
      'a roam later than that',
      [needed(0), roam(10_000.001)],
      ['trigger-only 0 by 0, scan undefined', 'roam 10000.001 by undefined, scan undefined'],
    ],
    ['no roam', [needed(0)], ['trigger-only 0 by 0, scan undefined']],
    ['no roam while the capture lasts, 10 s', ['capture to=10000', needed(0)], []],
    [
      'no roam while the capture lasts, longer',
      ['capture to=10000.001', needed(0)],
      ['trigger-only 0 by 0, scan undefined'],
    ],
    [
      'a connect is no answer',
      [needed(0), '5 M1 TASK_CONNECT 1 9 entries=AP-B'],
      ['trigger-only 0 by 0, scan undefined'],
    ],
    [
      'the latest of several; the others are answered as well',
      [needed(0), needed(4), roam(5)],
      ['roam 4 by 4, scan undefined'],
    ],
    [
      'each for one roam only, the latest first',
      [needed(0), needed(4), roam(5), roam(50, 102), roam(90, 103)],
      ['roam 0 by 0, scan undefined', 'roam 4 by 4, scan undefined', 'roam 90 by undefined, scan undefined'],
    ],
    [
      'on its own port only',
      [needed(0, 2), roam(5)],
      ['trigger-only 0 by 0, scan undefined', 'roam 5 by undefined, scan undefined'],
    ],
    [
      'one that nobody answered and one that was',
      [needed(0), needed(9000), roam(10_500)],
      ['trigger-only 0 by 0, scan undefined', 'roam 9000 by 9000, scan undefined'],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await matched(...records)).toEqual(expected)
  })
})

describe('the scan between trigger and roam', () => {
  it.each([
    ['one', [needed(0), scan(10, 1, 0), roam(500)], ['roam 0 by 0, scan 10']],
    ['the first', [needed(0), scan(10, 1, 0), scan(100, 2, 0), roam(500)], ['roam 0 by 0, scan 10']],
    [
      'one for roaming first of all',
      [needed(0), scan(10, 1, 0), scan(100, 2, 3), roam(500)],
      ['roam 0 by 0, scan 100'],
    ],
    ['… or for fast roaming', [needed(0), scan(10, 1, 0), scan(100, 2, 6), roam(500)], ['roam 0 by 0, scan 100']],
    ['not one before the trigger', [scan(-100, 1, 3), needed(0), roam(500)], ['roam 0 by 0, scan undefined']],
    [
      'not one between an earlier trigger and the latest',
      [needed(0), scan(10, 1, 3), needed(90), roam(500)],
      ['roam 90 by 90, scan undefined'],
    ],
    [
      'not one of another port',
      [needed(0), '10 M1 TASK_SCAN 2 1 trigger=3', roam(500)],
      ['roam 0 by 0, scan undefined'],
    ],
    [
      'a scan whose trigger is not exported',
      ['capture tlvs=0', needed(0), '10 M1 TASK_SCAN 1 1', roam(500)],
      ['roam 0 by 0, scan 10'],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await matched(...records)).toEqual(expected)
  })
})

it('a trigger without roam is a session of its own', async () => {
  expect(await sessions('-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60\n0 IND ROAMING_NEEDED 1 - reason=10')).toEqual(
    [{kind: 'trigger-only', port: 1, transaction: 0, start: 0, end: 0, oldPeer: 'AP-A', trigger: 0, events: [0]}],
  )
})

it('phases of a trigger whose scan outlasts the decision', async () => {
  const scenario = `${needed(-100)}
-50 M1 TASK_SCAN 1 100 trigger=3
0 M1 TASK_ROAM 1 101 entries=AP-B
5 IND SCAN_COMPLETE 1 100 status=success
9 IND ROAM_COMPLETE 1 101 status=failure`
  const roamed = (await sessions(scenario)).find(({kind}) => kind === 'roam')
  expect(roamed?.phases).toEqual(['trigger-to-task -100+100', 'pre-scan wait -100+50', 'scan -50+55'])
})
