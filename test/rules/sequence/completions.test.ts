import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const B = '02:00:00:00:0b:01'
const C = '02:00:00:00:0c:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const roam = [
  onA,
  '1000 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1',
  '1001 M3 TASK_ROAM 1 101 status=success',
]
const connect = [
  '1000 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK',
  '1001 M3 TASK_CONNECT 1 101 status=success',
]
const result = (ms: number, entry: string) => `${ms} IND ASSOCIATION_RESULT 1 - (${entry})`
const end = (ms: number, address: string) => `${ms} IND DISASSOCIATION 1 - ${address} status=13`
const abort = ['1070 M1 ABORT_TASK 1 102 target=TASK_ROAM id=101 port=1', '1071 M3 ABORT_TASK 1 102 status=success']
const roamed = (status = 'status=success') => `1082 IND ROAM_COMPLETE 1 101 ${status}`
const connected = (status = 'status=success') => `1082 IND CONNECT_COMPLETE 1 101 ${status}`

describe('complete-success-but-unassociated', () => {
  const rule = 'complete-success-but-unassociated'
  const lost = (strength: string, ms: number, records: string) =>
    `${strength} | 1082 | The roam was completed with success ${ms} ms after the port had lost its association, without a successful result in between. | ${records}`

  it.each([
    [
      'left and failed',
      [end(1020, 'AP-A'), result(1060, 'AP-B status=2')],
      lost('violation warning high', 62, '1020 1060 1082'),
    ],
    [
      'only results are shown',
      [end(1020, 'AP-A'), '1050 IND BSS_ENTRY_LIST 1 - count=3'],
      lost('violation warning high', 62, '1020 1082'),
    ],
    [
      'failed before it left',
      [result(1010, 'AP-B status=2'), end(1020, 'AP-A')],
      lost('violation warning high', 62, '1020 1082'),
    ],
    [
      'joined, then thrown out',
      [end(1020, 'AP-A'), result(1040, 'AP-B status=0 auth=RSNA_PSK'), end(1052, 'AP-B')],
      lost('violation warning high', 30, '1052 1082'),
    ],
    [
      'thrown out, then joined',
      [
        end(1020, 'AP-A'),
        result(1040, 'AP-B status=0 auth=RSNA_PSK'),
        end(1052, 'AP-B'),
        result(1060, 'AP-C status=0 auth=RSNA_PSK'),
      ],
      'pass',
    ],
    ['joined, the old AP reported late', [result(1040, 'AP-B status=0 auth=RSNA_PSK'), end(1052, 'AP-A')], 'pass'],
    ['stayed after a failure', [result(1040, 'AP-B status=2')], 'pass'],
    ['aborted', [end(1020, 'AP-A'), ...abort], 'the task was aborted'],
  ])('roam: %s', async (_, records, expected) => {
    expect(await says(rule, lines(roam, records, roamed()))).toEqual([expected])
  })

  it('roam: a result that nobody can read is one that may be a success, where it follows the loss', async () => {
    const unreadable = (ms: number) => `${ms} IND ASSOCIATION_RESULT 1 -`
    const before = lines('capture tlvs=0', roam, unreadable(1010), end(1020, 'AP-A'), roamed())
    expect(await says(rule, before)).toEqual([lost('violation warning high', 62, '1020 1082')])
    const after = lines(
      'capture tlvs=0',
      roam,
      end(1020, 'AP-A'),
      unreadable(1050),
      result(1060, 'AP-B status=2'),
      roamed(),
    )
    expect(await says(rule, after)).toEqual(['the status of a result is not exported'])
  })

  it.each([
    [
      'one failed attempt',
      [result(1060, 'AP-B status=2')],
      'violation warning high | 1082 | The connect was completed with success, but its only attempt failed. | 1060 1082',
    ],
    [
      'two failed attempts in one result',
      [result(1060, 'AP-B status=2) (AP-C status=40')],
      'violation warning high | 1082 | The connect was completed with success, but all 2 attempts failed. | 1060 1082',
    ],
    ['no result', [], 'the connect has no result'],
    ['failed, then joined', [result(1050, 'AP-B status=2'), result(1060, 'AP-C status=0 auth=RSNA_PSK')], 'pass'],
  ])('connect: %s', async (_, records, expected) => {
    expect(await says(rule, lines(connect, records, connected()))).toEqual([expected])
  })

  it('connect: a result that nobody can read may be a success', async () => {
    const scenario = lines(
      'capture tlvs=0',
      connect,
      result(1050, 'AP-B status=2'),
      '1060 IND ASSOCIATION_RESULT 1 -',
      connected(),
    )
    expect(await says(rule, scenario)).toEqual(['the status of a result is not exported'])
    const oneOfTwo = lines('capture tlvs=0', connect, result(1060, 'AP-B status=2) (AP-C'), connected())
    expect(await says(rule, oneOfTwo)).toEqual(['the status of a result is not exported'])
  })
})

describe('complete-failure-after-success', () => {
  const rule = 'complete-failure-after-success'
  const joined = result(1050, 'AP-B status=0 auth=RSNA_PSK')
  const failed = (raced = '') =>
    `The task was completed with status 0xc0000001 32 ms after the successful result for ${B}.${raced}`

  it.each([
    ['joined', [joined], `violation warning high | 1082 | ${failed()} | 1050 1082`],
    [
      'an abort raced with it',
      [joined, ...abort],
      `violation info high | 1082 | ${failed(' An abort raced with it.')} | 1050 1070 1082`,
    ],
    ['the AP ended it', [joined, end(1060, 'AP-B')], 'pass'],
    ['it had ended before', [end(1020, 'AP-B'), joined], `violation warning high | 1082 | ${failed()} | 1050 1082`],
    ['another AP ended', [joined, end(1060, 'AP-A')], `violation warning high | 1082 | ${failed()} | 1050 1082`],
    [
      'an address ended that cannot be mapped',
      [result(1050, 'AP-B status=0 auth=RSNA_PSK local-link request{multi-link}'), end(1060, 'MLD-B')],
      `inconclusive warning medium L-MLD | 1082 | ${failed()} | 1050 1082`,
    ],
    ['nothing was joined', [result(1050, 'AP-B status=2')], 'pass'],
    [
      'no BSSID',
      [result(1050, 'AP-B status=0 auth=RSNA_PSK without=WDI_TLV_BSSID')],
      'the BSSID of the success is not exported',
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(roam, records, roamed('status=failure')))).toEqual([expected])
  })

  it('is about failures of completed tasks', async () => {
    expect(await says(rule, lines(roam, joined, roamed()))).toEqual(['the task was not completed with a failure'])
    expect(await says(rule, lines(roam, joined, roamed('')))).toEqual(['the status of the completion is not exported'])
  })
})

describe('roam-stayed-after-failures', () => {
  const rule = 'roam-stayed-after-failures'
  const stayed = (tried: string) => `The driver stayed on its AP after ${tried}.`

  it.each([
    [
      'one attempt',
      [result(1050, 'AP-B status=2')],
      `violation info high | 1082 | ${stayed(`a failed attempt: ${B} (status 2, code 0)`)} | 1000 1050 1082`,
    ],
    [
      'two attempts',
      [result(1040, 'AP-B status=40'), result(1050, 'AP-C status=54 code=17')],
      `violation info high | 1082 | ${stayed(`2 failed attempts: ${B} (status 40, code 0), ${C} (status 54, code 17)`)} | 1000 1040 1050 1082`,
    ],
    [
      'two attempts in one result',
      [result(1050, 'AP-B status=40) (AP-C status=2')],
      `violation info high | 1082 | ${stayed(`2 failed attempts: ${B} (status 40, code 0), ${C} (status 2, code 0)`)} | 1000 1050 1082`,
    ],
    [
      'no BSSID',
      [result(1050, 'AP-B status=2 without=WDI_TLV_BSSID')],
      `violation info high | 1082 | ${stayed('a failed attempt: an unknown BSSID (status 2, code 0)')} | 1000 1050 1082`,
    ],
    ['a success among them', [result(1040, 'AP-B status=2'), result(1050, 'AP-C status=0 auth=RSNA_PSK')], 'pass'],
    ['aborted', [result(1050, 'AP-B status=2'), ...abort], 'the roam was aborted'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(roam, records, roamed()))).toEqual([expected])
  })

  it('a result whose status nobody can read may be a success', async () => {
    const scenario = lines('capture tlvs=0', roam, result(1050, 'AP-B'), roamed())
    expect(await says(rule, scenario)).toEqual(['the status of a result is not exported'])
  })
})
