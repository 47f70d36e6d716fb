import {absence} from '../doubt.js'
import {candidatesFor, hostCandidates} from '../host-candidates.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftNotUsedInMobilityDomain: Rule = {
  meta: {
    id: 'ft-not-used-in-mobility-domain',
    category: 'ft',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'SHOULD',
    statement: 'Inside a mobility domain that the station has joined, the driver roams by fast transition.',
    why: 'Each roam then costs a full authentication, which a user of voice or video notices, although the infrastructure offers the fast way.',
    harmless:
      'When the AP had just refused FT for this station; look for earlier failed results with codes 28 and 52 to 55.',
    next: 'Ask the driver team why the FT parameters of the candidate were not used.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-ft-assoc-params-needed (seed 001)',
    needs: ['TASK_ROAM with FT parameters of its entries', 'ASSOCIATION_RESULT', 'FT_ASSOC_PARAMS_NEEDED'],
    examples: {
      bad: [
        {
          title: 'the chosen candidate has FT parameters, but there is no FT exchange',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM            1  101  status=success
  +25  IND  DISASSOCIATION       1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
  +45  IND  ROAM_COMPLETE        1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
 +200  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the indication may have been lost',
          scenario: `
capture model=wificx loss=5..8

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM            1  101  status=success
  +25  IND  DISASSOCIATION       1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
  +45  IND  ROAM_COMPLETE        1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
 +200  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'the chosen candidate has no FT parameters, another has',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B (AP-C ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM            1  101  status=success
  +25  IND  DISASSOCIATION       1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
  +45  IND  ROAM_COMPLETE        1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
 +200  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check({task, adapter, outcome, success, ft}, trace) {
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const bssid = success?.bssid
    if (outcome !== 'success' || success === null || bssid == null) return notApplicable('no successful roam')
    const candidates = hostCandidates(task, success.event, trace)
    if (candidates === undefined) return notApplicable('the entries of the task are not exported')
    const chosen = candidatesFor(candidates, bssid, task, trace)
    if (!chosen.some(candidate => candidate.ft)) return notApplicable('the chosen entry shows no FT parameters')
    const tried = ft.some(exchange => exchange.bssid && trace.same(adapter, exchange.bssid, bssid, false) === true)
    if (tried) return PASS
    return violation({
      atUs: success.event.atUs,
      message: `The entry of ${bssid} carries FT parameters, but the roam to it had no FT exchange.`,
      evidence: [success.event, task.m1],
      expected: [`FT_ASSOC_PARAMS_NEEDED for ${bssid} before the result`],
      undone: absence(trace, task.m1.atUs, success.event.atUs),
    })
  },
}
