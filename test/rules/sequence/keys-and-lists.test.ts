import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const A = '02:00:00:00:0a:01'
const B = '02:00:00:00:0b:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'

describe('keys-not-installed', () => {
  const rule = 'keys-not-installed'
  const connect = ['1000 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK', '1001 M3 TASK_CONNECT 1 101 status=success']
  const result = (entry: string) => `1080 IND ASSOCIATION_RESULT 1 - (${entry})`
  const joined = result('AP-B status=0 auth=RSNA_PSK')
  const done = '1082 IND CONNECT_COMPLETE 1 101 status=success'
  const key = (fields: string) => `1120 M1 SET_ADD_CIPHER_KEYS 1 102 ${fields}`
  const keyless = (whom = B) =>
    `No pairwise key for ${whom} between the result and 5000 ms after CONNECT_COMPLETE (class psk).`

  it.each([
    ['no key', [connect, joined, done], `violation info high | 6082 | ${keyless()} | 1080 1082`],
    [
      'the result has no BSSID',
      [connect, result('AP-B status=0 auth=RSNA_PSK without=WDI_TLV_BSSID'), done],
      `violation info high | 6082 | ${keyless('the new AP')} | 1080 1082`,
    ],
    [
      'an MLD that cannot be mapped',
      [
        connect,
        result('AP-B status=0 auth=RSNA_PSK request{multi-link} local-link'),
        done,
        key('(pairwise peer=MLD-B)'),
      ],
      `inconclusive info medium L-MLD | 6082 | ${keyless()} | 1080 1082 1120`,
    ],
    [
      'a key, although nobody knows for whom the result is',
      [connect, result('AP-B status=0 auth=RSNA_PSK without=WDI_TLV_BSSID'), done, key('(pairwise peer=AP-B)')],
      `inconclusive info medium L-MLD | 6082 | ${keyless('the new AP')} | 1080 1082 1120`,
    ],
    [
      'an unmapped key and the right one',
      [
        connect,
        result('AP-B status=0 auth=RSNA_PSK request{multi-link} local-link'),
        done,
        key('(pairwise peer=MLD-B) (pairwise peer=AP-B)'),
      ],
      'pass',
    ],
    [
      'a late start response ends nothing',
      [connect[0] ?? '', joined, done, '1100 M3 TASK_CONNECT 1 101 status=success'],
      `violation info high | 6082 | ${keyless()} | 1080 1082`,
    ],
    ['the connect failed', [connect, result('AP-B status=2'), done], 'no successful connect or roam'],
    [
      'joined, then thrown out before the completion',
      [connect, joined, '1081 IND DISASSOCIATION 1 - AP-B status=13', done],
      'no successful connect or roam',
    ],
    ['an open network', [connect, result('AP-B status=0 auth=OPEN'), done], 'the network is open'],
    [
      'no authentication reported',
      [connect, result('AP-B status=0'), done],
      'the authentication of the success is not exported',
    ],
    [
      'keys that nobody can read',
      ['capture tlvs=0', connect, result('AP-B status=0 auth=RSNA_PSK PortAuthorized=0'), done, key('')],
      'the entries of SET_ADD_CIPHER_KEYS are not exported',
    ],
    [
      'the port is authorised',
      [connect, result('AP-B status=0 auth=RSNA_PSK PortAuthorized=1'), done],
      'the driver authorised the port itself',
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('disconnect-complete-before-disassoc', () => {
  const rule = 'disconnect-complete-before-disassoc'
  const task = ['1000 M1 TASK_DISCONNECT 1 101 AP-A reason=3', '1001 M3 TASK_DISCONNECT 1 101 status=success']
  const done = '1020 IND DISCONNECT_COMPLETE 1 101 status=success'
  const end = (ms: number, address = 'AP-A') => `${ms} IND DISASSOCIATION 1 - ${address} status=7`
  const said = (after: string) =>
    `DISCONNECT_COMPLETE 20 ms after the command without a DISASSOCIATION of ${A} before it; ${after}.`

  it.each([
    [
      '25 ms late',
      [onA, task, done, end(1045)],
      `violation error high | 1020 | ${said('it follows 25 ms later')} | 1000 1020 1045`,
    ],
    [
      'at the moment of the completion, after it',
      [onA, task, done, end(1020)],
      `violation error high | 1020 | ${said('it follows 0 ms later')} | 1000 1020 1020`,
    ],
    ['never', [onA, task, done], `violation warning high | 1020 | ${said('none follows within 5000 ms')} | 1000 1020`],
    [
      'other records are none',
      [onA, task, '1010 IND BSS_ENTRY_LIST 1 - count=1', done],
      `violation warning high | 1020 | ${said('none follows within 5000 ms')} | 1000 1020`,
    ],
    ['in the task', [onA, task, end(1010), done], 'pass'],
    ['in the task, by an address that cannot be mapped', [`${onA} links=0`, task, end(1010, 'MLD-A'), done], 'pass'],
    ['not associated', [onA, end(500), task, done], 'the port was not associated when the command came'],
    ['not known', [task, done], 'the association before the command is not known'],
    ['no completion', ['capture to=5000', onA, task], 'command or completion of the task not in the capture'],
    ['no command', [onA, task[1] ?? '', done], 'command or completion of the task not in the capture'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })

  it('a SoftAP port has no peer of its own', async () => {
    expect(await says(rule, lines('capture ap=1', onA, task, done))).toEqual([
      'nothing to judge: needs TASK_DISCONNECT, DISCONNECT_COMPLETE, DISASSOCIATION, association before the command',
    ])
  })
})

describe('bss-list-missing-for-get', () => {
  const rule = 'bss-list-missing-for-get'
  const query = '1000 M1 GET_BSS_ENTRY_LIST 1 7'
  const answer = '1030 M3 GET_BSS_ENTRY_LIST 1 7 status=success'
  const list = (ms: number, port = 1) => `${ms} IND BSS_ENTRY_LIST ${port} - count=3`
  const missing =
    'violation error high | 1030 | GET_BSS_ENTRY_LIST was completed after 30 ms without a BSS_ENTRY_LIST on port 1 before it. | 1000 1030'

  it.each([
    ['in time', 'bss-cache=1', [query, list(1010), answer], 'pass'],
    ['none', 'bss-cache=1', [query, answer], missing],
    ['at the moment of the response, after it', 'bss-cache=1', [query, answer, list(1030)], missing],
    ['before the query', 'bss-cache=1', [list(990), query, answer], missing],
    ['on another port', 'bss-cache=1', [query, list(1010, 2), answer], missing],
    ['the host manages the list', 'bss-cache=0', [query, answer], 'the adapter does not manage the BSS list'],
    ['no response', 'bss-cache=1', [query], 'query or response not in the capture'],
    ['a failure', 'bss-cache=1', [query, answer.replace('success', 'failure')], 'the query failed'],
    ['no indications', 'bss-cache=1 families=M1,M3', [query, answer], 'indications are not exported'],
  ])('%s', async (_, facts, records, expected) => {
    expect(await says(rule, lines(`capture ${facts}`, records))).toEqual([expected])
  })
})
