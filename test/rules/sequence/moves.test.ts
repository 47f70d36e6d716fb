import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const A = '02:00:00:00:0a:01'
const B = '02:00:00:00:0b:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const m3 = '1001 M3 TASK_ROAM 1 101 status=success'
const roam = ['1000 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1', m3]
const joined = (ms: number, bssid = 'AP-B') => `${ms} IND ASSOCIATION_RESULT 1 - (${bssid} status=0 auth=RSNA_PSK)`
const end = (ms: number, address: string, status = 10) => `${ms} IND DISASSOCIATION 1 - ${address} status=${status}`
const done = '1082 IND ROAM_COMPLETE 1 101 status=success'

describe('roam-disassoc-after-assoc', () => {
  const rule = 'roam-disassoc-after-assoc'
  const late = (strength: string, old = A) =>
    `${strength} | 1060 | DISASSOCIATION of the old AP ${old} comes 10 ms after the successful result for ${B}. | 1050 1060`
  const none = 'no DISASSOCIATION of the old AP in the roam'

  it.each([
    ['10 ms late', [onA, roam, joined(1050), end(1060, 'AP-A'), done], late('violation warning high')],
    [
      'loss before the roam: the report itself names the old AP',
      ['capture loss=500..600', onA, roam, joined(1050), end(1060, 'AP-A'), done],
      late('violation warning high'),
    ],
    [
      'an old AP that may be the new one by another address',
      ['0 IND LINK_STATE_CHANGE 1 - MLD-A quality=60 links=0', roam, joined(1050), end(1060, 'MLD-A'), done],
      late('inconclusive warning medium L-MLD', '02:00:00:00:0a:ff'),
    ],
    ['never', [onA, roam, joined(1050), done], none],
    ['all stations: that is the new AP too', [onA, roam, joined(1050), end(1060, 'ALL'), done], none],
    ['the new AP', [onA, roam, joined(1050), end(1060, 'AP-B'), done], none],
    ['in time', [onA, roam, end(1040, 'AP-A'), joined(1050), done], 'pass'],
    [
      'back on the old AP, which then ends it',
      [onA, roam, joined(1040), joined(1050, 'AP-A'), end(1060, 'AP-A'), done],
      'pass',
    ],
    ['no other AP joined', [onA, roam, end(1040, 'AP-A'), done], 'no successful result for another AP'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

it('roam-disassoc-missing names both APs and the time between them', async () => {
  expect(await says('roam-disassoc-missing', lines(onA, roam, joined(1050), done))).toEqual([
    `violation warning high | 1050 | The roam went from ${A} to ${B} in 50 ms without a DISASSOCIATION of ${A}. | 0 1000 1050 1082`,
  ])
})

describe('roaming-needed-during-roam', () => {
  it.each([
    [
      '10 ms into it',
      [onA, roam, '1010 IND ROAMING_NEEDED 1 - reason=15', done],
      'violation info high | 1010 | ROAMING_NEEDED with reason 15 comes 10 ms after TASK_ROAM, while that roam is open. | 1000 1010',
    ],
    [
      'the reason is not exported',
      ['capture tlvs=0', onA, roam, '1010 IND ROAMING_NEEDED 1 -', done],
      'violation info high | 1010 | ROAMING_NEEDED with reason (not exported) comes 10 ms after TASK_ROAM, while that roam is open. | 1000 1010',
    ],
    ['no command', [onA, m3, '1010 IND ROAMING_NEEDED 1 - reason=15', done], 'the command (M1) is not in the capture'],
  ])('%s', async (_, records, expected) => {
    expect(await says('roaming-needed-during-roam', lines(...records))).toEqual([expected])
  })
})

describe('indications of a port without association', () => {
  const gone = [onA, end(500, 'AP-A', 11)]
  const not = (ms: number, what: string) =>
    `violation warning high | ${ms} | ${what}, but the port has not been associated since DISASSOCIATION ${ms - 500} ms earlier. | 500 ${ms}`

  it.each([
    [
      'link-state-not-associated',
      [gone, '2000 IND LINK_STATE_CHANGE 1 - AP-A quality=20'],
      not(2000, `LINK_STATE_CHANGE for ${A}`),
    ],
    [
      'link-state-not-associated',
      ['capture tlvs=0', gone, '2000 IND LINK_STATE_CHANGE 1 -'],
      not(2000, 'LINK_STATE_CHANGE for an unknown peer'),
    ],
    [
      'link-state-not-associated',
      ['capture p2p=1', gone, '2000 IND LINK_STATE_CHANGE 1 - AP-A quality=20'],
      'nothing to judge: needs LINK_STATE_CHANGE, association of the port',
    ],
    [
      'link-state-not-associated',
      ['capture p2p=2', gone, '2000 IND LINK_STATE_CHANGE 1 - AP-A quality=20'],
      not(2000, `LINK_STATE_CHANGE for ${A}`),
    ],
    [
      'roaming-needed-not-associated',
      [gone, '2000 IND ROAMING_NEEDED 1 - reason=15'],
      not(2000, 'ROAMING_NEEDED with reason 15'),
    ],
    [
      'roaming-needed-not-associated',
      ['capture tlvs=0', gone, '2000 IND ROAMING_NEEDED 1 -'],
      not(2000, 'ROAMING_NEEDED with reason (not exported)'),
    ],
    ['disassoc-not-associated', [gone, end(2000, 'AP-A', 11)], not(2000, `DISASSOCIATION of ${A}`)],
    [
      'disassoc-not-associated',
      ['capture tlvs=0', gone, '2000 IND DISASSOCIATION 1 -'],
      not(2000, 'DISASSOCIATION of an unknown peer'),
    ],
  ])('%s', async (rule, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})
