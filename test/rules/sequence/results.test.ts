import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const B = '02:00:00:00:0b:01'
const C = '02:00:00:00:0c:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const roam = [
  '1000 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1',
  '1001 M3 TASK_ROAM 1 101 status=success',
]
const left = '1020 IND DISASSOCIATION 1 - AP-A status=10'
const done = '1082 IND ROAM_COMPLETE 1 101 status=success'
const connect = [
  '1000 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=RSNA_PSK',
  '1001 M3 TASK_CONNECT 1 101 status=success',
]
const connected = '1082 IND CONNECT_COMPLETE 1 101 status=success'

describe('assoc-result-missing', () => {
  const rule = 'assoc-result-missing'
  const silent = (what: string, ms: number, to = B) =>
    `${what} shows the port on ${to} ${ms} ms after the roam was completed, but the roam has no successful result for it.`
  const onB = '1300 IND LINK_STATE_CHANGE 1 - AP-B quality=70'
  const seen = (strength: string, records = '1000 1082 1300') =>
    `${strength} | 1300 | ${silent('LINK_STATE_CHANGE', 218)} | ${records}`
  const key = (fields: string) => `1120 M1 SET_ADD_CIPHER_KEYS 1 102 ${fields}`
  const unseen = 'the port is not seen on another AP after the roam'

  it.each([
    ['a link state', [onA, ...roam, done, onB], seen('violation error high')],
    [
      'a failed result is none for the new peer',
      [onA, ...roam, '1060 IND ASSOCIATION_RESULT 1 - (AP-B status=2)', done, onB],
      seen('violation error high'),
    ],
    [
      'a success of another AP is none for the new peer',
      [onA, ...roam, left, '1060 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=RSNA_PSK)', done, onB],
      seen('violation error high'),
    ],
    [
      'a pairwise key, which a direct link may have',
      [onA, ...roam, done, key('(pairwise peer=AP-B) (group)')],
      `violation error low | 1120 | ${silent('SET_ADD_CIPHER_KEYS', 38)} | 1000 1082 1120`,
    ],
    [
      'a pairwise key after the old AP was left',
      [onA, ...roam, left, done, key('(group) (pairwise peer=AP-B)')],
      `violation error high | 1120 | ${silent('SET_ADD_CIPHER_KEYS', 38)} | 1000 1082 1120`,
    ],
    ['a group key names no peer', [onA, ...roam, done, key('(group peer=AP-B)')], unseen],
    ['keys that nobody can read', ['capture tlvs=0', onA, ...roam, done, key('')], unseen],
    ['the old AP', [onA, ...roam, done, '1300 IND LINK_STATE_CHANGE 1 - AP-A quality=60'], unseen],
    [
      'a port without an AP, then on any',
      [onA, '500 IND DISASSOCIATION 1 - AP-A status=11', ...roam, done, onB],
      seen('violation error high'),
    ],
    ['a reset that is the cause of it', [onA, ...roam, done, '1100 M1 TASK_DOT11_RESET 1 102', onB], unseen],
    [
      'a scan is no cause of it',
      [onA, ...roam, done, '1100 M1 TASK_SCAN 1 102 repeat=1', onB],
      seen('violation error high'),
    ],
    [
      'a late start response neither',
      [onA, roam[0] ?? '', done, '1100 M3 TASK_ROAM 1 101 status=success', onB],
      seen('violation error high'),
    ],
    [
      'loss in the roam',
      ['capture loss=1040..1050', onA, ...roam, done, onB],
      seen('inconclusive error medium L-LOSS'),
    ],
    [
      'loss before the roam',
      ['capture loss=600..700', onA, ...roam, done, onB],
      seen('inconclusive error medium L-STATE'),
    ],
    [
      'loss while the port had no AP',
      ['capture loss=600..700', onA, '500 IND DISASSOCIATION 1 - AP-A status=11', ...roam, done, onB],
      seen('inconclusive error medium L-LOSS'),
    ],
    [
      'loss before the port had none',
      ['capture loss=100..200', onA, '500 IND DISASSOCIATION 1 - AP-A status=11', ...roam, done, onB],
      seen('violation error high'),
    ],
    ['the port unknown before', [...roam, done, onB], 'the association before the roam is not known'],
    [
      'a result that nobody can read',
      ['capture tlvs=0', onA, ...roam, '1060 IND ASSOCIATION_RESULT 1 -', done, onB],
      'the entries of a result are not exported',
    ],
    [
      'a result that was reported',
      [onA, ...roam, left, '1060 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)', done, onB],
      'pass',
    ],
  ])('roam: %s', async (_, records, expected) => {
    expect(await says(rule, lines(records))).toEqual([expected])
  })

  it.each([
    [
      '82 ms',
      [...connect, connected],
      'violation error high | 1082 | The connect was completed with success after 82 ms without any association result. | 1000 1082',
    ],
    ['no status', [...connect, '1082 IND CONNECT_COMPLETE 1 101'], 'the status of the completion is not exported'],
    [
      'a failure',
      [...connect, '1082 IND CONNECT_COMPLETE 1 101 status=failure'],
      'the connect was not completed with success',
    ],
  ])('connect: %s', async (_, records, expected) => {
    expect(await says(rule, lines(records))).toEqual([expected])
  })
})

describe('assoc-success-twice', () => {
  const rule = 'assoc-success-twice'
  const result = (ms: number, ...entries: string[]) =>
    `${ms} IND ASSOCIATION_RESULT 1 - ${entries.map(entry => `(${entry} status=0 auth=RSNA_PSK)`).join(' ')}`
  const end = (ms: number, address: string) => `${ms} IND DISASSOCIATION 1 - ${address} status=13`
  const twice = (whom: string, gap: string) =>
    `Two successful association results ${whom}, ${gap}, without a DISASSOCIATION of ${B} between them.`
  const apart = twice(`for ${B} and ${C}`, '10 ms apart')

  it.each([
    ['two APs', [result(1050, 'AP-B'), result(1060, 'AP-C')], `violation error high | 1060 | ${apart} | 1050 1060`],
    [
      'one AP',
      [result(1050, 'AP-B'), result(1060, 'AP-B')],
      `violation warning high | 1060 | ${twice(`for the same AP ${B}`, '10 ms apart')} | 1050 1060`,
    ],
    [
      'two APs in one indication',
      [result(1060, 'AP-B', 'AP-C')],
      `violation error high | 1060 | ${twice(`for ${B} and ${C}`, 'in one indication')} | 1060`,
    ],
    [
      'one AP twice in one indication',
      [result(1060, 'AP-B', 'AP-B')],
      `violation warning high | 1060 | ${twice(`for the same AP ${B}`, 'in one indication')} | 1060`,
    ],
    [
      'two links of one MLD in one indication',
      [
        result(
          1060,
          'AP-B local-link response{multi-link mld=MLD-B}',
          'AP-B2 local-link response{multi-link mld=MLD-B}',
        ),
      ],
      'pass',
    ],
    ['the first ended between them', [result(1050, 'AP-B'), end(1055, 'AP-B'), result(1060, 'AP-C')], 'pass'],
    [
      'the first ended after both',
      [result(1050, 'AP-B'), result(1060, 'AP-C'), end(1070, 'AP-B')],
      `violation error high | 1060 | ${apart} | 1050 1060`,
    ],
    [
      'the first ended before both',
      [end(1040, 'AP-B'), result(1050, 'AP-B'), result(1060, 'AP-C')],
      `violation error high | 1060 | ${apart} | 1050 1060`,
    ],
    [
      'another AP ended between them',
      [result(1050, 'AP-B'), end(1055, 'AP-D'), result(1060, 'AP-C')],
      `violation error high | 1060 | ${apart} | 1050 1060`,
    ],
    [
      'an address that cannot be mapped ended',
      [result(1050, 'AP-B local-link request{multi-link}'), end(1055, 'MLD-B'), result(1060, 'AP-C')],
      `inconclusive error medium L-MLD | 1060 | ${apart} | 1050 1060`,
    ],
    [
      'two links that may be of one MLD, apart',
      [result(1050, 'AP-B local-link request{multi-link}'), result(1060, 'AP-C local-link request{multi-link}')],
      `inconclusive error medium L-MLD | 1060 | ${apart} | 1050 1060`,
    ],
    [
      'a success without BSSID',
      [result(1050, 'AP-B'), result(1060, 'AP-C without=WDI_TLV_BSSID')],
      'the BSSID of a success is not exported',
    ],
    [
      'failures only',
      ['1050 IND ASSOCIATION_RESULT 1 - (AP-B status=2)', '1060 IND ASSOCIATION_RESULT 1 - (AP-C status=2)'],
      'no successful result in the task',
    ],
    ['one success', [result(1050, 'AP-B')], 'pass'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(connect, records, connected))).toEqual([expected])
  })
})

describe('attempt-continued-after-success', () => {
  const rule = 'attempt-continued-after-success'
  const joined = '1050 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)'
  const went = (status: string, next = C) =>
    `The driver had joined ${B}, reported its disassociation (status ${status}) and went on to ${next} 20 ms after the success, in the same task.`
  const on = (entry: string) => `1070 IND ASSOCIATION_RESULT 1 - (${entry})`

  it.each([
    [
      'on to a failed attempt',
      [joined, '1055 IND DISASSOCIATION 1 - AP-B status=13', on('AP-C status=2')],
      `violation warning high | 1070 | ${went('13')} | 1050 1055 1070`,
    ],
    [
      'on to an AP without BSSID',
      [joined, '1055 IND DISASSOCIATION 1 - AP-B status=13', on('AP-C status=2 without=WDI_TLV_BSSID')],
      `violation warning high | 1070 | ${went('13', 'another AP')} | 1050 1055 1070`,
    ],
    ['another AP had ended', [joined, '1055 IND DISASSOCIATION 1 - AP-D status=13', on('AP-C status=2')], 'pass'],
    [
      'the same AP had ended before',
      ['1040 IND DISASSOCIATION 1 - AP-B status=13', joined, on('AP-C status=2')],
      'pass',
    ],
    [
      'a failed attempt is no success',
      [
        '1050 IND ASSOCIATION_RESULT 1 - (AP-B status=2)',
        '1055 IND DISASSOCIATION 1 - AP-B status=13',
        on('AP-C status=2'),
      ],
      'no successful result in the task',
    ],
    [
      'a failure, an end of nothing, a success',
      [
        '1050 IND ASSOCIATION_RESULT 1 - (AP-B status=2)',
        '1055 IND DISASSOCIATION 1 - AP-B status=13',
        on('AP-C status=0 auth=RSNA_PSK'),
      ],
      'pass',
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(connect, records, connected))).toEqual([expected])
  })
})

describe('assoc-result-outside-task', () => {
  const rule = 'assoc-result-outside-task'
  const header = 'capture from=-50000'
  const result = (ms: number, ...entries: string[]) =>
    `${ms} IND ASSOCIATION_RESULT 1 - ${entries.map(entry => `(${entry} status=0 auth=RSNA_PSK)`).join(' ')}`
  const late = 'after CONNECT_COMPLETE, which had ended the task without it.'
  const alone = 'while no connect or roam is open on the port.'
  const first = result(1060, 'AP-B')

  it.each([
    [
      'two APs at once',
      [first, connected, result(5000, 'AP-C', 'AP-D')],
      `violation error high | 5000 | Association result for ${C} and 02:00:00:00:0d:01 ${alone} | 5000`,
    ],
    [
      '1 s after the completion',
      [first, connected, result(2082, 'AP-C')],
      `violation error high | 2082 | Association result for ${C} 1000 ms ${late} | 1082 2082`,
    ],
    [
      'more than 1 s after it',
      [first, connected, result(2083, 'AP-C')],
      `violation error high | 2083 | Association result for ${C} ${alone} | 2083`,
    ],
    [
      'an AP that the task had reported',
      [first, connected, result(1090, 'AP-B')],
      `violation error high | 1090 | Association result for ${B} ${alone} | 1090`,
    ],
    [
      'after a disassociation',
      [first, connected, '4000 IND DISASSOCIATION 1 - AP-B status=11', result(5000, 'AP-C')],
      `violation error high | 5000 | Association result for ${C} ${alone} | 4000 5000`,
    ],
    [
      'no BSSID',
      [first, connected, result(5000, 'AP-C without=WDI_TLV_BSSID')],
      `violation error high | 5000 | Association result for an unknown BSSID ${alone} | 5000`,
    ],
    [
      'nobody can read it',
      [first, connected, '5000 IND ASSOCIATION_RESULT 1 -'],
      `violation error high | 5000 | Association result for an unknown BSSID ${alone} | 5000`,
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(header, connect, records))).toEqual([expected])
  })
})
