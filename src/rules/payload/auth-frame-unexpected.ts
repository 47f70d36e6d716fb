import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS of failures in the authentication exchange. */
const isAuthFailure = (status: number): boolean => status >= 40 && status <= 45

export const authFrameUnexpected: Rule = {
  meta: {
    id: 'auth-frame-unexpected',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'Results attach an authentication response only where the authentication exchange is what failed.',
    why: 'Whoever finds the frame takes the failure for one of authentication and looks for a wrong password where the association was refused.',
    harmless: 'The frame itself does no damage; Windows may ignore it.',
    next: 'Ask the driver team whether the status is wrong (then 40 to 45 belongs there) or the frame is left over from an earlier stage.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-association-result',
    needs: ['ASSOCIATION_RESULT with its TLV list'],
    examples: {
      bad: [
        {
          title: 'on a refused association',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17 response auth-response{code=0})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'just past the statuses of the exchange: 46',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=46 code=1 auth-response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the last of them: 45',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=45 code=1 auth-response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a refused association with its own frame',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({bssid, status, authResponse}) => {
      if (status == null) return notApplicable('the status of the result is not exported')
      if (authResponse === undefined) return notApplicable('the TLV list of the result is not exported')
      if (authResponse === null || isAuthFailure(status)) return PASS
      return violation({
        atUs: event.atUs,
        message: `The result for ${bssid ?? 'an unknown AP'} carries an authentication response, although its status ${status} is none of the authentication exchange (40 to 45).`,
        evidence: [event],
      })
    })
  },
}
