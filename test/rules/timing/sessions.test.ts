import {describe, expect, it} from 'vitest'
import {run} from '../run.js'
import {says} from '../says.js'

const B = '02:00:00:00:0b:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const roam = [
  onA,
  '1000 M1 TASK_ROAM 1 101 entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1',
  '1001 M3 TASK_ROAM 1 101 status=success',
  '1005 IND DISASSOCIATION 1 - AP-A status=10',
]
const result = (entry: string, ms = 1080) => `${ms} IND ASSOCIATION_RESULT 1 - (${entry})`
const joined = result('AP-B status=0 auth=RSNA_PSK')
const thrownOut = '1081 IND DISASSOCIATION 1 - AP-B status=13'
const done = '1082 IND ROAM_COMPLETE 1 101 status=success'
const key = (ms: number, answered = ms + 4) => [
  `${ms} M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B) (group)`,
  `${answered} M3 SET_ADD_CIPHER_KEYS 1 102 status=success`,
]
const scan = (ms: number, until: number | null, port = '2') => [
  `${ms} M1 TASK_SCAN ${port} 201 repeat=1`,
  `${ms} M3 TASK_SCAN ${port} 201 status=success`,
  ...(until === null ? [] : [`${until} IND SCAN_COMPLETE ${port} 201 status=success`]),
]

describe('key-install-over-1s', () => {
  const rule = 'key-install-over-1s'
  const sent = (why: string, records = '1082 2282') =>
    `violation info high | 2282 | The pairwise key was sent 1200 ms after ROAM_COMPLETE (expected within 1000 ms); ${why} [M4 to M1 with the pairwise key; profile doc]. | ${records}`
  const repeated = sent('a handshake message was probably repeated')
  const waited = (ms: number) => sent('it had to wait for TASK_SCAN on port 2', `1082 ${ms} 2282`)

  it.each([
    ['nothing between', [], repeated],
    ['a scan between', scan(1500, 2200), waited(1500)],
    ['a scan that ends after the key', scan(2200, 2500), waited(2200)],
    ['a scan without an end', scan(2200, null), waited(2200)],
    ['a scan before the completion', scan(500, 900), repeated],
    ['a scan after the key', scan(2283, 2500), repeated],
    [
      'a scan of which only the completion is in the capture',
      ['1500 IND SCAN_COMPLETE 2 201 status=success'],
      repeated,
    ],
  ])('%s', async (_, others, expected) => {
    expect(await says(rule, lines('capture to=9000', roam, joined, done, key(2282), others))).toEqual([expected])
  })

  it('a scan that was open before the completion, or ended with it', async () => {
    const during = (until: number) =>
      says(
        rule,
        lines(
          roam,
          '1070 M1 TASK_SCAN 2 201 repeat=1',
          joined,
          done,
          `${until} IND SCAN_COMPLETE 2 201 status=success`,
          key(2282),
        ),
      )
    expect(await during(1083)).toEqual([sent('it had to wait for TASK_SCAN on port 2', '1070 1082 2282')])
    expect(await during(1082)).toEqual([repeated])
  })

  it('a scan of another adapter blocks nothing', async () => {
    const onX = [...roam, joined, done, ...key(2282)].map(record => record.replace(/ 1 /, ' 1@X '))
    const scenario = lines('adapter X', 'adapter Y', onX, scan(1500, 2200, '2@Y'))
    expect(await says(rule, scenario)).toEqual([repeated])
  })

  it.each([
    ['no key', [roam, joined, done], 'completion or pairwise key not in the capture'],
    ['the command is not in the capture', [onA, roam.slice(2), joined, done, key(2282)], 'no successful association'],
    ['thrown out before the completion', [roam, joined, thrownOut, done, key(2282)], 'no successful association'],
    [
      '802.1X',
      [roam, result('AP-B status=0 auth=RSNA'), done, key(2282)],
      'a class without keys, or with an authentication server',
    ],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('roam-over-voice-budget', () => {
  const rule = 'roam-over-voice-budget'
  const took = (after: number, total: number, records: string) =>
    `violation info high | ${1000 + total} | From the command to the installed key the roam (psk) took ${total} ms (target 150 ms); ${total - after} ms up to the association, ${after} ms after it [t_service: M1 to M3 of the pairwise key, or to the result where none is needed; profile doc]. | ${records}`

  it.each([
    ['pre-shared key, 151 ms', [roam, joined, done, key(1147)], took(71, 151, '1000 1080 1147 1151')],
    [
      'the driver authorises the port',
      [roam, done.replace('1082', '1182'), result('AP-B status=0 auth=RSNA_PSK PortAuthorized=1', 1180)],
      took(0, 180, '1000 1180'),
    ],
    ['no figure for SAE', [roam, result('AP-B status=0 auth=WPA3_SAE'), done, key(1147)], 'no figure for this class'],
    ['no authentication reported', [roam, result('AP-B status=0'), done, key(1147)], 'no figure for this class'],
    ['an open network', [roam, result('AP-B status=0 auth=OPEN'), done], 'no figure for this class'],
    ['thrown out before the completion', [roam, joined, thrownOut, done, key(1147)], 'no successful roam'],
    ['no attempt', [roam, done], 'no successful roam'],
    ['no key', [roam, joined, done], 'the end of the key exchange is not measured'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('link-state-not-reported', () => {
  const rule = 'link-state-not-reported'
  const missing = (whom = B) =>
    `violation info high | 16080 | No LINK_STATE_CHANGE within 15 s after the association with ${whom} [last successful ASSOCIATION_RESULT to LINK_STATE_CHANGE; profile doc]. | 1080`
  const other = 'another task or a disassociation within the window'

  it.each([
    ['nothing', [roam, joined, done, key(1120)], missing()],
    [
      'no BSSID',
      [roam, result('AP-B status=0 auth=RSNA_PSK without=WDI_TLV_BSSID'), done, key(1120)],
      missing('the access point'),
    ],
    [
      'a late start response',
      [roam.filter(record => !record.includes('M3')), joined, done, '1100 M3 TASK_ROAM 1 101 status=success'],
      missing(),
    ],
    [
      'the old AP is reported late',
      [roam.slice(0, 3), joined, '1081 IND DISASSOCIATION 1 - AP-A status=10', done],
      missing(),
    ],
    ['the AP ends it', [roam, joined, done, '9000 IND DISASSOCIATION 1 - AP-B status=13'], other],
    ['a scan', [roam, joined, done, scan(9000, 9500, '1')], other],
    [
      'a reset of the device',
      [roam, joined, done, '9000 LOG 5002 adapter - trigger=3'],
      'a reset of the device within the window',
    ],
    ['thrown out before the completion', [roam, joined, thrownOut, done], 'no association'],
    ['never joined', [roam, done], 'no association'],
    ['reported', [roam, joined, done, '16080 IND LINK_STATE_CHANGE 1 - AP-B quality=70'], 'pass'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })
})

describe('requirements', () => {
  it.each([
    ['roam-over-requirement', [roam, joined, thrownOut, done], 'no successful roam'],
    ['ft-roam-over-requirement', [roam, joined, thrownOut, done], 'no successful roam'],
    ['ft-roam-over-requirement', [roam, joined, done], 'no fast transition'],
  ])('%s', async (rule, records, expected) => {
    expect(await says(rule, lines(...records))).toEqual([expected])
  })

  const connect = ['1000 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA_PSK', '1001 M3 TASK_CONNECT 1 101 status=success']
  const connected = '1482 IND CONNECT_COMPLETE 1 101 status=success'
  it.each([
    ['no attempt', [connect, connected], 'no successful connect'],
    [
      'thrown out before the completion',
      [connect, result('AP-B status=0 auth=RSNA_PSK', 1480), '1481 IND DISASSOCIATION 1 - AP-B status=13', connected],
      'no successful connect',
    ],
    [
      'no authentication reported',
      [connect, result('AP-B status=0', 1480), connected],
      'the authentication of the result is not exported',
    ],
    ['another authentication', [connect, result('AP-B status=0 auth=RSNA', 1480), connected], 'not WPA2-PSK'],
  ])('connect-over-requirement: %s', async (_, records, expected) => {
    expect(await says('connect-over-requirement', lines(...records))).toEqual([expected])
  })
})

describe('fast transition', () => {
  const start = [
    onA,
    '1000 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0}) auth=RSNA RoamFlag=1',
    '1001 M3 TASK_ROAM 1 101 status=success',
  ]
  const asked = '1010 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}'
  const answer = (ms: number) => [
    `${ms} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte`,
    `${ms + 1} M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success`,
  ]
  const end = [
    '1055 IND DISASSOCIATION 1 - AP-A status=10',
    '1080 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA reassociation=1)',
    done,
  ]
  const property = (ms: number) => [
    `${ms} M1 GET_STATISTICS 1 ${ms}`,
    `${ms + 50} M3 GET_STATISTICS 1 ${ms} status=success`,
  ]
  const slow = (whom: string, between = '', records = '1000 1010 1050') =>
    `violation info medium L-HOST | 1010 | The host answered the fast transition question for ${whom} after 40 ms (expected within 25 ms)${between} [FT_ASSOC_PARAMS_NEEDED to M1 of its answer; profile doc]. | ${records}`

  it.each([
    ['nothing between', [start, asked, answer(1050), end], slow(B)],
    [
      'a command between',
      [start, asked, property(1020), answer(1050), end],
      slow(B, ', with 1 other command in between'),
    ],
    [
      'commands between, before and after',
      [start, property(1005), asked, property(1020), property(1030), answer(1050), property(1060), end],
      slow(B, ', with 2 other commands in between'),
    ],
    ['no BSSID', [start, `${asked} without=WDI_TLV_BSSID`, answer(1050), end], slow('an access point')],
    ['no command of the roam', [onA, start[2] ?? '', asked, answer(1050), end], slow(B, '', '1010 1050')],
    ['no answer', [start, asked, end], 'FT_ASSOC_PARAMS_NEEDED was not answered'],
  ])('ft-host-slow: %s', async (_, records, expected) => {
    expect(await says('ft-host-slow', lines(...records))).toEqual([expected])
  })

  it.each([
    ['the larger share', 1051, '41 ms of it belong to the host, 39 ms to driver and AP', 'host'],
    ['the half', 1050, '40 ms of it belong to the host, 40 ms to driver and AP', 'driver'],
    ['nothing that is known', null, 'the longest phase is gap-l2 with 25 ms (no link layer)', 'driver'],
  ])('ft-roam-over-requirement: the host took %s', async (_, ms, share, blame) => {
    const {findings} = await run(lines(start, asked, ms === null ? [] : answer(ms), end))
    expect(findings('ft-roam-over-requirement').map(finding => [finding.message, finding.blame])).toEqual([
      [
        `The roam took 80 ms from the command to the successful association (limit 50 ms); ${share} [t_req: M1 to the last successful ASSOCIATION_RESULT; profile doc].`,
        blame,
      ],
    ])
  })
})
