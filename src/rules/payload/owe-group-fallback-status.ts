import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** 802.11: the finite cyclic group is not supported. */
const UNSUPPORTED_GROUP = 77
/** WDI_ASSOC_STATUS: the peer refused the association. */
const ASSOC_FAILED_BY_PEER = 54
const OWE = 10

export const oweGroupFallbackStatus: Rule = {
  meta: {
    id: 'owe-group-fallback-status',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'An OWE refusal for an unsupported group (code 77) is reported as "association refused by the peer" (54).',
    why: 'Only this pair makes Windows send another group with SET_OWE_DH_IE. With any other status it gives up on an AP that it could join.',
    harmless: 'If the AP supports the first group, as nearly all do, the case never occurs.',
    next: 'Ask the driver team to map code 77 of an association response to status 54.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § OWE connection',
    needs: ['ASSOCIATION_RESULT', 'status and 802.11 status code', 'authentication algorithm or association response'],
    examples: {
      bad: [
        {
          title: 'reported as a general failure',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=1 code=77 auth=OWE request response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'algorithm not reported, but the association response shows the code',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=52 code=77 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'status 54',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=77 auth=OWE request response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'SAE uses code 77 in its authentication frames',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=WPA3_SAE MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=44 code=77 auth=WPA3_SAE auth-response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({bssid, status, code, auth, response}) => {
      if (status == null || code == null) return notApplicable('status or code of the result are not exported')
      if (code !== UNSUPPORTED_GROUP) return PASS
      if (auth !== OWE && !response) return notApplicable('code 77 cannot be told to be that of OWE')
      if (status === ASSOC_FAILED_BY_PEER) return PASS
      return violation({
        atUs: event.atUs,
        message: `The result for ${bssid ?? 'an unknown AP'} has code 77 (group not supported) with status ${status}.`,
        evidence: [event],
        expected: ['status 54 (association refused by the peer) with code 77'],
      })
    })
  },
}
