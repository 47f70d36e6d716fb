import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const ftReassocAfterHostFailure: Rule = {
  meta: {
    id: 'ft-reassoc-after-host-failure',
    category: 'ft',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'When the host answers with a failure, the driver gives up this FT reassociation.',
    why: 'The request goes out with an FT element that no key backs. The AP refuses it or, worse, does not check it.',
    harmless: 'When the driver asked again and the second request was not recorded.',
    next: 'Ask the driver team where the status of the answer is read.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-set-fast-bss-transition-parameters (status)',
    needs: ['SET_FAST_BSS_TRANSITION_PARAMETERS with status', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'reassociates with an FT element after the failure',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'goes on without FT',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'asks again and gets an answer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
   +8  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +10  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +11  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +18  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +20  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  103  status=success rsnie mde fte
  +21  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  103  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  104  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  104  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check({adapter, ft}, trace) {
    const judged = ft.flatMap(({answer, bssid, result}): Judgement[] => {
      const status = answer === null ? null : trace.reader.ftAnswer(answer).status
      if (answer === null || bssid === null || status == null || status === 0) return []
      if (result === null) return [PASS]
      const asked = ft.some(
        other =>
          other.bssid !== null &&
          other.indication.seq > answer.seq &&
          other.indication.seq < result.event.seq &&
          trace.same(adapter, other.bssid, bssid, false) === true,
      )
      if (asked) return [PASS]
      const element = result.entry.request?.ft
      if (element === undefined) return [notApplicable('the association request is not exported')]
      if (element === null) return [PASS]
      return [
        violation({
          atUs: result.event.atUs,
          message: `The host had answered the FT request for ${bssid} with status 0x${status.toString(16)}, yet ${duration(result.event.atUs - answer.atUs)} later a result for it shows a request with an FT element.`,
          evidence: [result.event, answer],
          expected: [`no FT reassociation with ${bssid}, or a new FT_ASSOC_PARAMS_NEEDED before it`],
          undone: between(trace, answer, result.event),
        }),
      ]
    })
    return judged.length === 0 ? notApplicable('no answer with a failure status') : judged
  },
}
