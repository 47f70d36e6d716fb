import {describe, expect, it} from 'vitest'
import {analysisOf, verdicts} from './judge.js'

const head = 'capture model=wdi to=20000\n'
const trigger = '0 IND ROAMING_NEEDED 1 - reason=15\n'
const roam = (at: number, port = 1, id = 101) => `${at} M1 TASK_ROAM ${port} ${id} entries=AP-B auth=RSNA_PSK\n`

describe('after X expect Y within T', () => {
  const rule = 'after: {message: ROAMING_NEEDED}\nexpect: {message: TASK_ROAM, step: M1}\nwithin: 2 s'

  it('passes up to the limit, ends included', async () => {
    expect(await verdicts(rule, head + trigger + roam(1999))).toEqual(['pass 1'])
    expect(await verdicts(rule, head + trigger + roam(2000))).toEqual(['pass 1'])
    expect(await verdicts(rule, head + trigger + roam(2001))).toEqual(['violation 2000'])
    expect(await verdicts(rule, head + trigger)).toEqual(['violation 2000'])
  })

  it('knows that a coarse clock cannot tell', async () => {
    const coarse = 'capture model=wdi to=20000 granularity=20\n'
    expect(await verdicts(rule, coarse + trigger + roam(1970))).toEqual(['pass 1'])
    expect(await verdicts(rule, coarse + trigger + roam(1990))).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, coarse + trigger + roam(2020))).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, coarse + trigger + roam(2040))).toEqual(['violation 2000'])
  })

  it('is inconclusive where records were lost, or the capture ends too soon', async () => {
    expect(await verdicts(rule, `capture model=wdi to=20000 loss=500..600\n${trigger}`)).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, `capture model=wdi to=20000 loss=2001..2100\n${trigger}`)).toEqual(['violation 2000'])
    expect(await verdicts(rule, `capture model=wdi to=20000 lost-events=3\n${trigger}`)).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, `capture model=wdi to=1999\n${trigger}`)).toEqual(['inconclusive 2000'])
    expect(await verdicts(rule, `capture model=wdi to=2000\n${trigger}`)).toEqual(['violation 2000'])
    const {findings} = await analysisOf(rule, `capture model=wdi to=1500 loss=500..600\n${trigger}`)
    expect(findings[0]).toMatchObject({limits: ['L-LOSS', 'L-EDGE'], confidence: 'low'})
  })

  it('judges nothing where the answer was not exported', async () => {
    const blind = 'capture model=wdi to=20000 families=IND,M3\n'
    expect(await verdicts(rule, blind + trigger)).toEqual(['n/a: M1 of TASK_ROAM is not exported'])
  })

  it('looks at the port of the first record only', async () => {
    expect(await verdicts(rule, head + trigger + roam(500, 2))).toEqual(['violation 2000'])
    expect(await verdicts(`${rule}\nscope: adapter`, head + trigger + roam(500, 2))).toEqual(['pass 1'])
  })

  it('is not judged when something else came first', async () => {
    const scan = '500 M1 TASK_SCAN 1 100 repeat=1\n'
    expect(await verdicts(`${rule}\nunless: [{message: TASK_SCAN, step: M1}]`, head + trigger + scan)).toEqual([
      'n/a: M1 of TASK_SCAN came meanwhile',
    ])
    expect(await verdicts(`${rule}\nunless: [{message: TASK_SCAN, step: M1}]`, head + trigger)).toEqual([
      'violation 2000',
    ])
  })

  it('pairs by a field', async () => {
    const paired =
      'after: {message: TASK_ROAM, step: M1}\nexpect: {message: TASK_ROAM, step: M3}\nwithin: 50 ms\nsame: [transactionId]'
    const start = roam(0, 1, 101) + roam(10, 1, 102)
    expect(await verdicts(paired, `${head}${start}20 M3 TASK_ROAM 1 102 status=success\n`)).toEqual(['violation 50'])
    expect(
      await verdicts(
        paired,
        `${head}${start}20 M3 TASK_ROAM 1 102 status=success\n30 M3 TASK_ROAM 1 101 status=success\n`,
      ),
    ).toEqual(['pass 2'])
    expect(await verdicts(paired, `${head}${start}20 M3 TASK_ROAM 1 status=success\n`)).toEqual([
      expect.stringMatching(/^n\/a: what M3 of TASK_ROAM has to show/),
    ])
  })

  it('says what happened, with the late record', async () => {
    const {findings} = await analysisOf(rule, head + trigger + roam(3500))
    expect(findings[0]).toMatchObject({
      rule: 'user-x',
      severity: 'warning',
      blame: 'either',
      message: 'M1 of TASK_ROAM did not follow ROAMING_NEEDED within 2000 ms, but after 3500 ms.',
      expected: ['M1 of TASK_ROAM within 2000 ms'],
      source: 'team.yaml',
    })
    expect(findings[0]?.evidence.map(({atUs}) => atUs)).toEqual([0, 3_500_000])
  })

  it('does not count sleep', async () => {
    expect(await verdicts(rule, `${head}${trigger}1000 LOG POWER adapter -\n`)).toEqual(['inconclusive 2000'])
  })
})

describe('in a session', () => {
  const rule =
    'after: {message: ASSOCIATION_RESULT, where: {status: 0}}\nexpect: {message: SET_ADD_CIPHER_KEYS, step: M1, where: {type: pairwise}}\nwithin: 1 s\nscope: session\nkinds: [roam]'
  const session = (tail: string) => `${head}-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1
2 M3 TASK_ROAM 1 101 status=success
20 IND DISASSOCIATION 1 - AP-A status=10
80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
82 IND ROAM_COMPLETE 1 101 status=success
${tail}`

  it('its service tail belongs to it', async () => {
    expect(await verdicts(rule, session('900 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)\n'))).toEqual(['pass 1'])
    expect(await verdicts(rule, session('900 M1 SET_ADD_CIPHER_KEYS 1 102 (group)\n'))).toEqual(['violation 1080'])
    expect(await verdicts(rule, session(''))).toEqual(['violation 1080'])
  })

  it('the next task ends it, and nobody knows what would have come', async () => {
    expect(await verdicts(rule, session(roam(500, 1, 103)))).toEqual([
      'n/a: the session ended before the time was over',
    ])
  })

  it('other kinds are none of its business', async () => {
    expect(await verdicts(rule.replace('[roam]', '[connect]'), session(''))).toEqual([
      expect.stringMatching(/^n\/a: nothing/),
    ])
  })
})

describe('never X', () => {
  const rule = 'never: {message: DISASSOCIATION, where: {status: PEER_DEAUTHENTICATED}}'
  const gone = (status: number) => `${head}0 IND DISASSOCIATION 1 - AP-A status=${status}\n`

  it('is a value: loss changes nothing, and silence is a pass', async () => {
    expect(await verdicts(rule, gone(13))).toEqual(['violation 0'])
    expect(await verdicts(rule, gone(13).replace('to=20000', 'to=20000 loss=-10..10'))).toEqual(['violation 0'])
    expect(await verdicts(rule, gone(14))).toEqual(['pass 1'])
    expect(await verdicts(rule, `capture model=wdi families=M1\n${roam(0)}`)).toEqual([
      'n/a: DISASSOCIATION is not exported',
    ])
  })

  it('does not guess a field that was not exported', async () => {
    const unknown =
      '[0]0004.0E28::01/02/2026-16:13:49.692 [acme]NDIS_STATUS_WDI_INDICATION_DISASSOCIATION PortId=1 TransactionId=0\n'
    expect(await verdicts(rule, unknown)).toEqual(['n/a: what DISASSOCIATION has to show is not exported'])
  })

  it('looks at every row of a message', async () => {
    const results = `${head}${roam(0)}5 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=17) (AP-C status=0)\n`
    const full = (where: string) => `never: {message: ASSOCIATION_RESULT, where: ${where}}`
    expect(await verdicts(full('{status: 54, code: 17}'), results)).toEqual(['violation 5'])
    // Of one row, not of two.
    expect(await verdicts(full('{status: 0, code: 17}'), results)).toEqual(['pass 1'])
  })
})

describe('never X between A and B', () => {
  const rule =
    'never: {message: SET_ADD_CIPHER_KEYS, step: M1}\nbetween: {from: {message: TASK_SCAN, step: M1}, to: {message: TASK_SCAN, step: M4}}'
  const scan = '0 M1 TASK_SCAN 1 101 repeat=1\n'
  const keys = (at: number, port = 1) => `${at} M1 SET_ADD_CIPHER_KEYS ${port} 102 (group)\n`
  const done = (at: number) => `${at} IND SCAN_COMPLETE 1 101 status=success\n`

  it('inside only', async () => {
    expect(await verdicts(rule, head + scan + keys(100) + done(200))).toEqual(['violation 100'])
    expect(await verdicts(rule, head + scan + keys(100))).toEqual(['violation 100'])
    expect(await verdicts(rule, head + scan + done(200) + keys(300))).toEqual(['pass 1'])
    expect(await verdicts(rule, head + scan + keys(100, 2) + done(200))).toEqual(['pass 1'])
    expect(await verdicts(rule, head + keys(100))).toEqual([expect.stringMatching(/^n\/a: nothing/)])
  })

  it('a lost end would make it legal', async () => {
    const lossy = (span: string) => head.replace('to=20000', `to=20000 loss=${span}`)
    expect(await verdicts(rule, lossy('50..60') + scan + keys(100) + done(200))).toEqual(['inconclusive 100'])
    expect(await verdicts(rule, lossy('150..160') + scan + keys(100) + done(200))).toEqual(['violation 100'])
  })

  it('each record is reported for the last start before it', async () => {
    const twice = `${head}${scan}10 M1 TASK_SCAN 1 103 repeat=1\n${keys(100)}`
    expect(await verdicts(rule, twice)).toEqual(['violation 100'])
  })

  it('an end that may have come leaves it open', async () => {
    const where = rule.replace('step: M4}', 'step: M4, where: {status: success}}')
    expect(await verdicts(where, `${head}${scan}50 IND SCAN_COMPLETE 1 101\n${keys(100)}`)).toEqual([
      expect.stringMatching(/^n\/a: what .*SCAN_COMPLETE has to show/),
    ])
    expect(await verdicts(where, `${head}${scan}50 IND SCAN_COMPLETE 1 101 status=failure\n${keys(100)}`)).toEqual([
      'violation 100',
    ])
  })
})

describe('only X if Y before', () => {
  const rule = 'only: {message: TASK_ROAM, step: M1}\nifBefore: {message: ROAMING_NEEDED}\nwithin: 10 s'
  const needed = (at: number) => `${at} IND ROAMING_NEEDED 1 - reason=15\n`
  const from = (us: number, more = '') => `capture model=wdi from=${us} to=20000 ${more}\n`

  it('in the time before', async () => {
    expect(await verdicts(rule, from(-11000) + needed(-10000) + roam(0))).toEqual(['pass 1'])
    expect(await verdicts(rule, from(-11000) + needed(-10001) + roam(0))).toEqual(['violation 0'])
    expect(await verdicts(rule, from(-11000) + roam(0) + needed(5))).toEqual(['violation 0'])
  })

  it('what was before the capture nobody knows', async () => {
    expect(await verdicts(rule, from(-9999) + roam(0))).toEqual(['inconclusive 0'])
    expect(await verdicts(rule, from(-11000, 'loss=-5000..-4000') + roam(0))).toEqual(['inconclusive 0'])
    expect(await verdicts(rule, from(-20000, 'loss=-15000..-14000') + roam(0))).toEqual(['violation 0'])
  })

  it('in a session: since its first record', async () => {
    const scoped =
      'only: {message: ROAM_COMPLETE}\nifBefore: {message: ASSOCIATION_RESULT}\nscope: session\nkinds: [roam]'
    const complete = '90 IND ROAM_COMPLETE 1 101 status=failure\n'
    const result = '80 IND ASSOCIATION_RESULT 1 - (AP-B status=54)\n'
    expect(await verdicts(scoped, head + roam(0) + result + complete)).toEqual(['pass 1'])
    expect(
      await verdicts(scoped, `${head}-5 IND ASSOCIATION_RESULT 1 - (AP-B status=54)\n${roam(0)}${complete}`),
    ).toEqual(['violation 90'])
    // A session whose begin is not in the capture.
    expect(await verdicts(scoped, `${head}2 M3 TASK_ROAM 1 101 status=success\n${complete}`)).toEqual([
      'inconclusive 90',
    ])
  })
})
