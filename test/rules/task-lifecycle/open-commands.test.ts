import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const roam = (port: number | string) => [
  `1000 M1 TASK_ROAM ${port} 101 entries=AP-B auth=OPEN RoamFlag=1`,
  `1001 M3 TASK_ROAM ${port} 101 status=success`,
]
const roamed = (ms: number, port: number | string = 1) => `${ms} IND ROAM_COMPLETE ${port} 101 status=success`
/** A task whose command lies before the capture. */
const older = '900 M3 TASK_SCAN 2 99 status=success'

describe('task-overlap', () => {
  const rule = 'task-overlap'
  const scan = (port: number | string) => [
    `1030 M1 TASK_SCAN ${port} 102 repeat=1`,
    `1031 M3 TASK_SCAN ${port} 102 status=success`,
  ]
  const overlap = (scanPort: string, roamPort: string, last: string, records: string) =>
    `violation warning medium L-MODEL | 1030 | TASK_SCAN on port ${scanPort} is sent while TASK_ROAM on port ${roamPort} has been open for 30 ms; its last record is ${last}. | ${records}`

  it.each([
    ['two ports', [roam(1), scan(2), roamed(1500)], overlap('2', '1', 'M3 of TASK_ROAM', '1000 1001 1030')],
    [
      'ports that are not exported',
      [roam('?'), scan('?'), roamed(1500, '?')],
      overlap('?', '?', 'M3 of TASK_ROAM', '1000 1001 1030'),
    ],
    [
      'an indication in between',
      [roam(1), '1020 IND DISASSOCIATION 1 - AP-A status=10', scan(2), roamed(1500)],
      overlap('2', '1', 'DISASSOCIATION', '1000 1020 1030'),
    ],
    [
      'an older task of which the command is not known',
      [older, roam(1), scan(2), roamed(1500)],
      overlap('2', '1', 'M3 of TASK_ROAM', '1000 1001 1030'),
    ],
    ['one after the other', [roam(1), roamed(1020), scan(2)], 'pass'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('serialized-property-during-task', () => {
  const rule = 'serialized-property-during-task'
  const keys = [
    '1030 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)',
    '1031 M3 SET_ADD_CIPHER_KEYS 1 102 status=success',
  ]
  const during = (port: string) =>
    `violation error high | 1030 | SET_ADD_CIPHER_KEYS is sent while TASK_ROAM on port ${port} has been open for 30 ms. | 1000 1030`

  it.each([
    ['in a roam', [roam(1), keys, roamed(1500)], during('1')],
    ['the port is not exported', [roam('?'), keys, roamed(1500, '?')], during('?')],
    ['an older task of which the command is not known', [older, roam(1), keys, roamed(1500)], during('1')],
    ['nothing but such a task', [older, keys], 'pass'],
    ['after it', [roam(1), roamed(1020), keys], 'pass'],
    ['no task commands', ['capture families=PROP,M3,IND', keys], 'task commands (M1) are not exported'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('transaction-id-not-unique', () => {
  const rule = 'transaction-id-not-unique'
  const property = (ms: number, name: string, until: number, id = '7') => [
    `${ms} M1 ${name} 1 ${id}`,
    `${until} M3 ${name} 1 ${id} status=success`,
  ]
  const shared = (strength: string, by: string) =>
    `${strength} | 1030 | GET_BSS_ENTRY_LIST is sent with transaction 7, which ${by} has been using for 30 ms. | 1000 1030`

  it.each([
    [
      'two properties',
      [property(1000, 'GET_STATISTICS', 1050), property(1030, 'GET_BSS_ENTRY_LIST', 1051)],
      shared('violation error high', 'GET_STATISTICS'),
    ],
    [
      'an older task of which the command is not known',
      [
        '900 M3 TASK_SCAN 2 7 status=success',
        property(1000, 'GET_STATISTICS', 1050),
        property(1030, 'GET_BSS_ENTRY_LIST', 1051),
      ],
      shared('violation error high', 'GET_STATISTICS'),
    ],
    [
      'loss between, and no response to the first',
      ['capture loss=1010..1020', '1000 M1 GET_STATISTICS 1 7', property(1030, 'GET_BSS_ENTRY_LIST', 1051)],
      shared('inconclusive error medium L-LOSS', 'GET_STATISTICS'),
    ],
    [
      'one after the other',
      [property(1000, 'GET_STATISTICS', 1020), property(1030, 'GET_BSS_ENTRY_LIST', 1051)],
      'pass',
    ],
    [
      'no ids',
      [property(1000, 'GET_STATISTICS', 1050, ''), property(1030, 'GET_BSS_ENTRY_LIST', 1051, '')],
      'no transaction id exported',
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(records.flat().sort((a, b) => order(a) - order(b))))).toEqual([expected])
  })
})

/** Header lines first, then in order of time. */
const order = (record: string) => Number.parseFloat(record) || 0

describe('command-overlap-m1-m3', () => {
  it('names the command that waits', async () => {
    const scenario = lines(
      '1000 M1 GET_STATISTICS 1 7',
      '1030 M1 GET_BSS_ENTRY_LIST 1 8',
      '1050 M3 GET_STATISTICS 1 7 status=success',
    )
    expect(await says('command-overlap-m1-m3', scenario)).toEqual([
      'violation warning medium L-MODEL | 1030 | GET_BSS_ENTRY_LIST is sent while GET_STATISTICS has waited 30 ms for its response. | 1000 1030',
    ])
  })
})
