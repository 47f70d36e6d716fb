import {describe, expect, it} from 'vitest'
import {rules} from '../../src/rules/index.js'
import {associated, capture, roam} from './roams.js'
import {healthOf} from './run.js'

const start = associated(-5000)
const metricsOf = async (...texts: readonly string[]) => (await healthOf(texts)).metrics

describe('outcomes', () => {
  it('count what Windows alone tells', async () => {
    const log = `capture to=70000
0      LOG  8000   adapter  -  ssid=corp
+10    LOG  11000  adapter  -  auth=WPA2-Personal
+50    LOG  8001   adapter  -  auth=WPA2-Personal
60000  LOG  11004  adapter  -
60005  LOG  11010  adapter  -  auth=WPA2-Personal
60045  LOG  11005  adapter  -
69045  LOG  8002   adapter  -  reason=0x38002
`
    const {connectSuccess, roamSuccess, failedCandidates, timeToRoam, ftShare} = await metricsOf(log)
    expect(connectSuccess).toMatchObject({k: 1, n: 2, outcomes: {success: 1, failed: 1}})
    expect(roamSuccess).toMatchObject({k: 1, n: 1})
    expect(failedCandidates).toMatchObject({n: 0})
    expect(ftShare).toMatchObject({n: 0})
    expect(JSON.stringify(timeToRoam)).not.toContain('"measured":1')
  })

  it('decide what is in which denominator', async () => {
    const stayed = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
      '900 IND ROAM_COMPLETE 1 1 status=success',
    )
    const hung = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
      '2 M3 TASK_ROAM 1 1 status=success',
    )
    const cut = capture('capture to=100', start, '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK')
    const rejected = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
      '2 M3 TASK_ROAM 1 1 status=failure',
    )
    const abortedAfter = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
      '2 M3 TASK_ROAM 1 1 status=success',
      '10 IND DISASSOCIATION 1 - AP-A status=10',
      '20 M1 ABORT_TASK 1 2 target=TASK_ROAM id=1 port=1',
      '21 M3 ABORT_TASK 1 2 status=success',
      '30 IND ROAM_COMPLETE 1 1 status=aborted',
    )
    const stalled = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
      '5 IND FIRMWARE_STALLED adapter -',
    )
    const good = capture('', start, roam(0))
    const bad = capture('', start, roam(0, {status: 54}))
    const {roamSuccess, roamSuccessStrict, stayShare} = await metricsOf(
      ...[good, good, bad, stayed, hung, cut, rejected, abortedAfter, stalled],
    )
    expect(roamSuccess.outcomes).toEqual({
      success: 2,
      stayed: 1,
      failed: 1,
      aborted: 0,
      'aborted-before-disassoc': 0,
      'aborted-after-disassoc': 1,
      hung: 1,
      rejected: 1,
      'device-reset': 1,
      incomplete: 1,
      unknown: 0,
    })
    expect(roamSuccess).toMatchObject({k: 2, n: 5, share: 0.4})
    expect(roamSuccessStrict).toMatchObject({k: 2, n: 6})
    expect(stayShare).toMatchObject({k: 1, n: 4, share: null})
  })

  it('of connects are their own', async () => {
    const connect = capture(
      '',
      '0 M1 TASK_CONNECT 1 1 entries=AP-A auth=RSNA_PSK',
      '50 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=RSNA_PSK)',
      '52 IND CONNECT_COMPLETE 1 1 status=success',
    )
    const {connectSuccess, roamSuccess} = await metricsOf(connect)
    expect(connectSuccess).toMatchObject({k: 1, n: 1, outcomes: {success: 1}})
    expect(roamSuccess.n).toBe(0)
  })

  it('of Native 802.11 drivers count too, but their hours of association are not known', async () => {
    const legacy = capture(
      'capture model=native80211',
      '0 IND ROAMING_START 0 reason=LOST',
      '5 IND ASSOCIATION_START 0 mac=AP-B',
      '90 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE',
      '95 IND ASSOCIATION_START 0 mac=AP-C',
      '150 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success beacon',
      '152 IND ROAMING_COMPLETION 0 status=success',
    )
    const {roamSuccess, roamRate, failedCandidates, timeToRoam, topCodes} = await metricsOf(legacy)
    expect(roamSuccess).toMatchObject({k: 1, n: 1})
    expect(roamRate).toEqual({roams: 0, associatedUs: 0, perHour: null})
    expect(failedCandidates).toMatchObject({failed: 1, n: 1, none: {k: 0, n: 1}})
    expect(timeToRoam.tTask.all).toMatchObject({n: 1, measured: 1, maxUs: 152_000})
    expect(timeToRoam.tReq.all).toMatchObject({n: 1, measured: 0})
    expect(topCodes.attempts).toMatchObject([
      {set: 'DOT11_ASSOC_STATUS', status: 2, statusName: 'UNREACHABLE', code: null},
    ])
  })
})

describe('hours of association', () => {
  it('are those in state ASSOCIATED, from the first event that shows it to the end of the capture', async () => {
    const {roamRate, outage} = await metricsOf(capture('capture to=20000', start, roam(0)))
    // From -5000 to the DISASSOCIATION at 10, from the result at 60 to 20000.
    expect(roamRate).toEqual({roams: 1, associatedUs: 5_010_000 + 19_940_000, perHour: 3_600_000_000 / 24_950_000})
    // DISASSOCIATION at 10, M3 of the key at 94.
    expect(outage).toMatchObject({n: 1, measured: 1, fromGapL2: 0, sumUs: 84_000, associatedUs: 24_950_000})
  })

  it('leave out what is beyond an hour without any event', async () => {
    const hours = (...lines: readonly string[]) => metricsOf(capture('capture from=0 to=9000000', ...lines))
    // Two and a half hours: one counts.
    expect((await hours(associated(0))).roamRate.associatedUs).toBe(3_600_000_000)
    // An event every hour: all count.
    const kept = await hours(associated(0), associated(3_600_000), associated(7_200_000))
    expect(kept.roamRate.associatedUs).toBe(9_000_000_000)
    // One µs more than an hour.
    const more = await hours(associated(0), associated(3_600_000.001), associated(7_200_000))
    expect(more.roamRate.associatedUs).toBe(8_999_999_999)
  })

  it('end with a reset of the adapter, also one that another port shows', async () => {
    const reset = capture('capture from=0 to=10000', associated(0), '4000 IND FIRMWARE_STALLED adapter -')
    expect((await metricsOf(reset)).roamRate.associatedUs).toBe(4_000_000)
  })

  it('outage takes gap-l2 where keys are not exported, and says so', async () => {
    const text = capture('capture families=TASK,M3,IND', start, roam(0, {keys: false}))
    expect((await metricsOf(text)).outage).toMatchObject({n: 1, measured: 1, fromGapL2: 1, sumUs: 50_000})
    const missing = capture('', start, roam(0, {keys: false}))
    expect((await metricsOf(missing)).outage).toMatchObject({n: 1, measured: 0, fromGapL2: 0, sumUs: 0})
  })
})

describe('fast transition and PMKIDs', () => {
  const ft = (ms: number, entries: string, ...results: readonly string[]) =>
    [
      `${ms} M1 TASK_ROAM 1 ${ms + 1} entries=${entries} auth=RSNA RoamFlag=1`,
      `${ms + 1} M3 TASK_ROAM 1 ${ms + 1} status=success`,
      `${ms + 12} IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}`,
      `${ms + 18} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${ms + 2} status=success rsnie mde fte`,
      `${ms + 19} M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${ms + 2} status=success`,
      `${ms + 25} IND DISASSOCIATION 1 - AP-A status=10`,
      ...results.map((result, i) => `${ms + 44 + i} IND ASSOCIATION_RESULT 1 - ${result}`),
      `${ms + 60} IND ROAM_COMPLETE 1 ${ms + 1} status=success`,
    ].join('\n')
  const listed = '(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1})'

  it('count what was offered, used, and given up', async () => {
    const used = capture('', start, ft(0, listed, '(AP-B status=0 auth=RSNA reassociation=1 request{fte})'))
    const fell = capture('', start, ft(0, `${listed} AP-C`, '(AP-B status=54 code=55)', '(AP-C status=0 auth=RSNA)'))
    const offered = capture('', start, roam(0, {auth: 'RSNA', entries: listed}))
    const metrics = await metricsOf(used, fell, offered)
    expect(metrics.ftShare).toMatchObject({k: 1, n: 3})
    expect(metrics.ftShareOfEligible).toMatchObject({k: 1, n: 2})
    expect(metrics.ftFallback).toMatchObject({k: 1, n: 2})
    expect(metrics.timeToRoam.tReq.ft).toMatchObject({n: 1, measured: 1, maxUs: 44_000})
  })

  it('a PMKID that was offered and not used is a fallback', async () => {
    const used = capture('', start, roam(0, {auth: 'RSNA', entries: '(AP-B pmkid=K1)'}))
    const ignored = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=(AP-B pmkid=K1) auth=RSNA',
      '60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA request{pmkids=[]})',
      '62 IND ROAM_COMPLETE 1 1 status=success',
    )
    expect((await metricsOf(used, ignored, capture('', start, roam(0)))).pmkidFallback).toMatchObject({k: 1, n: 2})
  })
})

describe('returns', () => {
  const back = (ms: number, to = 'AP-A', from = 'AP-B') => roam(ms, {from, to})

  it('are counted of all successful roams but the first of each port', async () => {
    const twice = capture('', start, roam(0), back(6000))
    const slow = capture('capture to=60000', start, roam(0), back(20_000))
    const onward = capture('', start, roam(0), back(5000, 'AP-C'))
    const {pingPong, bandFlip} = await metricsOf(twice, slow, onward, capture('', start, roam(0)))
    expect(pingPong).toMatchObject({k: 1, n: 3, windowUs: 10_000_000})
    expect(bandFlip).toMatchObject({k: 0, n: 3})
  })

  it('between radios of one access point are band flips', async () => {
    const flip = capture('', start, roam(0, {to: 'AP-A2'}), roam(5000, {from: 'AP-A2', to: 'AP-A'}))
    expect(await metricsOf(flip)).toMatchObject({pingPong: {k: 1, n: 1}, bandFlip: {k: 1, n: 1}})
  })

  it('are not judged where the rule did not run: no denominator without it', async () => {
    const texts = [capture('', start, roam(0), back(6000))]
    const without = rules.filter(({meta}) => meta.id !== 'ping-pong')
    expect((await healthOf(texts, {rules: without})).metrics.pingPong).toMatchObject({k: 0, n: 0})
    const broken = rules.map(rule =>
      rule.meta.id === 'ping-pong'
        ? ({
            ...rule,
            check: () => {
              throw new Error('broken')
            },
          } as typeof rule)
        : rule,
    )
    const {metrics, rules: coverage} = await healthOf(texts, {rules: broken})
    expect(metrics.pingPong).toMatchObject({k: 0, n: 0})
    expect(coverage.find(({id}) => id === 'ping-pong')?.captures).toEqual({ran: 0, notApplicable: 0, crashed: 1})
  })
})

describe('what follows a roam', () => {
  const lost = (ms: number, frame = '') => `${ms} IND DISASSOCIATION 1 - AP-B status=13 ${frame}`

  it('counts where the time afterwards is recorded', async () => {
    const broken = capture('', start, roam(0), lost(9000, 'deauth-frame{reason=15}'))
    const later = capture('', start, roam(0), lost(15_000, 'deauth-frame{reason=15}'))
    const kept = capture('', start, roam(0))
    const cut = capture('capture to=20000', start, roam(0), lost(9000, 'deauth-frame{reason=15}'))
    const lossy = capture('capture loss=25000..26000', start, roam(0))
    const {disconnectAfterRoam, handshakeFailures} = await metricsOf(broken, later, kept, cut, lossy)
    // The cut one has no 30 s, the lossy one a hole in them; both have 10 s.
    expect(disconnectAfterRoam).toMatchObject({k: 2, n: 3})
    expect(handshakeFailures).toMatchObject({k: 2, n: 5})
  })
})

describe('approximations', () => {
  it('count lone disconnects that nobody meant, and not those of weak links', async () => {
    const quality = (percent: number) => `-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=${percent} links=1`
    const gone = (status: number) => `0 IND DISASSOCIATION 1 - AP-A status=${status}`
    const {approximations} = await healthOf([
      capture('', quality(80), gone(13)),
      capture('', quality(50), gone(14)),
      capture('', quality(49), gone(14)),
      capture('', gone(62)),
      capture('', quality(80), gone(7)),
      ...Array.from({length: 5}, () => capture('', start, roam(0))),
    ])
    expect(approximations.disconnects).toMatchObject({k: 3, n: 5, share: 0.6})
    expect(approximations.connectFailures).toMatchObject({k: 0, n: 0, share: null})
  })
})

describe('triggers', () => {
  const needed = (ms: number) => `${ms} IND ROAMING_NEEDED 1 - reason=15`

  it('are followed by a success within 10 s or not; the ends of captures say neither', async () => {
    const answered = capture('', start, needed(-40), roam(0, {reason: 15}))
    const inVain = capture('', start, needed(-40))
    const failed = capture('', start, needed(-40), roam(0, {reason: 15, status: 54}))
    const atLimit = capture('', start, needed(-4000), needed(-9940), roam(0, {reason: 15}))
    const cut = capture('capture to=5000', start, needed(0))
    const {triggerYield, triggerMix} = await metricsOf(answered, inVain, failed, atLimit, cut)
    // The result comes at 60: 10 s after -9940 and no µs later.
    expect(triggerYield).toMatchObject({k: 3, n: 5})
    expect(triggerMix.driverTriggered).toMatchObject({k: 3, n: 3})
    expect(triggerMix.sessions).toEqual([
      {reason: 15, reasonName: 'ROAMING_LOW_LINK_QUALITY', roamTrigger: 0, roamTriggerName: 'OTHER', n: 3},
    ])
  })
})

describe('codes', () => {
  it('come with class, vendor and the first example', async () => {
    const refused = (entry: string, auth: string) =>
      capture(
        '',
        start,
        `0 M1 TASK_ROAM 1 1 entries=AP-B AP-C auth=${auth}`,
        '10 IND DISASSOCIATION 1 - AP-A status=10',
        `50 IND ASSOCIATION_RESULT 1 - (AP-B ${entry})`,
        `60 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=${auth})`,
        '62 IND ROAM_COMPLETE 1 1 status=success',
      )
    const {topCodes} = await metricsOf(
      refused('status=54 code=17', 'RSNA_PSK'),
      refused('status=54 code=17', 'RSNA'),
      refused('status=41', 'RSNA'),
    )
    const [first, second] = topCodes.attempts
    expect(first).toMatchObject({
      ...{set: 'WDI_ASSOC_STATUS', status: 54, statusName: 'ASSOC_FAILED_BY_PEER'},
      ...{code: 17, codeName: 'AP_UNABLE_TO_HANDLE_NEW_STA', n: 2, vendors: [{prefix: '02:00:00', n: 2}]},
      example: {path: 'a.scenario'},
    })
    expect(first?.classes).toEqual([
      {class: '8021x', n: 1},
      {class: 'psk', n: 1},
    ])
    expect(second).toMatchObject({status: 41, code: 0, n: 1})
    expect(topCodes.disassociations).toMatchObject([
      {status: 10, statusName: 'ROAMING_BETTER_AP_FOUND', code: null, n: 3},
    ])
  })

  it('of disassociations are reasons', async () => {
    const {topCodes} = await metricsOf(
      capture('', start, '0 IND DISASSOCIATION 1 - AP-A status=13 deauth-frame{reason=15}'),
    )
    expect(topCodes.disassociations).toMatchObject([
      {status: 13, code: 15, n: 1, classes: [{class: null, n: 1}], example: {path: 'a.scenario'}},
    ])
  })

  it('are the ten most frequent', async () => {
    const failing = Array.from({length: 12}, (_, i) =>
      capture(
        '',
        `0 M1 TASK_CONNECT 1 1 entries=AP-B auth=RSNA_PSK`,
        ...Array.from(
          {length: i < 11 ? 2 : 1},
          (_, j) => `${10 + j} IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=${40 + i})`,
        ),
        '50 IND CONNECT_COMPLETE 1 1 status=failure',
      ),
    )
    const {attempts} = (await metricsOf(...failing)).topCodes
    expect(attempts.map(({code, n}) => `${code} ${n}`)).toEqual(Array.from({length: 10}, (_, i) => `${40 + i} 2`))
  })
})

describe('pairs of access points', () => {
  it('have counts, successes and medians from three roams on, the rest is put together', async () => {
    const texts = [
      ...[40, 60, 90].map(takes =>
        capture('', associated(-5000, 'AP-A', 'rssi=-70'), roam(0, {takes, entries: '(AP-B rssi=-61)'})),
      ),
      capture('', start, roam(0, {status: 54})),
      capture('', associated(-5000, 'AP-C'), roam(0, {from: 'AP-C'})),
      capture('', start, '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK', '900 IND ROAM_COMPLETE 1 1 status=success'),
    ]
    const {byAddress, byVendor, unknown} = (await metricsOf(...texts)).apPairs
    const [from, to] = ['02:00:00:00:0a:01', '02:00:00:00:0b:01']
    expect(byAddress.pairs).toEqual([{from, to, n: 4, success: 3, medianTReqUs: 60_000, medianRssiDb: 9}])
    expect(byAddress.other).toEqual({pairs: 1, n: 1, success: 1, medianTReqUs: 60_000, medianRssiDb: null})
    expect(byVendor.pairs).toMatchObject([{from: '02:00:00', to: '02:00:00', n: 5, success: 4}])
    expect(byVendor.other).toMatchObject({pairs: 0, n: 0})
    expect(unknown).toBe(1)
  })

  it('are named by MLD where it is known', async () => {
    const text = capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=AP-B auth=WPA3_SAE MloConnectionSupported=1',
      '10 IND DISASSOCIATION 1 - AP-A status=10',
      '60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link} response{multi-link mld=MLD-B})',
      '62 IND ROAM_COMPLETE 1 1 status=success',
    )
    const {pairs} = (await metricsOf(text, text, text)).apPairs.byAddress
    expect(pairs).toMatchObject([{from: '02:00:00:00:0a:01', to: '02:00:00:00:0b:ff', n: 3}])
  })

  it('have the mean of the two middle values where their number is even', async () => {
    const texts = [40, 60, 91, 95].map(takes => capture('', start, roam(0, {takes})))
    const [pair] = (await metricsOf(...texts)).apPairs.byAddress.pairs
    expect(pair?.medianTReqUs).toBe(75_500)
  })
})

describe('the host', () => {
  const slow = (answerMs: number) =>
    capture(
      '',
      start,
      '0 M1 TASK_ROAM 1 1 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA',
      '12 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}',
      `${12 + answerMs} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 2 status=success rsnie mde fte`,
      '65 IND DISASSOCIATION 1 - AP-A status=10',
      '80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA request{fte})',
      '82 IND ROAM_COMPLETE 1 1 status=success',
      '90 M1 SET_ADD_CIPHER_KEYS 1 3 (pairwise peer=AP-B) (group)',
      '100 M3 SET_ADD_CIPHER_KEYS 1 3 status=success',
    )

  it('has the share of its answers in t_service, and of the sessions where one of them is the longest phase', async () => {
    const {hostShare} = await metricsOf(slow(40), slow(5), slow(5), slow(5), slow(5))
    expect(hostShare).toMatchObject({n: 5, hostUs: 60_000, tServiceUs: 500_000, share: 0.12, longest: {k: 1, n: 5}})
  })

  it('is not charged with what came before the command', async () => {
    const text = capture('', start, '-3000 IND ROAMING_NEEDED 1 - reason=15', roam(0, {reason: 15}))
    expect((await metricsOf(text)).hostShare).toMatchObject({n: 1, hostUs: 0, share: null, longest: {k: 0, n: 1}})
  })
})
