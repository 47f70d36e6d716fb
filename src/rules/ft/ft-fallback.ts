import {ownCompletion} from '../../sessions/task.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftFallback: Rule = {
  meta: {
    id: 'ft-fallback',
    category: 'ft',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'O',
    class: 'HEUR',
    statement: 'A roam that tries fast transition also succeeds by fast transition.',
    why: 'The roam worked, but it paid for the FT attempt and for a slower authentication on top.',
    harmless:
      'A single fallback when an AP left the mobility domain or lost its keys. The share over many roams is what matters.',
    next: 'Look at the status codes of the failed attempts: 28 and 52 to 55 point to the AP, a missing answer to Windows, no result at all to the driver.',
    limits: [],
    numbers: null,
    source: 'reasoning',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'FT is refused by one AP, the next is joined with 802.1X',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) AP-C auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +40  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=54 code=55 reassociation=1 request{fte} response)
  +80  IND  ASSOCIATION_RESULT                  1  -    (AP-C status=0 auth=RSNA)
  +82  IND  ROAM_COMPLETE                       1  101  status=success
 +250  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-C) (group)
 +254  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +300  IND  LINK_STATE_CHANGE                   1  -    AP-C quality=70
`,
        },
      ],
      good: [
        {
          title: 'the second FT attempt succeeds',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
   +5  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
   +8  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
   +9  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-C request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  103  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  103  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-C status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  104  (pairwise peer=AP-C) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  104  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-C quality=70
`,
        },
        {
          title: 'no FT was tried',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check({outcome, success, class: kind, ft, attempts, task}, trace) {
    if (outcome !== 'success' || success === null || kind === null) return notApplicable('no success')
    if (kind === 'ft') return notApplicable('the success is an FT one')
    const [first] = ft
    if (first === undefined) return PASS
    const failed = attempts.filter(attempt => !attempt.succeeded)
    const tried = [...new Set(ft.map(({bssid}) => bssid ?? 'an unknown BSSID'))].join(', ')
    const codes = failed.map(
      ({bssid, entry}) => `${bssid ?? 'an unknown BSSID'} failed with code ${entry.code ?? '(not exported)'}`,
    )
    const sure = success.entry.request?.ft === null && task !== null && ownCompletion(task) !== null
    return violation({
      atUs: success.event.atUs,
      message: `FT was tried with ${tried}, but ${success.bssid ?? 'the new AP'} was joined as ${kind}${codes.length === 0 ? '' : `; ${codes.join(', ')}`}.`,
      evidence: [success.event, ...ft.map(({indication}) => indication), ...new Set(failed.map(({event}) => event))],
      // An FT indication for the AP that was joined could have been lost, unless its request shows that it was no FT;
      // and so could the end of one task and the start of another, unless the completion is that of the first.
      undone: sure ? [] : between(trace, first.indication, success.event),
    })
  },
}
