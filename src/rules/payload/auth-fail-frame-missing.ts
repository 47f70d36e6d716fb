import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS: the peer refused the authentication. */
const AUTH_FAILED_BY_PEER = 44

export const authFailFrameMissing: Rule = {
  meta: {
    id: 'auth-fail-frame-missing',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A result that says "authentication refused by the peer" carries the authentication response of the AP.',
    why: 'For SAE the frame holds what the refusal was about (token, group, reject); without it the host can only try the same again.',
    harmless: 'The 802.11 status code of the entry often says enough to understand a single failure.',
    next: 'Ask the driver team to attach WDI_TLV_AUTHENTICATION_RESPONSE_FRAME, or to use status 41 if no response came.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_ASSOC_STATUS § AUTH_FAILED_BY_PEER',
    needs: ['ASSOCIATION_RESULT with its TLV list'],
    examples: {
      bad: [
        {
          title: 'refused with code 1, no frame',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=44 code=1)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the response is attached',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=44 code=1 auth-response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'no response came: status 41',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=41)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the export prints selected fields only',
          scenario: `
capture model=wificx tlvs=0

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=44 code=1)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({bssid, status, code, authResponse}) => {
      if (status == null) return notApplicable('the status of the result is not exported')
      if (status !== AUTH_FAILED_BY_PEER) return PASS
      if (authResponse === undefined) return notApplicable('the TLV list of the result is not exported')
      if (authResponse !== null) return PASS
      return violation({
        atUs: event.atUs,
        message: `The result says that ${bssid ?? 'the AP'} refused the authentication (status ${status}, code ${code ?? 'unknown'}), but carries no authentication response.`,
        evidence: [event],
        expected: ['WDI_TLV_AUTHENTICATION_RESPONSE_FRAME with the response of the AP'],
      })
    })
  },
}
