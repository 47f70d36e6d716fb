import {describe, expect, it} from 'vitest'
import {sessions, type Told} from './told.js'

const link = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const m1 = '0 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10'
const m3 = '2 M3 TASK_ROAM 1 101 status=success'
const left = '20 IND DISASSOCIATION 1 - AP-A status=10'
const joined = '40 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)'
const refused = (at: number, ap: string) => `${at} IND ASSOCIATION_RESULT 1 - (${ap} status=50 code=17 auth=RSNA_PSK)`
const abort = '50 M1 ABORT_TASK 1 102 target=TASK_ROAM id=101 port=1\n51 M3 ABORT_TASK 1 102 status=success'
const done = (status = 'success') => `60 IND ROAM_COMPLETE 1 101 status=${status}`

/** What all roams of this file have in common. */
const roam = {kind: 'roam', port: 1, transaction: 101, task: 'TASK_ROAM 0', start: 0, oldPeer: 'AP-A'}
const accept = 'accept 0+2'

/** Outcomes of rules.md A.5 in its order: what the row is about, records after the link, the session without `roam`. */
const table: readonly [string, readonly string[], Told][] = [
  [
    'incomplete: the capture ends first',
    ['capture to=5000', link, m1, m3, left],
    {
      outcome: 'incomplete',
      events: [0, 2, 20],
      disassociations: [20],
      phases: [accept, 'prepare 0+20'],
    },
  ],
  [
    'incomplete: the completion may be lost',
    ['capture loss=100..200', link, m1, m3],
    {outcome: 'incomplete', events: [0, 2], phases: [accept]},
  ],
  [
    'incomplete: a success without completion',
    ['capture to=5000', link, m1, m3, left, joined],
    {
      outcome: 'incomplete',
      events: [0, 2, 20, 40],
      attempts: ['#1 40 AP-B ok'],
      success: 1,
      disassociations: [20],
      phases: [accept, 'prepare 0+20'],
    },
  ],
  [
    'rejected',
    [link, m1, refused(1, 'AP-B'), '2 M3 TASK_ROAM 1 101 status=failure'],
    {
      end: 2,
      outcome: 'rejected',
      events: [0, 1, 2],
      attempts: ['#1 1 AP-B failed'],
      phases: [accept, 'prepare 0+1', 'attempt #1 0+1'],
    },
  ],
  ['hung: no response', [link, m1], {outcome: 'hung', events: [0]}],
  ['hung: no completion', [link, m1, m3], {outcome: 'hung', events: [0, 2], phases: [accept]}],
  [
    'hung: the reset recovery that follows belongs to it',
    [link, m1, m3, '30100 LOG 5002 adapter - trigger=2 command=TASK_ROAM'],
    {outcome: 'hung', events: [0, 2], phases: [accept]},
  ],
  [
    'device-reset: firmware stalled',
    [link, m1, m3, '500 IND FIRMWARE_STALLED adapter -'],
    {end: 500, outcome: 'device-reset', events: [0, 2], phases: [accept]},
  ],
  [
    'device-reset: reset recovery before the limit',
    [link, m1, m3, '600 LOG 5002 adapter - trigger=3'],
    {end: 600, outcome: 'device-reset', events: [0, 2], phases: [accept]},
  ],
  [
    'device-reset: surprise removal',
    [link, m1, m3, left, '700 LOG REMOVED adapter -'],
    {
      end: 700,
      outcome: 'device-reset',
      events: [0, 2, 20],
      disassociations: [20],
      phases: [accept, 'prepare 0+20'],
    },
  ],
  [
    'success: the old AP is reported late',
    [link, m1, m3, joined, '50 IND DISASSOCIATION 1 - AP-A status=10', done()],
    {
      end: 60,
      outcome: 'success',
      class: 'psk',
      service: 'no keys',
      newPeer: 'AP-B',
      events: [0, 2, 40, 50, 60],
      attempts: ['#1 40 AP-B ok'],
      success: 1,
      disassociations: [50],
      phases: [accept, 'prepare 0+40', 'complete 40+20'],
      totals: {tReq: 40, tTask: 60},
    },
  ],
  [
    'success: the abort came too late',
    [link, m1, m3, left, joined, abort, done('aborted')],
    {
      end: 60,
      outcome: 'success',
      class: 'psk',
      service: 'no keys',
      newPeer: 'AP-B',
      events: [0, 2, 20, 40, 50, 60],
      attempts: ['#1 40 AP-B ok'],
      success: 1,
      disassociations: [20],
      phases: [accept, 'prepare 0+20', 'gap-l2 20+20', 'complete 40+20'],
      totals: {tReq: 40, tTask: 60, gapL2: 20},
    },
  ],
  [
    'aborted before the DISASSOCIATION',
    [link, m1, m3, refused(30, 'AP-B'), abort, done('aborted')],
    {
      end: 60,
      outcome: 'aborted-before-disassoc',
      events: [0, 2, 30, 50, 60],
      attempts: ['#1 30 AP-B failed'],
      phases: [accept, 'prepare 0+30', 'attempt #1 0+30'],
      totals: {tTask: 60},
    },
  ],
  [
    'aborted after the DISASSOCIATION',
    [link, m1, m3, left, abort, done('aborted')],
    {
      end: 60,
      outcome: 'aborted-after-disassoc',
      events: [0, 2, 20, 50, 60],
      disassociations: [20],
      phases: [accept, 'prepare 0+20'],
      totals: {tTask: 60},
    },
  ],
  [
    'stayed: the driver tried nobody',
    [link, m1, m3, done()],
    {end: 60, outcome: 'stayed', events: [0, 2, 60], phases: [accept], totals: {tTask: 60}},
  ],
  [
    'stayed: nobody would have it',
    [link, m1, m3, refused(30, 'AP-B'), refused(45, 'AP-C'), done('failure')],
    {
      end: 60,
      outcome: 'stayed',
      events: [0, 2, 30, 45, 60],
      attempts: ['#1 30 AP-B failed', '#2 45 AP-C failed'],
      phases: [accept, 'prepare 0+30', 'attempt #1 0+30', 'attempt #2 30+15'],
      totals: {tTask: 60},
    },
  ],
  [
    'failed: no success after the DISASSOCIATION',
    [link, m1, m3, left, refused(30, 'AP-B'), refused(45, 'AP-C'), done('failure')],
    {
      end: 60,
      outcome: 'failed',
      events: [0, 2, 20, 30, 45, 60],
      attempts: ['#1 30 AP-B failed', '#2 45 AP-C failed'],
      disassociations: [20],
      phases: [accept, 'prepare 0+20', 'attempt #1 20+10', 'attempt #2 30+15'],
      totals: {tTask: 60},
    },
  ],
  ...['AP-B', 'ALL'].map((peer): [string, readonly string[], Told] => [
    `failed: the new connection was lost inside the task (${peer})`,
    [link, m1, m3, joined, `50 IND DISASSOCIATION 1 - ${peer} status=13`, done()],
    {
      end: 60,
      outcome: 'failed',
      events: [0, 2, 40, 50, 60],
      attempts: ['#1 40 AP-B ok'],
      success: 1,
      disassociations: [50],
      phases: [accept, 'prepare 0+40'],
      totals: {tTask: 60},
    },
  ]),
]

describe('outcome of a roam', () => {
  it.each(table)('%s', async (_, records, expected) => {
    const told = await sessions(records.join('\n'))
    expect(told.filter(({kind}) => kind === 'roam')).toEqual([{...roam, ...expected}])
  })

  it('a roam that began before the capture is partial and measures nothing', async () => {
    const told = await sessions([joined, done(), '70 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)'].join('\n'))
    expect(told).toEqual([
      {
        kind: 'roam',
        port: 1,
        task: 'TASK_ROAM null',
        partial: true,
        transaction: 101,
        start: 40,
        end: 60,
        outcome: 'incomplete',
        events: [40, 60],
        tail: [70],
        attempts: ['#1 40 AP-B ok'],
        success: 1,
        key: [70, null],
      },
    ])
  })
})

describe('outcome of other tasks', () => {
  const connect = '0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK\n2 M3 TASK_CONNECT 1 101 status=success'
  const scan = '0 M1 TASK_SCAN 1 101\n2 M3 TASK_SCAN 1 101 status=success'
  const aborted = (name: string) => `30 M1 ABORT_TASK 1 102 target=TASK_${name} id=101 port=1`

  it.each([
    ['a connect that nobody answers', [connect, '60 IND CONNECT_COMPLETE 1 101 status=failure'], 'failed'],
    ['… even with success as status', [connect, '60 IND CONNECT_COMPLETE 1 101 status=success'], 'failed'],
    ['a connect, aborted', [connect, aborted('CONNECT'), '60 IND CONNECT_COMPLETE 1 101 status=aborted'], 'aborted'],
    ['a scan by its status', [scan, '60 IND SCAN_COMPLETE 1 101 status=success'], 'success'],
    ['a scan that failed', [scan, '60 IND SCAN_COMPLETE 1 101 status=failure'], 'failed'],
    ['a scan that shows no status', [scan, '60 IND SCAN_COMPLETE 1 101'], undefined],
    ['a scan, aborted', [scan, aborted('SCAN'), '60 IND SCAN_COMPLETE 1 101 status=success'], 'aborted'],
    ['a scan, hung', [scan], 'hung'],
    ['a scan until the end of the capture', ['capture to=30001', scan], 'incomplete'],
    ['a scan, rejected', ['0 M1 TASK_SCAN 1 101\n2 M3 TASK_SCAN 1 101 status=failure'], 'rejected'],
    ['a scan, cut by a reset', [scan, '50 IND FIRMWARE_STALLED adapter -'], 'device-reset'],
  ])('%s', async (_, records, expected) => {
    const [told] = await sessions(records.join('\n'))
    expect(told?.outcome).toBe(expected)
  })
})
