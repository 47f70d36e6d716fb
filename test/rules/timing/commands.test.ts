import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const stalled = (ms: number) => `${ms} IND FIRMWARE_STALLED adapter -`

describe('task-over-normal-time', () => {
  const rule = 'task-over-normal-time'
  const task = (name: string, ms: number, status = 'success') => [
    `1000 M1 TASK_${name} 1 101 ${name === 'SCAN' ? 'repeat=1' : ''}`,
    `1001 M3 TASK_${name} 1 101 status=${status}`,
    `${1000 + ms} IND ${name === 'REQUEST_FTM' ? 'TASK_REQUEST_FTM' : `${name}_COMPLETE`} 1 101 status=success`,
  ]
  const took = (strength: string) =>
    `${strength} | 2200 | TASK_DOT11_RESET took 1200 ms (normal: up to 1000 ms) [t_task: M1 to M4; profile doc]. | 1000 2200`

  it.each([
    ['1.2 s', [task('DOT11_RESET', 1200)], took('violation warning medium L-HOST')],
    [
      'the machine sleeps in it',
      [task('DOT11_RESET', 1200), '1500 LOG POWER adapter - state=sleep'],
      took('inconclusive warning medium L-HOST'),
    ],
    [
      'a clock that steps by 200 ms',
      ['capture granularity=200', task('DOT11_RESET', 1200)],
      took('inconclusive warning low L-GRAN L-HOST'),
    ],
    ['a scan of one round', [task('SCAN', 3000)], 'pass'],
    ['rejected', [task('DOT11_RESET', 1200, 'failure')], 'the task was rejected or reset'],
    ['reset before it was completed', [task('DOT11_RESET', 1200), stalled(1100)], 'the task was rejected or reset'],
    ['no normal time', [task('REQUEST_FTM', 1200)], 'the page of the task gives no normal time'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })

  it('says what share the answers of the host had', async () => {
    const scenario = lines(
      '1000 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0}) auth=RSNA RoamFlag=1',
      '1001 M3 TASK_ROAM 1 101 status=success',
      '1010 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}',
      '1050 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte',
      '1051 M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success',
      '1080 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1)',
      '11200 IND ROAM_COMPLETE 1 101 status=success',
    )
    expect(await says(rule, scenario)).toEqual([
      'violation warning medium L-HOST | 11200 | TASK_ROAM took 10.2 s (normal: up to 10 s), 40 ms of it waiting for answers of the host [t_task: M1 to M4; profile doc]. | 1000 11200',
    ])
  })
})

describe('scan-over-limit', () => {
  const rule = 'scan-over-limit'
  const scan = (ms: number, fields = 'repeat=1', status = 'success') => [
    `1000 M1 TASK_SCAN 1 101 ${fields}`,
    `1001 M3 TASK_SCAN 1 101 status=${status}`,
    `${1000 + ms} IND SCAN_COMPLETE 1 101 status=success`,
  ]
  const took = (strength: string, ms: number, words: string) =>
    `${strength} | ${1000 + ms} | The scan took ${ms} ms (${words}) [M1 to SCAN_COMPLETE; profile doc]. | 1000 ${1000 + ms}`

  it.each([
    ['4.5 s', [scan(4500)], took('violation warning high', 4500, 'limit 4000 ms')],
    [
      '3 s of 2 s',
      [scan(3000, 'repeat=1 maxtotal=2000')],
      took('inconclusive warning medium L-CAP', 3000, 'the request allows 2000 ms'),
    ],
    [
      '4 s, by a clock that steps by 10 ms',
      ['capture granularity=10', scan(4000)],
      took('inconclusive warning medium L-GRAN', 4000, 'limit 4000 ms'),
    ],
    [
      'the same where the request says it too',
      ['capture granularity=10', scan(4000, 'repeat=1 maxtotal=4000')],
      took('inconclusive warning medium L-GRAN', 4000, 'limit 4000 ms'),
    ],
    [
      'the request allows more',
      [scan(4500, 'repeat=1 maxtotal=9000')],
      took('violation warning high', 4500, 'limit 4000 ms'),
    ],
    ['rejected', [scan(4500, 'repeat=1', 'failure')], 'the scan was rejected or reset'],
    ['reset before it was completed', [scan(4500), stalled(1100)], 'the scan was rejected or reset'],
    [
      'aborted',
      [
        scan(4500),
        '5400 M1 ABORT_TASK 1 102 target=TASK_SCAN id=101 port=1',
        '5401 M3 ABORT_TASK 1 102 status=success',
      ],
      'the scan was aborted',
    ],
    [
      'the repeat count is not exported',
      ['capture tlvs=0', scan(4500, '')],
      'the repeat count of the scan is not exported',
    ],
    [
      'no completion',
      ['capture to=9000', scan(4500).slice(0, 2)],
      'command or completion of the scan not in the capture',
    ],
    ['no command', [scan(4500).slice(1)], 'command or completion of the scan not in the capture'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('radio-state-over-2s', () => {
  const rule = 'radio-state-over-2s'
  const command = [
    '1000 M1 TASK_SET_RADIO_STATE adapter 101 state=0',
    '1001 M3 TASK_SET_RADIO_STATE adapter 101 status=success',
  ]
  const done = '1100 IND SET_RADIO_STATE_COMPLETE adapter 101 status=success'
  const report = (ms: number) => `${ms} IND RADIO_STATUS adapter - hw=1 sw=0`
  const late =
    'violation warning high | 3500 | The change of the radio state is reported only after 2500 ms (limit 2000 ms) [M1 to RADIO_STATUS; profile doc]. | 1000 1100 3500'

  it.each([
    ['2.5 s', [command, done, report(3500)], late],
    ['without a start response', [command[0] ?? '', done, report(3500)], late],
    ['in time', [command, done, report(3000)], 'pass'],
    ['no command', [command[1] ?? '', done], 'the command (M1) is not in the capture'],
    ['no indications', ['capture families=M1,M3', command], 'indications are not exported'],
    ['reset in time', [command, stalled(2000), report(3500)], 'a reset ended the command'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('hangs', () => {
  const roam = (m3: number) => [
    '1000 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1',
    `${m3} M3 TASK_ROAM 1 101 status=success`,
  ]
  const hang = (strength: string, words: string, records: string) =>
    `${strength} | 31010 | TASK_ROAM is not completed (limit 30 s after its response); ${words} [M3 to M4; profile doc]. | ${records}`

  it.each([
    [
      'the last record comes before the response',
      [roam(1010), '1005 IND DISASSOCIATION 1 - AP-A status=10'],
      hang('violation error high', 'nothing was recorded of it meanwhile', '1000 1010'),
    ],
    [
      'and one after it',
      [roam(1010), '1015 IND DISASSOCIATION 1 - AP-A status=10'],
      hang('violation error high', 'its last record is DISASSOCIATION after 5 ms', '1000 1010 1015'),
    ],
    [
      'the machine sleeps',
      [roam(1010), '5000 LOG POWER adapter - state=sleep'],
      hang(
        'inconclusive error medium L-HOST',
        'nothing was recorded of it meanwhile; the machine slept meanwhile',
        '1000 1010 5000',
      ),
    ],
    [
      'rejected',
      ['1000 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN', '1010 M3 TASK_ROAM 1 101 status=failure'],
      'the task was rejected',
    ],
    [
      'the capture ends with the completion',
      ['capture to=1100', roam(1010), '1100 IND ROAM_COMPLETE 1 101 status=success'],
      'pass',
    ],
  ])('task-hang-m3-m4: %s', async (_, records, expected) => {
    expect(await says('task-hang-m3-m4', lines(...records))).toEqual([expected])
  })

  const silent = (name: string, others: string) =>
    `violation error high | 11000 | ${name} is not answered (limit 10 s); the adapter has ${others} in that time [M1 to M3; profile doc]. | 1000`
  const list = (ms: number) => `${ms} IND BSS_ENTRY_LIST 1 - count=1`

  it.each([
    ['a task', ['1000 M1 TASK_SCAN 1 101 repeat=1'], silent('TASK_SCAN', 'no other records')],
    [
      'records up to the limit',
      ['1000 M1 GET_STATISTICS 1 101', list(900), list(2000), list(11_000), list(11_001)],
      silent('GET_STATISTICS', '2 other records'),
    ],
    [
      'answered late',
      ['1000 M1 GET_STATISTICS 1 101', '11500 M3 GET_STATISTICS 1 101 status=success', list(11_501)],
      'violation error high | 11500 | GET_STATISTICS is answered only after 10.5 s (limit 10 s); the adapter has no other records in that time [M1 to M3; profile doc]. | 1000 11500',
    ],
  ])('command-hang-m1-m3: %s', async (_, records, expected) => {
    expect(await says('command-hang-m1-m3', lines(records))).toEqual([expected])
  })
})

describe('properties and NDIS requests', () => {
  const request = (name: string, ms: number, id = '7') => [
    `1000 M1 ${name} 1 ${id}`,
    `${1000 + ms} M3 ${name} 1 ${id} status=success`,
  ]

  it.each([
    [
      '1.5 s',
      request('GET_STATISTICS', 1500),
      'violation warning medium L-HOST | 2500 | GET_STATISTICS was answered after 1500 ms (normal: up to 1000 ms) [M1 to M3; profile doc]. | 1000 2500',
    ],
    ['no normal time', request('SET_OWE_DH_IE', 1500), 'the page of the property gives no normal time'],
    ['no response', ['capture to=5000', '1000 M1 GET_STATISTICS 1 7'], 'command or response (M3) not in the capture'],
    ['a task is none', request('TASK_SCAN', 1500), 'nothing to judge: needs commands (M1) and responses (M3)'],
  ])('property-over-normal-time: %s', async (_, records, expected) => {
    expect(await says('property-over-normal-time', lines(records))).toEqual([expected])
  })

  const took = (strength: string, name: string) =>
    `${strength} | 14000 | ${name} was completed after 13 s (limit 12 s) [request to completion; profile doc]. | 1000 14000`
  it.each([
    ['of the upper edge', request('OID_GEN_STATISTICS', 13_000), took('violation error high', 'OID_GEN_STATISTICS')],
    [
      'of Native 802.11',
      ['capture model=native80211', ...request('SCAN_REQUEST', 13_000, '')],
      took('violation error high', 'OID_DOT11_SCAN_REQUEST'),
    ],
    [
      'with an id, and loss',
      ['capture loss=5000..6000', ...request('OID_GEN_STATISTICS', 13_000)],
      took('violation error high', 'OID_GEN_STATISTICS'),
    ],
    [
      'without id, and loss',
      ['capture loss=5000..6000', ...request('OID_GEN_STATISTICS', 13_000, '')],
      took('inconclusive error medium L-LOSS', 'OID_GEN_STATISTICS'),
    ],
    [
      'without id, and loss before',
      ['capture loss=500..600', ...request('OID_GEN_STATISTICS', 13_000, '')],
      took('violation error high', 'OID_GEN_STATISTICS'),
    ],
    [
      'a clock that steps by 1 s',
      ['capture granularity=1000', ...request('OID_GEN_STATISTICS', 13_000)],
      took('inconclusive error medium L-GRAN', 'OID_GEN_STATISTICS'),
    ],
  ])('ndis-oid-over-12s: %s', async (_, records, expected) => {
    expect(await says('ndis-oid-over-12s', lines(records))).toEqual([expected])
  })
})
