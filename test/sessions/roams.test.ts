import {describe, expect, it} from 'vitest'
import {sessions} from './told.js'

const before = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const roam = (auth: string, entries = 'AP-B AP-C') => `
0 M1 TASK_ROAM 1 101 entries=${entries} auth=${auth} RoamFlag=1 RoamNeededReason=10
1 M3 TASK_ROAM 1 101 status=success`
const keys = (at: number, peer = 'AP-B', id = 900) => `
${at} M1 SET_ADD_CIPHER_KEYS 1 ${id} (pairwise peer=${peer}) (group)
${at + 2} M3 SET_ADD_CIPHER_KEYS 1 ${id} status=success`

const scan = {
  kind: 'scan',
  port: 1,
  transaction: 100,
  task: 'TASK_SCAN -700',
  start: -700,
  end: -100,
  outcome: 'success',
  oldPeer: 'AP-A',
  events: [-700, -698, -100],
  totals: {tTask: 600},
}

describe('complete sessions', () => {
  it('a roam from its trigger to the keys', async () => {
    const scenario = `${before}
-900 IND ROAMING_NEEDED 1 - reason=10
-700 M1 TASK_SCAN 1 100 trigger=3
-698 M3 TASK_SCAN 1 100 status=success
-100 IND SCAN_COMPLETE 1 100 status=success
${roam('RSNA_PSK')}
20 IND DISASSOCIATION 1 - AP-A status=10
80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
82 IND ROAM_COMPLETE 1 101 status=success
120 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B) (group)
124 M3 SET_ADD_CIPHER_KEYS 1 102 status=success
300 IND LINK_STATE_CHANGE 1 - AP-B quality=70
`
    const roamed = {
      kind: 'roam',
      port: 1,
      transaction: 101,
      task: 'TASK_ROAM 0',
      start: -900,
      end: 82,
      outcome: 'success',
      class: 'psk',
      service: 'up',
      oldPeer: 'AP-A',
      newPeer: 'AP-B',
      trigger: -900,
      triggerScan: -700,
      events: [-900, 0, 1, 20, 80, 82],
      tail: [120, 124, 300],
      attempts: ['#1 80 AP-B ok'],
      success: 1,
      disassociations: [20],
      key: [120, 124],
      phases: [
        'trigger-to-task -900+900',
        'pre-scan wait -900+200',
        'scan -700+600',
        'decision -100+100',
        'accept 0+1',
        'prepare 0+20',
        'gap-l2 20+60',
        'complete 80+2',
        'key-host 82+38',
        'key-driver 120+4',
        'gap-service 20+104',
        'link-report 80+220',
      ],
      totals: {tReq: 80, tTask: 82, tService: 124, gapL2: 60, gapService: 104},
    }
    expect(await sessions(scenario)).toEqual([roamed, scan])
  })

  it('an FT roam whose first candidate refuses', async () => {
    const ft = 'ft{mde=D1 pmkr0=R0N snonce=S1 r0kh=K}'
    const scenario = `${before}
${roam('RSNA', `(AP-B ${ft}) (AP-C ${ft})`)}
10 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B
15 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte
16 M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success
40 IND ASSOCIATION_RESULT 1 - (AP-B status=50 code=17 auth=RSNA)
50 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-C
53 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 103 status=success rsnie mde fte
54 M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 103 status=success
60 IND DISASSOCIATION 1 - AP-A status=10
90 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA)
92 IND ROAM_COMPLETE 1 101 status=success
${keys(100, 'AP-C')}
`
    expect(await sessions(scenario)).toEqual([
      {
        kind: 'roam',
        port: 1,
        transaction: 101,
        task: 'TASK_ROAM 0',
        start: 0,
        end: 92,
        outcome: 'success',
        class: 'ft',
        service: 'up',
        oldPeer: 'AP-A',
        newPeer: 'AP-C',
        events: [0, 1, 10, 15, 16, 40, 50, 53, 54, 60, 90, 92],
        tail: [100, 102],
        attempts: ['#1 40 AP-B failed', '#2 90 AP-C ok'],
        success: 2,
        ft: [10, 50],
        disassociations: [60],
        key: [100, 102],
        phases: [
          'accept 0+1',
          'prepare 0+10',
          'ft-auth #1 0+10',
          'ft-host #1 10+5',
          'ft-reassoc #1 15+25',
          'ft-auth #2 40+10',
          'ft-host #2 50+3',
          'ft-reassoc #2 53+37',
          'attempt #1 0+40',
          'gap-l2 60+30',
          'complete 90+2',
          'key-host 92+8',
          'key-driver 100+2',
          'gap-service 60+42',
        ],
        totals: {tReq: 90, tTask: 92, tService: 102, gapL2: 30, gapService: 42},
      },
    ])
  })

  it('an SAE connect', async () => {
    const scenario = `
0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE
3 M3 TASK_CONNECT 1 101 status=success
10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0
12 M1 SET_SAE_AUTH_PARAMS 1 102 AP-B type=4 commit-params
13 M3 SET_SAE_AUTH_PARAMS 1 102 status=success
20 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame
23 M1 SET_SAE_AUTH_PARAMS 1 103 AP-B type=1 confirm-params
24 M3 SET_SAE_AUTH_PARAMS 1 103 status=success
30 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=2 confirm-frame
34 M1 SET_SAE_AUTH_PARAMS 1 104 AP-B type=3
35 M3 SET_SAE_AUTH_PARAMS 1 104 status=success
60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)
65 IND CONNECT_COMPLETE 1 101 status=success
${keys(80)}
`
    expect(await sessions(scenario)).toEqual([
      {
        kind: 'connect',
        port: 1,
        transaction: 101,
        task: 'TASK_CONNECT 0',
        start: 0,
        end: 65,
        outcome: 'success',
        class: 'sae',
        service: 'up',
        newPeer: 'AP-B',
        events: [0, 3, 10, 12, 13, 20, 23, 24, 30, 34, 35, 60, 65],
        tail: [80, 82],
        attempts: ['#1 60 AP-B ok'],
        success: 1,
        sae: [10, 20, 30],
        key: [80, 82],
        phases: [
          'accept 0+3',
          'prepare 0+10',
          'sae-host #1 10+9',
          'sae-air #1 12+15',
          'sae-assoc #1 34+26',
          'complete 60+5',
          'key-host 65+15',
          'key-driver 80+2',
        ],
        totals: {tReq: 60, tTask: 65, tService: 82},
      },
    ])
  })

  it('an open connect, after it the disconnect', async () => {
    const scenario = `
0 M1 TASK_CONNECT 1 101 entries=AP-B auth=OPEN
3 M3 TASK_CONNECT 1 101 status=success
40 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=OPEN)
45 IND CONNECT_COMPLETE 1 101 status=success
5000 M1 TASK_DISCONNECT 1 102 AP-B reason=3
5001 M3 TASK_DISCONNECT 1 102 status=success
5010 IND DISASSOCIATION 1 - AP-B status=7
5012 IND DISCONNECT_COMPLETE 1 102 status=success
5020 M1 TASK_DOT11_RESET 1 103
5021 M3 TASK_DOT11_RESET 1 103 status=success
5022 IND DOT11_RESET_COMPLETE 1 103 status=0xC0000001
5030 M1 TASK_SET_RADIO_STATE adapter 104 state=0
5031 M3 TASK_SET_RADIO_STATE adapter 104 status=success
5040 IND SET_RADIO_STATE_COMPLETE adapter 104
`
    expect(await sessions(scenario)).toEqual([
      {
        kind: 'connect',
        port: 1,
        transaction: 101,
        task: 'TASK_CONNECT 0',
        start: 0,
        end: 45,
        outcome: 'success',
        class: 'open',
        service: 'broken',
        newPeer: 'AP-B',
        events: [0, 3, 40, 45],
        attempts: ['#1 40 AP-B ok'],
        success: 1,
        phases: ['accept 0+3', 'prepare 0+40', 'complete 40+5'],
        totals: {tReq: 40, tTask: 45, tService: 40},
      },
      {
        kind: 'disconnect',
        port: 1,
        transaction: 102,
        task: 'TASK_DISCONNECT 5000',
        start: 5000,
        end: 5012,
        outcome: 'success',
        oldPeer: 'AP-B',
        events: [5000, 5001, 5010, 5012],
        disassociations: [5010],
        totals: {tTask: 12},
      },
      {
        kind: 'reset',
        port: 1,
        transaction: 103,
        task: 'TASK_DOT11_RESET 5020',
        start: 5020,
        end: 5022,
        outcome: 'failed',
        events: [5020, 5021, 5022],
        totals: {tTask: 2},
      },
      {
        kind: 'task',
        port: 65535,
        transaction: 104,
        task: 'TASK_SET_RADIO_STATE 5030',
        start: 5030,
        end: 5040,
        events: [5030, 5031, 5040],
        totals: {tTask: 10},
      },
    ])
  })
})
