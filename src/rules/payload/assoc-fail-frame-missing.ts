import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS that presuppose an association response. */
const RESPONDED: ReadonlyMap<number, string> = new Map([
  [52, 'did not fit'],
  [53, 'was malformed'],
  [54, 'was a refusal'],
])

export const assocFailFrameMissing: Rule = {
  meta: {
    id: 'assoc-fail-frame-missing',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'A result that blames the association response (unsuitable, malformed, refusal) shows that response.',
    why: 'Comeback time, the allowed groups of OWE and vendor details are only in the frame; Windows cannot react to what it does not see.',
    harmless: 'For a plain refusal the status code of the entry says the same.',
    next: 'Ask the driver team to attach WDI_TLV_ASSOCIATION_RESPONSE_FRAME to failures too.',
    limits: ['L-FRAME'],
    numbers: null,
    source:
      'dot11wificxtypes/WDI_ASSOC_STATUS § ASSOC_RESPONSE_CAPABILITY_MISMATCH, BAD_ASSOC_RESPONSE, ASSOC_FAILED_BY_PEER',
    needs: ['ASSOCIATION_RESULT with its TLV list'],
    examples: {
      bad: [
        {
          title: 'the AP is full, its response is not shown',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17)
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
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'no response came: status 51',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({bssid, status, code, response}) => {
      if (status == null) return notApplicable('the status of the result is not exported')
      const verdict = RESPONDED.get(status)
      if (verdict === undefined) return PASS
      if (response === undefined) return notApplicable('the TLV list of the result is not exported')
      if (response !== null) return PASS
      return violation({
        atUs: event.atUs,
        message: `The result says that the association response of ${bssid ?? 'the AP'} ${verdict} (status ${status}, code ${code ?? 'unknown'}), but does not carry it.`,
        evidence: [event],
        expected: ['WDI_TLV_ASSOCIATION_RESPONSE_FRAME with the response of the AP'],
      })
    })
  },
}
