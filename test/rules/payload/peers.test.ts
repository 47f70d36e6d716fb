import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const START = 'capture model=wificx\n-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60\n'

describe('disassoc-wrong-peer', () => {
  const rule = 'disassoc-wrong-peer'

  it('is left to the order where the late report of the old AP is judged there', async () => {
    const roam = `${START}
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1
+1 M3 TASK_ROAM 1 101 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
+61 IND DISASSOCIATION 1 - AP-A status=10
+62 IND ROAM_COMPLETE 1 101 status=success`
    expect(await verdicts(rule, roam)).toEqual([])
    expect(await verdicts('roam-disassoc-after-assoc', roam)).toEqual(['violation 61'])
  })

  it('cannot tell an old AP that nobody knows from a stranger', async () => {
    const roam = `capture model=wificx
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1
+1 M3 TASK_ROAM 1 101 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
+61 IND DISASSOCIATION 1 - AP-A status=10
+62 IND ROAM_COMPLETE 1 101 status=success`
    expect(await verdicts(rule, roam)).toEqual(['inconclusive 61'])
  })

  it('says nothing where the port is not known to be associated', async () => {
    const {tally} = await run(
      'capture model=wificx\n0 IND DISASSOCIATION 1 - AP-A status=11\n10 IND DISASSOCIATION 1 - AP-B status=11',
    )
    expect(tally(rule)).toMatchObject({pass: 0, violation: 0, notApplicable: 2})
  })

  it('is sure again as soon as a record names the peer after a loss', async () => {
    const lost = (record: string) => `capture model=wificx loss=-3000..-2000
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
${record}
0 IND DISASSOCIATION 1 - AP-C status=11`
    expect(await verdicts(rule, lost('-1000 IND LINK_STATE_CHANGE 1 - AP-A quality=55'))).toEqual(['violation 0'])
    expect(await verdicts(rule, lost(''))).toEqual(['inconclusive 0'])
  })

  it('needs a state, which an adapter of unknown model has not; rules on one record run there', async () => {
    const stranger = `${START.replace('wificx', 'unknown')}0 IND DISASSOCIATION 1 - AP-C status=13`
    const {findings, tally} = await run(stranger)
    expect(tally(rule)).toMatchObject({pass: 0, violation: 0, inconclusive: 0, notApplicable: 0})
    expect(findings('peer-deauth-frame-missing')).toHaveLength(1)
  })
})

describe('link-state-wrong-peer', () => {
  const rule = 'link-state-wrong-peer'

  it('says nothing while a roam is open whose old AP nobody knows', async () => {
    const {tally} = await run(`capture model=wificx
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1
+1 M3 TASK_ROAM 1 101 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
+61 IND LINK_STATE_CHANGE 1 - AP-A quality=10
+62 IND ROAM_COMPLETE 1 101 status=success`)
    expect(tally(rule)).toMatchObject({pass: 0, violation: 0, inconclusive: 0, notApplicable: 1})
  })

  it('takes a stranger for a stranger in an open roam too', async () => {
    const roam = `${START}
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1
+1 M3 TASK_ROAM 1 101 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
+61 IND LINK_STATE_CHANGE 1 - AP-C quality=10
+62 IND ROAM_COMPLETE 1 101 status=success`
    expect(await verdicts(rule, roam)).toEqual(['violation 61'])
  })

  it('accepts the MLD address as soon as link infos map it', async () => {
    const scenario = (links: string) => `capture model=wificx
0 M1 TASK_CONNECT 1 101 entries=AP-B auth=WPA3_SAE MFPEnabled=1 MloConnectionSupported=1
+1 M3 TASK_CONNECT 1 101 status=success
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE ${links} local-link)
+61 IND CONNECT_COMPLETE 1 101 status=success
+300 IND LINK_STATE_CHANGE 1 - MLD-B quality=70 links=2`
    expect(await verdicts(rule, scenario('request{multi-link mld=MLD-B} response'))).toEqual([])
    expect(await verdicts(rule, scenario('request{multi-link} response'))).toEqual(['inconclusive 300'])
  })
})

describe('key-peer-mismatch', () => {
  it('judges each pairwise key, and no response', async () => {
    const {tally} = await run(`${START}
0 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-A) (pairwise peer=AP-C) (group) (igtk)
+1 M3 SET_ADD_CIPHER_KEYS 1 102 status=success`)
    expect(tally('key-peer-mismatch')).toMatchObject({pass: 1, violation: 1, notApplicable: 0})
  })
})

describe('host-disconnect-status', () => {
  const rule = 'host-disconnect-status'
  const disconnect = (status: number) => `${START}
0 M1 TASK_DISCONNECT 1 101 AP-A reason=3
+1 M3 TASK_DISCONNECT 1 101 status=success
+10 IND DISASSOCIATION 1 - AP-A status=${status} deauth-frame(reason 3) disassoc-frame(reason 8)
+11 IND DISCONNECT_COMPLETE 1 101 status=success`

  it.each([13, 14])('has low confidence where a frame of the peer may have crossed: status %s', async status => {
    const {findings} = await run(disconnect(status))
    expect(findings(rule)).toMatchObject([{verdict: 'violation', confidence: 'low'}])
  })

  const abort = (m3: string, status: number) => `capture model=wificx
0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA
+1 M3 TASK_CONNECT 1 101 status=success
+40 M1 ABORT_TASK 1 102 target=TASK_CONNECT id=101 port=1
+41 M3 ABORT_TASK 1 102 status=${m3}
+60 IND ASSOCIATION_RESULT 1 - (AP-B status=${status})
+61 IND CONNECT_COMPLETE 1 101 status=aborted
+90 M1 TASK_DOT11_RESET 1 103`

  it.each([
    ['success', 5, []],
    ['success', 7, []],
    ['success', 6, ['violation 60']],
    ['success', 0, []],
    ['failure', 2, []],
  ])('abort %s, result %s', async (m3, status, expected) => {
    expect(await verdicts(rule, abort(m3, status))).toEqual(expected)
  })
})

describe('roam-reason-not-forwarded', () => {
  const rule = 'roam-reason-not-forwarded'
  const roam = (trigger: string, between = '') => `capture model=wificx from=-20000
-15000 IND LINK_STATE_CHANGE 1 - AP-A quality=40
${trigger} IND ROAMING_NEEDED 1 - reason=15
${between}
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=10
+1 M3 TASK_ROAM 1 101 status=success
+900 IND ROAM_COMPLETE 1 101 status=success`

  it('reaches back 10 s, ends included', async () => {
    expect(await verdicts(rule, roam('-10000'))).toEqual(['violation 0'])
    expect(await verdicts(rule, roam('-10000.001'))).toEqual([])
  })

  it.each([
    ['-50 M1 TASK_SCAN 1 100 repeat=1', 'low'],
    ['-50 IND ACTION_FRAME_RECEIVED 1 -', 'low'],
    ['-50 IND BSS_ENTRY_LIST 1 - count=3', 'high'],
  ])('with %s in between: confidence %s', async (between, confidence) => {
    const {findings} = await run(roam('-100', between))
    expect(findings(rule)).toMatchObject([{confidence}])
  })

  it('does not take a trigger of another port', async () => {
    expect(await verdicts(rule, roam('-100').replace('ROAMING_NEEDED 1', 'ROAMING_NEEDED 2'))).toEqual([])
  })
})
