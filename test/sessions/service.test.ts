import {describe, expect, it} from 'vitest'
import {sessions} from './told.js'

const lines = (...records: readonly string[]) => records.join('\n')
const roam = (result = 'auth=RSNA_PSK', header = '') => `${header}
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B RoamFlag=1 RoamNeededReason=10
2 M3 TASK_ROAM 1 101 status=success
20 IND DISASSOCIATION 1 - AP-A status=10
40 IND ASSOCIATION_RESULT 1 - (AP-B status=0 ${result})
60 IND ROAM_COMPLETE 1 101 status=success`
const install = (at: number, what: string, status = 'success') =>
  lines(`${at} M1 SET_ADD_CIPHER_KEYS 1 ${at} ${what}`, `${at + 3} M3 SET_ADD_CIPHER_KEYS 1 ${at} status=${status}`)
const leave = (at: number, peer = 'AP-B') => `${at} IND DISASSOCIATION 1 - ${peer} status=13`
const again = (at: number) =>
  lines(
    `${at} M1 TASK_ROAM 1 201 entries=AP-C RoamFlag=1 RoamNeededReason=10`,
    `${at + 2} M3 TASK_ROAM 1 201 status=success`,
  )

/** The first roam of a scenario. */
async function first(...records: readonly string[]) {
  const told = (await sessions(lines(...records))).find(({kind}) => kind === 'roam')
  if (told === undefined) throw new Error('no roam')
  return told
}

describe('service level: the first of broken, up, no keys, unknown', () => {
  it.each([
    ['a pairwise key for the peer', [roam(), install(100, '(pairwise peer=AP-B) (group)')], 'up'],
    ['a key that the driver did not take', [roam(), install(100, '(pairwise peer=AP-B)', 'failure')], 'unknown'],
    ['a key without response', [roam(), '100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)'], 'unknown'],
    ['only a group key', [roam(), install(100, '(group)')], 'no keys'],
    ['a group key with the address of the peer', [roam(), install(100, '(group peer=AP-B)')], 'no keys'],
    ['a pairwise key for another peer', [roam(), install(100, '(pairwise peer=AP-C)')], 'no keys'],
    ['a pairwise key without peer', [roam(), install(100, '(pairwise)')], 'no keys'],
    ['keys that were not exported', [roam('auth=RSNA_PSK', 'capture tlvs=0'), install(100, '')], 'unknown'],
    ['a key for nobody knows whom', [roam('auth=RSNA_PSK', 'capture tlvs=0'), install(100, '(pairwise)')], 'unknown'],
    [
      'a key of an MLD that no frame shows',
      [roam().replace('RoamFlag', 'MloConnectionSupported=1 RoamFlag'), install(100, '(pairwise peer=MLD-B)')],
      'unknown',
    ],
    ['… where the AP is no MLD', [roam(), install(100, '(pairwise peer=MLD-B)')], 'no keys'],
    [
      '… before the one for the link',
      [
        roam().replace('RoamFlag', 'MloConnectionSupported=1 RoamFlag'),
        install(90, '(pairwise peer=MLD-B)'),
        install(100, '(pairwise peer=AP-B)'),
      ],
      'up',
    ],
    [
      '… nor between other records that were not',
      [roam('auth=RSNA_PSK', 'capture tlvs=0'), install(100, '(group)'), '200 M1 TASK_SCAN 1 300'],
      'no keys',
    ],
    [
      'a key for nobody, MLO or not',
      [roam().replace('RoamFlag', 'MloConnectionSupported=1 RoamFlag'), install(100, '(pairwise)')],
      'no keys',
    ],
    [
      'a key where the result names no AP',
      [roam().replace('(AP-B', '(without=WDI_TLV_BSSID'), install(100, '(pairwise peer=AP-B)')],
      'unknown',
    ],
    ['no keys at all', [roam()], 'no keys'],
    ['… in a capture that does not export them', [roam('auth=RSNA_PSK', 'capture families=TASK,M3,IND')], 'unknown'],
    ['… nor needs them: an open network', [roam('auth=OPEN')], 'up'],
    ['… nor needs them: the driver says so', [roam('auth=RSNA PortAuthorized=1')], 'up'],
    ['… nor gets them in time: 5 s after the completion', [roam('auth=RSNA_PSK', 'capture to=5060')], 'no keys'],
    ['… which an earlier end cannot say', [roam('auth=RSNA_PSK', 'capture to=5059.999')], 'unknown'],
    ['802.1X has 30 s', [roam('auth=RSNA', 'capture to=30060')], 'no keys'],
    ['… which an earlier end cannot say', [roam('auth=RSNA', 'capture to=30059.999')], 'unknown'],
    ['keys may be lost between the result and the limit', [roam('auth=RSNA_PSK', 'capture loss=60..61')], 'unknown'],
    ['… until its last moment', [roam('auth=RSNA_PSK', 'capture loss=5060..5100')], 'unknown'],
    ['… not after it', [roam('auth=RSNA_PSK', 'capture loss=5060.001..5100')], 'no keys'],
    ['lost at unknown places', [roam('auth=RSNA_PSK', 'capture lost-events=3')], 'unknown'],
  ])('%s', async (_, records, expected) => {
    expect((await first(...records)).service).toBe(expected)
  })

  it.each([
    ['the peer leaves', [leave(200)], 'broken'],
    ['all stations leave', [leave(200, 'ALL')], 'broken'],
    ['right after the completion', [leave(61)], 'broken'],
    ['30 s after the result', [leave(30040)], 'broken'],
    ['later', [leave(30040.001)], 'up'],
    ['somebody else leaves', [leave(200, 'AP-C')], 'up'],
    ['in a later roam, which leaves it on purpose', [again(200), leave(210)], 'up'],
    [
      'after a later roam that stayed',
      [again(200), '230 IND ROAM_COMPLETE 1 201 status=failure', leave(300)],
      'broken',
    ],
    [
      'after a later roam that the driver refused',
      ['200 M1 TASK_ROAM 1 201 entries=AP-C', '201 M3 TASK_ROAM 1 201 status=failure', leave(300)],
      'broken',
    ],
    ['in a disconnect', ['200 M1 TASK_DISCONNECT 1 201 AP-B', leave(210)], 'broken'],
  ])('%s', async (_, records, expected) => {
    expect((await first(roam(), install(100, '(pairwise peer=AP-B)'), ...records)).service).toBe(expected)
  })
})

describe('the pairwise key', () => {
  it.each([
    ['is the first', [install(100, '(pairwise peer=AP-B)'), install(200, '(pairwise peer=AP-B)')], [100, 103]],
    ['may follow others', [install(100, '(group)'), install(200, '(group) (pairwise peer=AP-B)')], [200, 203]],
    ['is not one that was installed before the result', [install(30, '(pairwise peer=AP-B)')], undefined],
    ['may be installed inside the task', [install(50, '(pairwise peer=AP-B)')], [50, 53]],
    ['is not one of the next connection', [again(100), install(200, '(pairwise peer=AP-B)')], undefined],
  ])('%s', async (_, records, expected) => {
    expect((await first(roam(), ...records)).key).toEqual(expected)
  })

  it('ends t_service and gap-service only when the driver takes it', async () => {
    const failed = await first(roam(), install(100, '(pairwise peer=AP-B)', 'failure'))
    expect(failed.totals).toEqual({tReq: 40, tTask: 60, gapL2: 20})
    expect(failed.phases).toEqual([
      'accept 0+2',
      'prepare 0+20',
      'gap-l2 20+20',
      'complete 40+20',
      'key-host 60+40',
      'key-driver 100+3',
    ])
  })

  it('is not needed where the network is open', async () => {
    const {class: kind, totals, phases} = await first(roam('auth=OPEN'))
    expect([kind, totals]).toEqual(['open', {tReq: 40, tTask: 60, tService: 40, gapL2: 20, gapService: 20}])
    expect(phases).toContain('gap-service 20+20')
  })
})

describe('the service tail', () => {
  const note = (at: number) => `${at} IND LINK_STATE_CHANGE 1 - AP-B quality=60`

  it.each([
    ['ends 30 s after the result', [note(30040), note(30040.001)], [30040]],
    ['ends with the next roam', [note(100), again(200), note(300)], [100]],
    ['ends with the next connect', [note(100), '200 M1 TASK_CONNECT 1 201 entries=AP-C', note(300)], [100]],
    ['ends with a disconnect', [note(100), '200 M1 TASK_DISCONNECT 1 201 AP-B', note(300)], [100]],
    ['ends with a reset', [note(100), '200 M1 TASK_DOT11_RESET 1 201', note(300)], [100]],
    ['goes on through a scan', ['200 M1 TASK_SCAN 1 201', '250 M3 TASK_SCAN 1 201', note(300)], [200, 250, 300]],
    [
      'goes on through the response to an unknown task',
      ['200 M3 TASK_DISCONNECT 1 777 status=success', note(300)],
      [200, 300],
    ],
    ['holds nothing of other ports', [note(100), '200 IND LINK_STATE_CHANGE 2 - AP-C quality=60'], [100]],
  ])('%s', async (_, records, expected) => {
    expect((await first(roam('auth=OPEN', 'capture from=-60000'), ...records)).tail).toEqual(expected)
  })

  it('begins with the last record of a task that brought no success', async () => {
    const failed = lines(
      '0 M1 TASK_ROAM 1 101 entries=AP-B',
      '2 M3 TASK_ROAM 1 101 status=success',
      '9000 IND ROAM_COMPLETE 1 101 status=failure',
      note(39000),
      note(39000.001),
    )
    expect((await first(failed)).tail).toEqual([39000])
  })
})
