import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'
import {attempt, connect} from './tasks.js'

const FT = 'ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}'
/** A response that tells the MLD address of AP-C's second link. */
const SECOND_LINK = '(AP-C2 status=51 request{multi-link mld=MLD-C} response)'

describe('candidate-outside-list', () => {
  const rule = 'candidate-outside-list'

  it('judges each entry of a container by itself', async () => {
    const {tally} = await run(
      connect('entries=AP-B auth=RSNA', [attempt('(AP-B status=2) (AP-C status=2) (AP-D status=2)')]),
    )
    expect(tally(rule)).toMatchObject({pass: 1, violation: 2})
  })

  it('does not take candidates that came after the result', async () => {
    const late = '+70 M1 SET_ASSOCIATION_PARAMETERS 1 102 (AP-C)'
    expect(await verdicts(rule, connect('entries=AP-B auth=RSNA', [attempt('(AP-C status=2)'), late]))).toEqual([
      'violation 60',
    ])
  })

  it('does not take candidates of another port', async () => {
    const other = '+20 M1 SET_ASSOCIATION_PARAMETERS 2 102 (AP-C)'
    expect(await verdicts(rule, connect('entries=AP-B auth=RSNA', [other, attempt('(AP-C status=2)')]))).toEqual([
      'violation 60',
    ])
  })

  it('is decided by values, whatever was lost', async () => {
    const scenario = connect('entries=AP-B auth=RSNA', [attempt('(AP-C status=2)')], 'capture loss=10..50')
    expect(await verdicts(rule, scenario)).toEqual(['violation 60'])
  })

  it('needs the properties, which may add candidates', async () => {
    const scenario = connect('entries=AP-B auth=RSNA', [attempt('(AP-C status=2)')], 'capture families=TASK,M3,IND')
    expect((await run(scenario)).tally(rule)).toMatchObject({violation: 0, inconclusive: 0, notApplicable: 1})
  })

  it('takes another link of a listed AP for the AP', async () => {
    const task = 'entries=(AP-C mld=MLD-C) AP-B auth=RSNA MloConnectionSupported=1'
    const first = '+30 IND ASSOCIATION_RESULT 1 - (AP-C status=51 request{multi-link mld=MLD-C} response)'
    expect((await run(connect(task, [first, attempt(SECOND_LINK)]))).tally(rule)).toMatchObject({pass: 2, violation: 0})
  })

  it('has no doubt about links on WDI, which knows none', async () => {
    const scenario = connect(
      'entries=AP-B auth=RSNA MloConnectionSupported=1',
      [attempt('(AP-C status=2)')],
      'capture model=wdi',
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 60'])
  })

  const roam = (override: string, entry: string) => `
capture model=wificx override=${override}
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=40
0 M1 TASK_ROAM 1 101 entries=(AP-B ${FT}) auth=RSNA RoamFlag=1
+1 M3 TASK_ROAM 1 101 status=success
+10 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-C
+12 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success rsnie mde fte
+13 M3 SET_FAST_BSS_TRANSITION_PARAMETERS 1 102 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-C status=51 ${entry})
+61 IND ROAM_COMPLETE 1 101 status=failure`

  it.each(['0', '?'])('is inconclusive for an FT attempt, override %s', async override => {
    expect(await verdicts(rule, roam(override, ''))).toEqual(['inconclusive 60'])
    expect(await verdicts(rule, roam(override, 'reassociation=1 request{fte}'))).toEqual(['inconclusive 60'])
  })

  it('knows by the request that an attempt was not by FT', async () => {
    expect(await verdicts(rule, roam('0', 'request{no fte}'))).toEqual(['violation 60'])
  })

  it('says nothing where the command is not in the capture', async () => {
    const {tally} = await run(
      'capture model=wificx\n-9990 IND ASSOCIATION_RESULT 1 - (AP-C status=2)\n-9980 IND CONNECT_COMPLETE 1 101 status=failure',
    )
    expect(tally(rule)).toMatchObject({pass: 0, violation: 0, inconclusive: 0, notApplicable: 1})
  })
})

describe('candidate-disallowed', () => {
  const rule = 'candidate-disallowed'

  it('finds a forbidden AP by its MLD address, with less confidence', async () => {
    const task = 'entries=AP-C auth=RSNA MloConnectionSupported=1 disallowed=MLD-C'
    const {findings} = await run(connect(task, [attempt(SECOND_LINK)]))
    expect(findings(rule)).toMatchObject([{verdict: 'violation', confidence: 'medium', limits: ['L-MLD']}])
  })

  it('lets an AP pass that cannot be mapped to a forbidden one', async () => {
    const task = 'entries=AP-B auth=RSNA MloConnectionSupported=1 disallowed=MLD-C'
    expect((await run(connect(task, [attempt('(AP-B status=2)')]))).tally(rule)).toMatchObject({
      pass: 1,
      inconclusive: 0,
    })
  })
})

describe('candidate-not-preferred', () => {
  const rule = 'candidate-not-preferred'
  const success = [attempt('(AP-C status=0 auth=RSNA)')]

  it('takes an entry without flags for one that is not preferred', async () => {
    expect(await verdicts(rule, connect('entries=(AP-B flags=1) AP-C auth=RSNA', success))).toEqual(['violation 60'])
  })

  it('needs flags', async () => {
    expect((await run(connect('entries=AP-B AP-C auth=RSNA', success))).tally(rule)).toMatchObject({notApplicable: 1})
  })

  it('is silent where nobody knows whether the driver may choose', async () => {
    const scenario = connect('entries=(AP-B flags=1) (AP-C flags=0) auth=RSNA', success, 'capture override=?')
    expect((await run(scenario)).tally(rule)).toMatchObject({pass: 0, violation: 0, inconclusive: 0, notApplicable: 1})
  })

  it('is not about failures', async () => {
    const scenario = connect('entries=(AP-B flags=1) (AP-C flags=0) auth=RSNA', [attempt('(AP-C status=2)')])
    expect((await run(scenario)).tally(rule)).toMatchObject({pass: 0, violation: 0, notApplicable: 0})
  })

  it('does not excuse a failure that came later', async () => {
    const later = '+70 IND ASSOCIATION_RESULT 1 - (AP-B status=2)'
    expect(
      await verdicts(rule, connect('entries=(AP-B flags=1) (AP-C flags=0) auth=RSNA', [...success, later])),
    ).toEqual(['violation 60'])
  })
})

describe('security-not-offered', () => {
  const rule = 'security-not-offered'
  const judged = async (task: string, entry: string) => {
    const {pass, violation, notApplicable} = (
      await run(connect(`entries=AP-B ${task}`, [attempt(`(AP-B status=0 ${entry})`)]))
    ).tally(rule)
    return {pass, violation, notApplicable}
  }

  it.each([
    ['auth=RSNA', 'auth=RSNA', {pass: 1, violation: 0, notApplicable: 0}],
    ['auth=RSNA', 'auth=RSNA_PSK', {pass: 0, violation: 1, notApplicable: 0}],
    ['auth=RSNA', 'auth=0x80000001', {pass: 0, violation: 0, notApplicable: 1}],
    ['auth=RSNA', '', {pass: 0, violation: 0, notApplicable: 1}],
    ['auth=RSNA ucipher=CCMP', 'ucipher=GCMP', {pass: 0, violation: 1, notApplicable: 0}],
    ['auth=RSNA ucipher=CCMP', 'ucipher=0x100', {pass: 0, violation: 0, notApplicable: 1}],
    ['auth=RSNA mcipher=0x101', 'mcipher=1', {pass: 1, violation: 0, notApplicable: 0}],
    ['auth=RSNA mcipher=0x101', 'mcipher=5', {pass: 1, violation: 0, notApplicable: 0}],
    ['auth=RSNA mcipher=0x101', 'mcipher=2', {pass: 0, violation: 1, notApplicable: 0}],
  ])('task %s, result %s', async (task, entry, expected) => {
    expect(await judged(task, entry)).toEqual(expected)
  })

  it('makes one finding of several deviations', async () => {
    const {findings} = await run(
      connect('entries=AP-B auth=WPA3_SAE', [attempt('(AP-B status=0 auth=RSNA ucipher=TKIP mcipher=TKIP)')]),
    )
    expect(findings(rule).map(({message}) => message)).toEqual([
      'The association with 02:00:00:00:0b:01 uses what the task does not offer: authentication 6 (RSNA) (offered: 9 (WPA3_SAE)); unicast cipher 2 (TKIP) (offered: 4 (CCMP)); group cipher 2 (TKIP) (offered: 4 (CCMP)).',
    ])
  })
})

describe('band-unavailable', () => {
  it('knows both numbers of the 6 GHz band', async () => {
    const scenario = connect('entries=AP-B auth=RSNA unavailable-bands=6', [
      attempt('(AP-B status=0 auth=RSNA band=0x5)'),
    ])
    expect(await verdicts('band-unavailable', scenario)).toEqual(['violation 60'])
  })
})
