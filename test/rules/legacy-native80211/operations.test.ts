import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${['capture model=native80211', ...records].join('\n')}\n`
const start = (ms: number | string, reason = 'LOST') => `${ms} IND ROAMING_START 0 reason=${reason}`
const end = (ms: number | string, status = 'success') => `${ms} IND ROAMING_COMPLETION 0 status=${status}`
const tries = (ms: number | string, mac = 'AP-B', rest = 'ssid=net') =>
  `${ms} IND ASSOCIATION_START 0 mac=${mac} ${rest}`
const joins = (ms: number | string, mac = 'AP-B', status = 'success beacon') =>
  `${ms} IND ASSOCIATION_COMPLETION 0 mac=${mac} status=${status}`
const quality = (ms: number) => `${ms} IND LINK_QUALITY 0`
const request = (ms: number, name: string, status = 'success') => [
  `${ms} M1 ${name} 0`,
  `${ms + 1} M3 ${name} 0 status=${status}`,
]
const connected = [
  ...request(-9000, 'CONNECT_REQUEST'),
  '-8990 IND CONNECTION_START 0',
  tries(-8980, 'AP-A'),
  joins(-8700, 'AP-A'),
  '-8690 IND CONNECTION_COMPLETION 0 status=success',
  quality(-8000),
]
const rulesIn = async (...records: string[]) =>
  (await run(lines(...records))).analysis.findings.map(
    ({rule, verdict, atUs}) => `${rule} ${verdict} ${(atUs ?? 0) / 1000}`,
  )

describe('a clean story', () => {
  it('connect, roam, disconnect, reset: nothing to report', async () => {
    const story = [
      ...connected,
      start(0, 'BETTER'),
      tries(5),
      joins(300),
      end(302),
      quality(900),
      '2000 M1 DISCONNECT_REQUEST 0',
      '2010 IND DISASSOCIATION 0 mac=AP-B reason=OS',
      '2011 M3 DISCONNECT_REQUEST 0 status=success',
      ...request(3000, 'RESET_REQUEST'),
    ]
    expect(await rulesIn(...story)).toEqual([])
  })
})

describe('a start before the capture', () => {
  const rule = 'n80211-roam-unpaired'

  it('is possible for 40 s, and only while nothing of the kind was seen', async () => {
    expect(await verdicts(rule, lines('capture to=60000', end('29999.999')))).toEqual(['inconclusive 29999.999'])
    expect(await verdicts(rule, lines('capture to=60000', end(30_000)))).toEqual(['violation 30000'])
    expect(await verdicts(rule, lines(...request(-9000, 'CONNECT_REQUEST'), end(0)))).toEqual(['violation 0'])
  })

  it('loss since the last roam may hide it', async () => {
    const twice = (loss: string) => lines(`capture loss=${loss}`, start(0), tries(5), joins(300), end(302), end(400))
    expect(await verdicts(rule, twice('310..320'))).toEqual(['inconclusive 400'])
    expect(await verdicts(rule, twice('10..20'))).toEqual(['violation 400'])
  })
})

describe('n80211-roam-not-completed', () => {
  const rule = 'n80211-roam-not-completed'

  it('a reset that completes first hands the finding over to n80211-reset-leaves-pending', async () => {
    expect(await rulesIn(start(0), tries(5), ...request(100, 'RESET_REQUEST'))).toEqual([
      'n80211-reset-leaves-pending violation 101',
    ])
  })

  it('a halt does not excuse it', async () => {
    expect(await verdicts(rule, lines(start(0), '5000 LOG REMOVED ? -'))).toEqual(['violation 10000'])
  })

  it('the capture must cover the 10 s', async () => {
    expect(await verdicts(rule, lines('capture to=10000', start(0)))).toEqual(['violation 10000'])
    expect(await verdicts(rule, lines('capture to=9999.999', start(0)))).toEqual(['inconclusive 10000'])
  })
})

describe('roams and connections', () => {
  it('a roam after a reset is one after an OS disconnect, told once', async () => {
    const scenario = [...connected, '-100 IND DISASSOCIATION 0 mac=AP-A reason=OS', ...request(-99, 'RESET_REQUEST')]
    expect(await rulesIn(...scenario, start(0), tries(5), joins(300), end(302), quality(900))).toEqual([
      'n80211-roam-after-os-disconnect violation 0',
    ])
  })

  it('associations of an operation that began before the disconnect are told once', async () => {
    const scenario = lines(
      ...connected,
      start(0, 'BETTER'),
      tries(5),
      joins(100, 'AP-B', 'UNREACHABLE'),
      ...request(150, 'DISCONNECT_REQUEST'),
      tries(200, 'AP-C'),
      joins(300, 'AP-C', 'UNREACHABLE'),
      tries(310, 'AP-D'),
      joins(400, 'AP-D', 'UNREACHABLE'),
      end(402, 'CANCELLED'),
    )
    expect(await verdicts('n80211-roam-after-os-disconnect', scenario)).toEqual(['violation 200'])
  })

  it('a disconnect request that failed disconnects nobody', async () => {
    const scenario = lines(
      ...connected,
      ...request(-100, 'DISCONNECT_REQUEST', 'failure'),
      start(0),
      tries(5),
      joins(300),
      end(302),
      quality(900),
    )
    expect(await verdicts('n80211-roam-after-os-disconnect', scenario)).toEqual([])
  })

  it('does not judge where requests are not exported', async () => {
    const {tally} = await run(lines('capture families=IND', '-100 IND DISASSOCIATION 0 mac=AP-A reason=OS', start(0)))
    expect(tally('n80211-roam-after-os-disconnect')).toMatchObject({
      status: 'not-applicable',
      reason: 'requests are not exported',
    })
  })
})

describe('associations', () => {
  it('a completion is matched by its address', async () => {
    const scenario = lines(
      start(0),
      tries(5),
      tries(100, 'AP-C'),
      joins(200, 'AP-C'),
      joins(210, 'AP-B', 'UNREACHABLE'),
      end(302),
      quality(900),
    )
    expect(await verdicts('n80211-assoc-nested', scenario)).toEqual(['violation 100'])
    expect(await verdicts('n80211-assoc-unpaired', scenario)).toEqual([])
  })

  it('every attempt after the success is told', async () => {
    const scenario = lines(
      start(0),
      tries(5),
      joins(100),
      tries(110, 'AP-C'),
      joins(200, 'AP-C', 'UNREACHABLE'),
      tries(210, 'AP-D'),
      joins(300, 'AP-D'),
      end(302),
      quality(900),
    )
    expect(await verdicts('n80211-roam-continues-after-success', scenario)).toEqual(['violation 110', 'violation 210'])
    expect(await verdicts('n80211-assoc-success-twice', scenario)).toEqual(['violation 300'])
  })

  it('a better AP without a new roam is told once', async () => {
    const scenario = [
      ...connected,
      start(0, 'BETTER'),
      tries(5),
      joins(100, 'AP-B', 'CANCELLED'),
      end(102, 'BETTER_AP'),
      tries(110, 'AP-C'),
    ]
    expect((await rulesIn(...scenario)).filter(found => found.endsWith(' 110'))).toEqual([
      'n80211-better-ap-restart violation 110',
    ])
  })

  it('a roam keeps the SSID of the connection, not that of its own attempts', async () => {
    const guest = lines(
      ...connected,
      start(0),
      tries(5, 'AP-B', 'ssid=guest'),
      joins(300),
      end(302),
      start(400),
      tries(405, 'AP-C', 'ssid=guest'),
      joins(500, 'AP-C'),
      end(502),
      quality(900),
    )
    expect(await verdicts('n80211-roam-ssid-change', guest)).toEqual(['violation 5', 'violation 405'])
  })
})

describe('time limits', () => {
  it.each([
    ['n80211-assoc-over-10s', [start(0), tries(0), joins('10000.001'), end('10000.001')], 'violation 10000.001'],
    ['n80211-assoc-over-10s', [start(0), tries(0), end('10000.001', 'failure')], 'violation 10000'],
    ['n80211-conn-roam-over-10s', [start(0), tries(0), joins(5), end('10000.001')], 'violation 10000.001'],
    ['n80211-scan-over-15s', [...request(0, 'SCAN_REQUEST'), '15000.001 IND SCAN_CONFIRM 0'], 'violation 15000.001'],
    [
      'n80211-link-quality-over-15s',
      [start(0), tries(0), joins(0), end(0), '15000.001 IND LINK_QUALITY 0'],
      'violation 15000',
    ],
    [
      'n80211-no-roam-after-loss',
      ['0 IND DISASSOCIATION 0 mac=AP-A reason=LOST', start('10000.001')],
      'violation 10000',
    ],
    [
      'n80211-connect-start-over-10s',
      [...request(0, 'CONNECT_REQUEST'), '10001.001 IND CONNECTION_START 0'],
      'violation 10001.001',
    ],
  ])('%s: 1 µs past the limit', async (rule, records, expected) => {
    expect(await verdicts(rule, lines(...records))).toEqual([expected])
  })

  it('a roam to another AP ends the wait for the link quality', async () => {
    const scenario = lines(
      start(0),
      tries(0),
      joins(0),
      end(0),
      start(9000),
      tries(9001, 'AP-C'),
      joins(9100, 'AP-C'),
      end(9101),
    )
    expect(await verdicts('n80211-link-quality-over-15s', scenario)).toEqual(['violation 24100'])
  })

  it('the confirmation of a later scan is not that of the first', async () => {
    const scenario = lines(
      ...request(0, 'SCAN_REQUEST'),
      ...request(16_000, 'SCAN_REQUEST'),
      '18000 IND SCAN_CONFIRM 0',
    )
    expect(await verdicts('n80211-scan-over-15s', scenario)).toEqual(['violation 15000'])
    const refused = lines(
      ...request(0, 'SCAN_REQUEST'),
      ...request(6000, 'SCAN_REQUEST', 'failure'),
      '8000 IND SCAN_CONFIRM 0',
    )
    expect(await verdicts('n80211-scan-over-15s', refused)).toEqual([])
  })
})

describe('disassociations', () => {
  it.each(['OS', 'LOST', 'PEER_DEAUTH', 'PEER_DISASSOC', 'ROAMING'])(
    'inside an association, reason %s',
    async reason => {
      const scenario = lines(
        ...connected,
        start(0),
        tries(5),
        `50 IND DISASSOCIATION 0 mac=AP-A reason=${reason}`,
        joins(300),
        end(302),
        quality(900),
      )
      expect(await verdicts('n80211-disassoc-on-implicit', scenario)).toEqual(reason === 'OS' ? [] : ['violation 50'])
    },
  )

  it('the radio is off: no roam is due', async () => {
    const scenario = lines(
      ...connected,
      '-10 IND PHY_STATE_CHANGED 0 state=0',
      '0 IND DISASSOCIATION 0 mac=AP-A reason=LOST',
    )
    expect(await verdicts('n80211-no-roam-after-loss', scenario)).toEqual([])
  })
})
