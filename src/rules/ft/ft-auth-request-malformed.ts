import type {AuthenticationFrame} from '../../wdi/frames.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const FT_ALGORITHM = 2

export const ftAuthRequestMalformed: Rule = {
  meta: {
    id: 'ft-auth-request-malformed',
    category: 'ft',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'STD',
    statement:
      'The first FT message has an RSN element with exactly one PMKID, a mobility domain element, and an FT element whose ANonce and MIC are zero.',
    why: 'An AP that checks the message refuses it, so that no FT roam ever works there; others may accept what the next AP refuses.',
    harmless: 'Never, if the bytes are complete.',
    next: 'Give the decoded message to the driver team; the frame is built in the driver.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'IEEE 802.11-2020 § 13.8.2, 9.4.2.46, 9.4.2.47',
    needs: ['FT_ASSOC_PARAMS_NEEDED with its request'],
    examples: {
      bad: [
        {
          title: 'two PMKIDs',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{pmkids=2} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'an ANonce that the station cannot know yet, and the wrong algorithm',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{anonce=A1 alg=0} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'with the six fixed bytes of an authentication frame',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{alg=2 seq=1} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the exported bytes end early',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{truncated} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['FT_ASSOC_PARAMS_NEEDED'],
  check(event, trace) {
    const {request, bssid} = trace.reader.ftIndication(event)
    if (!request) return notApplicable('the FT authentication request is not exported')
    const faults = faultsOf(request)
    if (faults.length > 0) {
      return violation({
        atUs: event.atUs,
        message: `The FT authentication request for ${bssid ?? 'an unknown BSSID'} has ${faults.join(', ')}.`,
        evidence: [event],
        expected: ['RSN element with one PMKID, mobility domain element, FT element with zero ANonce and MIC'],
      })
    }
    return request.truncated ? notApplicable('the FT authentication request is not exported in full') : PASS
  },
}

function faultsOf({rsn, mobilityDomain, ft, algorithm, sequence}: AuthenticationFrame): string[] {
  const pmkids = rsn?.pmkids.length ?? 1
  return [
    rsn === null ? 'no RSN element' : null,
    pmkids === 1 ? null : `${pmkids} PMKIDs instead of one`,
    mobilityDomain === null ? 'no mobility domain element' : null,
    ft === null ? 'no FT element' : null,
    ft && !isZero(ft.mic) ? 'a MIC that is not zero' : null,
    ft && !isZero(ft.anonce) ? 'an ANonce that is not zero' : null,
    algorithm === null || algorithm === FT_ALGORITHM ? null : `algorithm ${algorithm} instead of ${FT_ALGORITHM}`,
    sequence === null || sequence === 1 ? null : `sequence number ${sequence} instead of 1`,
  ].filter(fault => fault !== null)
}

const isZero = (hex: string) => /^0*$/.test(hex)
