import {hasDirectCommands} from '../direct-commands.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const ftReassocWithoutHostParams: Rule = {
  meta: {
    id: 'ft-reassoc-without-host-params',
    category: 'ft',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'The FT reassociation request is built with the parameters that the host computed.',
    why: 'Only the host has the key for the integrity code of the request. A request without it should be refused; an AP that accepts it does not check.',
    harmless:
      'The success itself speaks for an answer that was not recorded. Direct commands are often missing in an export.',
    next: 'Capture the direct commands as well. If the answer is really missing, ask the driver team what it put into the FT element.',
    limits: ['L-LOSS', 'L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-set-fast-bss-transition-parameters',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'association request frame', 'SET_FAST_BSS_TRANSITION_PARAMETERS'],
    examples: {
      bad: [
        {
          title: 'an FT element nobody computed; another exchange shows that direct commands are recorded',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
   +8  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-C request{} response{}
  +10  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +11  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: no direct command in the whole capture',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
  +25  IND  DISASSOCIATION          1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE           1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS     1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS     1  103  status=success
 +200  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'the host answered',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'the request carries no FT element: not an FT reassociation',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
  +25  IND  DISASSOCIATION          1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=RSNA reassociation=1 request{})
  +45  IND  ROAM_COMPLETE           1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS     1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS     1  103  status=success
 +200  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check({adapter, success, ft}, trace) {
    const bssid = success?.bssid
    if (success === null || bssid == null) return notApplicable('no success')
    const exchanges = ft.filter(
      exchange => exchange.bssid && trace.same(adapter, exchange.bssid, bssid, false) === true,
    )
    const last = exchanges.findLast(({indication}) => indication.seq < success.event.seq)
    if (last === undefined) return notApplicable('no FT indication for the AP that was joined')
    const element = success.entry.request?.ft
    if (element === undefined) return notApplicable('the association request is not exported')
    if (!trace.families.has(adapter, 'PROP')) return notApplicable('properties are not exported')
    if (element === null || exchanges.some(({answer}) => answer !== null)) return PASS
    const unexported = !hasDirectCommands(adapter, trace)
    return violation({
      atUs: success.event.atUs,
      message: `The request for ${bssid} carries an FT element, but in the ${duration(success.event.atUs - last.indication.atUs)} since FT_ASSOC_PARAMS_NEEDED the host gave no parameters${unexported ? ' (the capture has no direct command at all)' : ''}.`,
      evidence: [success.event, last.indication],
      expected: ['M1 of SET_FAST_BSS_TRANSITION_PARAMETERS between indication and result'],
      inconclusive: unexported,
      undone: between(trace, last.indication, success.event),
      confidence: 'low',
    })
  },
}
