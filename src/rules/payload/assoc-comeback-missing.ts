import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** 802.11 status code: refused for now, come back later. */
const REFUSED_TEMPORARILY = 30
/** Timeout interval element: association comeback time. */
const COMEBACK = 3

export const assocComebackMissing: Rule = {
  meta: {
    id: 'assoc-comeback-missing',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'A result with "try again later" (code 30) says how much later the AP wants it.',
    why: 'The host tries again at once or gives up, instead of waiting the second or so after which the AP would take the client.',
    harmless:
      'An AP may refuse without naming a time; with its response attached and no such element in it the rule keeps quiet.',
    next: 'Ask the driver team to copy the comeback time from the timeout interval element of the response into the result.',
    limits: ['L-FRAME'],
    numbers: null,
    source:
      'netcx/wdi-tlv-association-result-parameters; windot11/DOT11_ASSOCIATION_COMPLETION_PARAMETERS § uAssocComebackTime',
    needs: ['ASSOCIATION_RESULT', '802.11 status code and comeback time'],
    examples: {
      bad: [
        {
          title: 'the response names 1000 TU, the result none',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=30 comeback=0 response{comeback=1000})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'neither a time nor the response',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=30)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the time is passed on',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=30 comeback=1000 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the AP names no comeback time, only the deadline of an FT reassociation',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=30 response{deadline=1000})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a refusal for good: code 17',
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
    return judgeEntries(event, trace, ({bssid, code, comebackTu, response}) => {
      if (code == null) return notApplicable('the 802.11 status code is not exported')
      if (code !== REFUSED_TEMPORARILY) return notApplicable('no temporary refusal')
      if (comebackTu == null) return notApplicable('the comeback time is not exported')
      if (comebackTu !== 0) return PASS
      if (response === undefined) return notApplicable('the TLV list of the result is not exported')
      const named = response?.timeouts.get(COMEBACK)
      if (response !== null && named === undefined) {
        return response.truncated ? notApplicable('the association response is cut') : PASS
      }
      return violation({
        atUs: event.atUs,
        message: `${bssid ?? 'The AP'} refused for now (code 30), but the result has no comeback time${named === undefined ? ' and does not show the response' : `; the response names ${named} TU`}.`,
        evidence: [event],
        expected: [`comeback time${named === undefined ? '' : ` ${named} TU`} in the result`],
      })
    })
  },
}
