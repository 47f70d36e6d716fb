import type {AuthenticationFrame} from '../../wdi/frames.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftAuthResponseInconsistent: Rule = {
  meta: {
    id: 'ft-auth-response-inconsistent',
    category: 'ft',
    tier: 2,
    severity: 'warning',
    blame: 'either',
    basis: 'V',
    class: 'STD',
    statement: 'The second FT message repeats mobility domain, SNonce and R0KH-ID of the first and reports success.',
    why: 'The keys of both sides are derived from these values. If they differ, the reassociation fails at the integrity check.',
    harmless:
      'A driver that pairs a late response with its next request shows the same difference; the AP is then innocent.',
    next: 'Compare the frame in a capture of the air. The AP sent it: ask its vendor. Ask the driver team why the driver went on with it.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'IEEE 802.11-2020 § 13.8.3, 13.5.2',
    needs: ['FT_ASSOC_PARAMS_NEEDED with request and response'],
    examples: {
      bad: [
        {
          title: 'the AP answers with another SNonce',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{snonce=S2}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the AP refused, and the driver asks for parameters all the same',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{status=28}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'all values repeated; only the ANonce is new',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{snonce=S1} response{snonce=S1 anonce=A1 status=0}
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
    const {request, response, bssid} = trace.reader.ftIndication(event)
    if (!request || !response) return notApplicable('the FT authentication frames are not exported')
    const differences = differencesOf(request, response)
    if (differences.length > 0) {
      return violation({
        atUs: event.atUs,
        message: `The FT authentication response of ${bssid ?? 'an unknown BSSID'} has ${differences.join(', ')}.`,
        evidence: [event],
        expected: ['mobility domain, SNonce and R0KH-ID of the request, and status 0'],
      })
    }
    const cut = request.truncated || response.truncated
    return cut ? notApplicable('the FT authentication frames are not exported in full') : PASS
  },
}

/** What the request lacks is its own fault (`ft-auth-request-malformed`) and cannot be repeated. */
function differencesOf(request: AuthenticationFrame, response: AuthenticationFrame): string[] {
  const differs = (asked: string | null | undefined, answered: string | null | undefined) =>
    asked != null && answered !== undefined && asked !== answered
  const inFt = (frame: AuthenticationFrame, field: 'snonce' | 'r0khId') =>
    frame.ft === undefined ? undefined : (frame.ft?.[field] ?? null)
  const ofFt = (name: string, field: 'snonce' | 'r0khId') => {
    const answered = inFt(response, field)
    return differs(inFt(request, field), answered) ? `${answered === null ? 'no' : 'another'} ${name}` : null
  }
  return [
    differs(request.mobilityDomain, response.mobilityDomain)
      ? `mobility domain ${response.mobilityDomain ?? 'absent'} instead of ${request.mobilityDomain}`
      : null,
    ofFt('SNonce', 'snonce'),
    ofFt('R0KH-ID', 'r0khId'),
    response.code === null || response.code === 0 ? null : `status ${response.code}`,
  ].filter(difference => difference !== null)
}
