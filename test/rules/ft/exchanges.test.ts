import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const ft = (bssid: string, snonce: string) => `(${bssid} ft{mde=MD1 pmkr0=R0N snonce=${snonce} r0kh=r0kh1})`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const m1 = (settings = '') =>
  `0 M1 TASK_ROAM 1 101 entries=${ft('AP-B', 'S1')} ${ft('AP-C', 'S2')} auth=RSNA RoamFlag=1 ${settings}`
const m3 = '1 M3 TASK_ROAM 1 101 status=success'
const asks = (ms: number, bssid = 'AP-B', blobs = 'request{} response{}') =>
  `${ms} IND FT_ASSOC_PARAMS_NEEDED 1 - ${bssid} ${blobs}`
const answer = (ms: number, status = 'success', elements = 'rsnie mde fte') =>
  `${ms} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=${status} ${elements}`
const result = (ms: number | string, bssid = 'AP-B', rest = 'status=0 auth=RSNA reassociation=1 request{fte}') =>
  `${ms} IND ASSOCIATION_RESULT 1 - (${bssid} ${rest})`
const left = '25 IND DISASSOCIATION 1 - AP-A status=10'
const done = (ms: number) => `${ms} IND ROAM_COMPLETE 1 101 status=success`

describe('ft-response-missing', () => {
  const rule = 'ft-response-missing'

  it('an answer belongs to the indication before it, not to an earlier one', async () => {
    const scenario = lines(onA, m1(), m3, asks(10), asks(14, 'AP-C'), answer(18), left, result(44, 'AP-C'), done(45))
    expect(await verdicts(rule, scenario)).toEqual(['violation 10'])
  })

  it('an answer after the result is too late', async () => {
    expect(await verdicts(rule, lines(onA, m1(), m3, asks(10), left, result(44), answer(44.5), done(45)))).toEqual([
      'violation 10',
    ])
  })

  it('only commands were exported that are no direct ones: a failed attempt stays a violation', async () => {
    const failed = result(44, 'AP-B', 'status=50')
    expect(await verdicts(rule, lines(onA, m1(), m3, asks(10), left, failed, done(45)))).toEqual(['violation 10'])
  })

  it('properties are not exported', async () => {
    const {tally} = await run(
      lines('capture families=TASK,M3,IND', onA, m1(), m3, asks(10), left, result(44), done(45)),
    )
    expect(tally(rule)).toMatchObject({status: 'not-applicable', reason: 'properties are not exported'})
  })

  it('loss counts up to the event that ends the wait', async () => {
    const scenario = (loss: string) =>
      lines(`capture loss=${loss}`, onA, m1(), m3, asks(10), answer(100), asks(20, 'AP-C'), done(200))
    expect(await verdicts(rule, scenario('12..13'))).toEqual(['inconclusive 10'])
    expect(await verdicts(rule, scenario('21..22'))).toEqual(['violation 10'])
  })
})

describe('ft-reassoc-without-host-params', () => {
  const rule = 'ft-reassoc-without-host-params'

  it('an SAE command elsewhere shows that direct commands are exported', async () => {
    const sae = '-3000 M1 SET_SAE_AUTH_PARAMS 2 90 AP-D type=2 status=1'
    const roam = [onA, m1(), m3, asks(10), left, result(44), done(45)]
    expect(await verdicts(rule, lines(...roam))).toEqual(['inconclusive 44'])
    expect(await verdicts(rule, lines(sae, ...roam))).toEqual(['violation 44'])
  })
})

describe('ft-params-not-from-os-candidates', () => {
  const rule = 'ft-params-not-from-os-candidates'
  const roam = (blobs: string, header = 'capture model=wificx') =>
    lines(header, onA, m1(), m3, asks(10, 'AP-B', blobs), answer(18), left, result(44), done(45))

  it.each([
    ['parameters of the other candidate', 'request{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh1} response{}', []],
    ['another mobility domain', 'request{mde=MD2 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{}', ['violation 10']],
    ['another PMKR0Name', 'request{mde=MD1 pmkr0=R0X snonce=S1 r0kh=r0kh1} response{}', ['violation 10']],
    ['with the fixed bytes', 'request{alg=2 seq=1 snonce=S1} response{}', []],
    ['cut off', 'request{truncated} response{}', []],
  ])('%s', async (_, blobs, expected) => {
    expect(await verdicts(rule, roam(blobs))).toEqual(expected)
  })

  it('a candidate given later counts', async () => {
    const given = `5 M1 SET_ASSOCIATION_PARAMETERS 1 103 ${ft('AP-D', 'S9')}`
    const blobs = 'request{mde=MD1 pmkr0=R0N snonce=S9 r0kh=r0kh1} response{}'
    const roamToD = [asks(10, 'AP-D', blobs), answer(18), left, result(44, 'AP-D'), done(45)]
    expect(await verdicts(rule, lines(onA, m1(), m3, given, ...roamToD))).toEqual([])
    expect(await verdicts(rule, lines(onA, m1(), m3, ...roamToD))).toEqual(['violation 10'])
  })
})

describe('FT where it must not be', () => {
  it('FIPS: host and driver are blamed for their own part', async () => {
    const {findings} = await run(
      lines(onA, m1('HostFIPSModeEnabled=1'), m3, asks(10), answer(18), left, result(44), done(45)),
    )
    expect(findings('ft-in-fips-mode').map(({atUs, blame}) => [atUs, blame])).toEqual([
      [0, 'host'],
      [10_000, 'driver'],
    ])
  })

  it('unsupported algorithm: one finding a task', async () => {
    const psk = m1().replace('auth=RSNA ', 'auth=RSNA_PSK ')
    expect(await verdicts('ft-unsupported-akm', lines(onA, psk, m3, asks(10), asks(15), done(45)))).toEqual([
      'violation 0',
    ])
    const bare = '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1'
    expect(await verdicts('ft-unsupported-akm', lines(onA, bare, m3, asks(10), asks(15), done(45)))).toEqual([
      'violation 10',
    ])
  })
})

describe('ft-fallback', () => {
  const rule = 'ft-fallback'
  const fellBack = (...records: string[]) => [onA, m1(), m3, asks(10), answer(18), left, ...records]

  it('one finding however often FT was tried', async () => {
    const scenario = lines(...fellBack(asks(30, 'AP-C'), result(80, 'AP-D', 'status=0 auth=RSNA'), done(82)))
    expect(await verdicts(rule, scenario)).toEqual(['violation 80'])
  })

  it('loss may hide the FT indication of the AP that was joined, unless its request is decoded', async () => {
    const joined = (request: string) => fellBack(result(80, 'AP-C', `status=0 auth=RSNA ${request}`), done(82))
    expect(await verdicts(rule, lines('capture loss=50..60', ...joined('')))).toEqual(['inconclusive 80'])
    expect(await verdicts(rule, lines('capture loss=50..60', ...joined('request{}')))).toEqual(['violation 80'])
  })
})

describe('ft-deadline-exceeded', () => {
  const rule = 'ft-deadline-exceeded'
  const roam = (ms: number | string) => [onA, m1(), m3, asks(10), answer(18), left, result(ms), done(3000)]

  it.each([
    ['1024 ms', 1034, []],
    ['1 µs more', '1034.001', ['violation 1034.001']],
  ])('%s', async (_, ms, expected) => {
    expect(await verdicts(rule, lines(...roam(ms)))).toEqual(expected)
  })

  it('within a coarse clock nobody can tell', async () => {
    expect(await verdicts(rule, lines('capture granularity=10', ...roam(1030)))).toEqual(['inconclusive 1030'])
    expect(await verdicts(rule, lines('capture granularity=10', ...roam(1020)))).toEqual([])
  })

  it('counts from the last indication for the AP', async () => {
    const scenario = lines(onA, m1(), m3, asks(10), answer(18), asks(500), answer(505), left, result(1200), done(3000))
    expect(await verdicts(rule, scenario)).toEqual([])
  })

  it('takes the deadline of the latest association on the port', async () => {
    const connect = (port: number) => [
      `-9000 M1 TASK_CONNECT ${port} 90 entries=AP-A auth=RSNA`,
      `-8999 M3 TASK_CONNECT ${port} 90 status=success`,
      `-8900 IND ASSOCIATION_RESULT ${port} - (AP-A status=0 auth=RSNA request{} response{deadline=500})`,
      `-8899 IND CONNECT_COMPLETE ${port} 90 status=success`,
    ]
    expect(await verdicts(rule, lines(...connect(1), ...roam(523)))).toEqual(['violation 523'])
    expect(await verdicts(rule, lines(...connect(1), ...roam(522)))).toEqual([])
    expect(await verdicts(rule, lines(...connect(2), ...roam(523)))).toEqual([])
  })
})
