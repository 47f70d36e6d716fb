import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftParamsResponseIncomplete: Rule = {
  meta: {
    id: 'ft-params-response-incomplete',
    category: 'ft',
    tier: 1,
    severity: 'error',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement:
      'FT parameters with a success status carry the RSN element, the mobility domain element and the FT element.',
    why: 'The driver cannot build a valid reassociation request from a part of them; the AP would refuse it.',
    harmless: 'Never with a full export. Some exports print selected TLVs only; then the rule does not judge.',
    next: 'Report it to Microsoft with the bytes of the command and the OS build; the driver can only reject it.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-set-fast-bss-transition-parameters',
    needs: ['SET_FAST_BSS_TRANSITION_PARAMETERS with its TLV list'],
    examples: {
      bad: [
        {
          title: 'the FT element is missing',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the FT element is there, but empty',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte(empty)
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'a failure status needs no elements',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'only selected fields are exported',
          scenario: `
capture model=wificx tlvs=0

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['SET_FAST_BSS_TRANSITION_PARAMETERS'],
  check({m1}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const {status, rsnBytes, mdeBytes, fteBytes} = trace.reader.ftAnswer(m1)
    if (status == null) return notApplicable('the status of the answer is not exported')
    if (status !== 0) return notApplicable('the answer has a failure status')
    const elements = [
      {name: 'RSN element', length: rsnBytes},
      {name: 'mobility domain element', length: mdeBytes},
      {name: 'FT element', length: fteBytes},
    ]
    const missing = elements.filter(({length}) => length === null || length === 0)
    if (missing.length > 0) {
      const parts = missing.map(({name, length}) => `${name} is ${length === 0 ? 'empty' : 'absent'}`)
      return violation({
        atUs: m1.atUs,
        message: `The FT parameters have a success status, but their ${parts.join(' and their ')}.`,
        evidence: [m1],
        expected: missing.map(({name}) => name),
      })
    }
    return elements.some(({length}) => length === undefined)
      ? notApplicable('the TLV list of the answer is not exported')
      : PASS
  },
}
