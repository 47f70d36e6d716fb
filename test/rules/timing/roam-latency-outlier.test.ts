import {describe, expect, it} from 'vitest'
import {roamLatencyOutlier} from '../../../src/rules/timing/roam-latency-outlier.js'
import {run, verdicts} from '../run.js'

const [cohort] = roamLatencyOutlier.meta.examples.bad.map(({scenario}) => scenario)
const withOutlier = cohort as string
const rule = 'roam-latency-outlier'

describe('cohort', () => {
  it('names the cohort, its numbers and the phase with the largest excess', async () => {
    const [finding] = (await run(withOutlier)).findings(rule)
    expect(finding?.message).toContain('driver 1.0.0.1, open, SSID "net"')
    expect(finding?.message).toContain('median of 70.5 ms of 20 roams')
    expect(finding?.message).toContain('z 10.97')
    expect(finding?.message).toContain('gap-l2, 569.5 ms over its median')
  })

  it('without a driver label the class alone is the cohort', async () => {
    const [finding] = (await run(withOutlier.replace(/^label.*$/m, ''))).findings(rule)
    expect(finding?.message).toContain('(open; MAD')
  })

  it('a cohort may be spread over several files of one capture', async () => {
    const [header = '', body = ''] = withOutlier.split('\n\n')
    const lines = body.split('\n')
    const half = 50
    const files = [lines.slice(0, half), lines.slice(half)].map(part => `${header}\n\n${part.join('\n')}`)
    expect(await verdicts(rule, ...files)).toEqual(['violation 285640'])
  })
})

it('a slow answer of the host takes the blame', async () => {
  const roam = (i: number, hostMs: number) => {
    const at = i * 15_000
    const [from, to] = ['ABC'[i % 3], 'ABC'[(i + 1) % 3]]
    return [
      `${at} M1 TASK_ROAM 1 ${100 + i} entries=(AP-${to} ft{mde=MD1 pmkr0=R0N snonce=S${i} r0kh=r0}) auth=RSNA RoamFlag=1`,
      `${at + 1} M3 TASK_ROAM 1 ${100 + i} status=success`,
      `${at + 5} IND FT_ASSOC_PARAMS_NEEDED 1 - AP-${to} request{} response{}`,
      `${at + 5 + hostMs} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${300 + i} status=success rsnie mde fte`,
      `${at + 6 + hostMs} M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${300 + i} status=success`,
      `${at + 7 + hostMs} IND DISASSOCIATION 1 - AP-${from} status=10`,
      `${at + 20 + hostMs} IND ASSOCIATION_RESULT 1 - (AP-${to} status=0 auth=RSNA reassociation=1)`,
      `${at + 21 + hostMs} IND ROAM_COMPLETE 1 ${100 + i} status=success`,
    ].join('\n')
  }
  const roams = [...Array(20).keys()].map(i => roam(i, i === 19 ? 500 : 5 + i / 4))
  const [finding, ...more] = (await run(`capture to=320000\n\n${roams.join('\n')}\n`)).findings(rule)
  expect(more).toEqual([])
  expect(finding).toMatchObject({blame: 'host', atUs: 285_520_000})
  expect(finding?.message).toContain('ft-host')
})

describe('small cohorts (C.4): 8 to 19 roams are provisional, said but not counted', () => {
  const [header = '', body = ''] = withOutlier.split('\n\n')
  const lines = body.split('\n')
  /** The last of n roams is the slow one. */
  const cohortOf = (n: number) => `${header}\n\n${lines.slice((20 - n) * 5).join('\n')}`
  const slow = async (n: number) => {
    const {analysis, tally} = await run(cohortOf(n))
    return {...tally(rule), id: analysis.sessions.find(({totalsUs}) => totalsUs.tReq === 640_000)?.id}
  }

  it.each([
    [7, 'not-applicable', /^fewer than 20 comparable roams$/, 0],
    [
      8,
      'not-applicable',
      /^fewer than 20 comparable roams; provisional: session ([0-9a-f]{8}) with 640 ms against /,
      0,
    ],
    [19, 'not-applicable', /; provisional: session ([0-9a-f]{8}) with 640 ms against a median of 71 ms of 19 \(z /, 0],
    [20, 'ran', null, 1],
  ])('%i roams', async (n, status, reason, violation) => {
    const {id, ...tally} = await slow(n)
    expect(tally).toMatchObject({status, violation, inconclusive: 0})
    expect(id).toBeDefined()
    if (reason === null) expect(tally.reason).toBeNull()
    else expect(reason.exec(tally.reason ?? '')?.slice(1)).toEqual(n < 8 ? [] : [id])
  })

  it('nobody is named where nobody is unusual', async () => {
    const {tally} = await run(`${header}\n\n${lines.slice(0, 12 * 5).join('\n')}`)
    expect(tally(rule).reason).toBe('fewer than 20 comparable roams')
  })

  it('equal durations have no scale', async () => {
    const equal = withOutlier.replace(/^ *\d+(?= {2}IND {2}(?:ASSOCIATION_RESULT|ROAM_COMPLETE))/gm, at => {
      const start = Math.floor(Number(at) / 15_000) * 15_000
      return String(start + 60)
    })
    expect((await run(equal)).tally(rule).reason).toBe('all comparable roams took the same time')
  })
})
