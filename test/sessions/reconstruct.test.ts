import {describe, expect, it} from 'vitest'
import {contentId} from '../../src/sessions/session-id.js'
import {firstSeq} from '../../src/sessions/task.js'
import {ms, replayed, sessions} from './told.js'

describe('sessions of a capture', () => {
  it('in order of start, adapter, port and first record', async () => {
    const {all} = await replayed(`
adapter X
adapter Y
-1 IND DISASSOCIATION 5@Y - AP-A status=11
0  IND DISASSOCIATION ?@Y - AP-B status=11
0  IND DISASSOCIATION 2@Y - AP-A status=11
0  IND DISASSOCIATION 1@Y - AP-A status=11
0  IND DISASSOCIATION 0@Y - AP-A status=11
0  IND DISASSOCIATION ?@Y - AP-A status=11
0  IND DISASSOCIATION 9@X - AP-A status=11
0  IND ROAMING_NEEDED 9@X - reason=11
0  IND DISASSOCIATION 9@X - AP-B status=11`)
    expect(all.sessions.map(({adapter, port, startUs, kind}) => [startUs / 1000, adapter.name, port, kind])).toEqual([
      [-1, 'Y', 5, 'disconnect'],
      [0, 'X', 9, 'disconnect'],
      [0, 'X', 9, 'trigger-only'],
      [0, 'X', 9, 'disconnect'],
      [0, 'Y', null, 'disconnect'],
      [0, 'Y', null, 'disconnect'],
      [0, 'Y', 0, 'disconnect'],
      [0, 'Y', 1, 'disconnect'],
      [0, 'Y', 2, 'disconnect'],
    ])
  })

  it('have ids made of what they are', async () => {
    const {all} = await replayed(`
0  M1  TASK_SCAN      1 5
1  IND SCAN_COMPLETE  1 5 status=success
2  IND DISASSOCIATION 1 - AP-A status=11`)
    expect(all.sessions.map(({id}) => id)).toEqual([
      contentId(['scan', 0, 1, 5, 'TASK_SCAN']),
      contentId(['disconnect', 2000, 1, 0, null]),
    ])
  })

  it('are found by their task', async () => {
    const {all} = await replayed(`
0  M1  TASK_SCAN      1 5
1  IND SCAN_COMPLETE  1 5 status=success
2  IND DISASSOCIATION 1 - AP-A status=11
3  M1  TASK_ROAM      1 6 entries=AP-B`)
    expect(all.tasks.map(task => all.sessionOfTask.get(task)?.kind)).toEqual(['scan', 'roam'])
    expect(all.sessionOfTask.size).toBe(2)
  })

  it('say what the host asked for with the command of a roam', async () => {
    const {all} = await replayed(`
0 M1  TASK_ROAM     1 5 entries=AP-B RoamFlag=1 RoamNeededReason=10 RoamTrigger=1
1 IND ROAM_COMPLETE 1 5 status=success
2 M1  TASK_CONNECT  1 6 entries=AP-B RoamNeededReason=10
3 M1  TASK_ROAM     2 7 without=WDI_TLV_CONNECT_PARAMETERS
4 M3  TASK_ROAM     3 8 status=success`)
    expect(all.sessions.map(({kind, request}) => [kind, request])).toEqual([
      ['roam', {reason: 10, roamTrigger: 1}],
      ['connect', null],
      ['roam', null],
      ['roam', null],
    ])
  })

  it('are those of tasks, with the trigger of each, and the records outside of any', async () => {
    const all = await sessions(`capture model=wdi
0  IND LINK_STATE_CHANGE   1 - AP-A quality=60
1  IND ROAMING_NEEDED      1 - reason=11
2  M1  TASK_SCAN           1 5
3  IND SCAN_COMPLETE       1 5 status=success
4  M1  TASK_ROAM           1 6 entries=AP-B
5  IND DISASSOCIATION      1 - AP-A status=10
6  IND ROAM_COMPLETE       1 6 status=failure
9  IND DISASSOCIATION      1 - AP-A status=11`)
    expect(all.map(({phases, ...session}) => session)).toEqual([
      {
        ...{port: 1, kind: 'roam', transaction: 6, task: 'TASK_ROAM 4', start: 1, end: 6, outcome: 'failed'},
        ...{oldPeer: 'AP-A', trigger: 1, triggerScan: 2, events: [1, 4, 5, 6], tail: [9], disassociations: [5]},
        totals: {tTask: 2},
      },
      {
        ...{port: 1, kind: 'scan', transaction: 5, task: 'TASK_SCAN 2', start: 2, end: 3, outcome: 'success'},
        ...{oldPeer: 'AP-A', events: [2, 3], totals: {tTask: 1}},
      },
      {port: 1, kind: 'disconnect', transaction: 0, start: 9, end: 9, events: [9], disassociations: [9]},
    ])
    expect(all[0]?.phases).toEqual([
      'trigger-to-task 1+3',
      'pre-scan wait 1+1',
      'scan 2+1',
      'decision 3+1',
      'prepare 4+1',
    ])
  })
})

describe('commands of a capture', () => {
  it('in order of their first record, those of all adapters', async () => {
    const {all} = await replayed(`
adapter X
adapter Y
0 M3 TASK_ROAM      1@Y 3 status=success
1 M1 GET_STATISTICS 1@X 4
2 M1 TASK_SCAN      1@X 5
3 M1 GET_STATISTICS 1@Y 6
4 IND SCAN_COMPLETE 1@Y 7 status=success
5 M1 TASK_SCAN      1@X 8`)
    expect(all.commands.map(({transactionId}) => transactionId)).toEqual([3, 4, 5, 6, 7, 8])
    expect(all.commands.map(command => ms(all.events[firstSeq(command)] ?? null))).toEqual([0, 1, 2, 3, 4, 5])
    expect(all.tasks.map(({transactionId}) => transactionId)).toEqual([5, 8, 3, 7])
  })
})

it.each([
  ['exported', 'M1,M3,IND', 'no keys'],
  ['not exported', 'TASK,M3,IND', 'unknown'],
])('keys that are %s', async (_, families, service) => {
  const [roam] = await sessions(`
capture families=${families}
0 M1  TASK_ROAM          1 6 entries=AP-B auth=RSNA_PSK
1 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
2 IND ROAM_COMPLETE      1 6 status=success`)
  expect(roam?.service).toBe(service)
})
