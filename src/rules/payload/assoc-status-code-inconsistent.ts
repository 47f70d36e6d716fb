import type {AssociationEntry} from '../../wdi/facts.js'
import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS: the peer refused the authentication or the association. */
const REFUSED = [44, 54]

export const assocStatusCodeInconsistent: Rule = {
  meta: {
    id: 'assoc-status-code-inconsistent',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement:
      'The 802.11 status code of a result is the one that the AP sent: zero on success, another one on a refusal.',
    why: 'Windows chooses its next step by this code: wait for a comeback, try another group, forget the PMKID, give the AP up.',
    harmless: 'A success with a stray code does no harm as long as nobody evaluates the code.',
    next: 'Compare with the response frame on the air or in the trace, and ask the driver team where the code comes from.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-association-result-parameters',
    needs: ['ASSOCIATION_RESULT', 'status and 802.11 status code'],
    examples: {
      bad: [
        {
          title: 'refused with code 0',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=0 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the attached response has another code',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=1 response{code=17})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'success with code 17',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 code=17 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'entry and response agree',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17 response)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'nobody answered, so there is no code',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 code=0)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, entry => {
      const {bssid, status, code} = entry
      if (status == null || code == null) return notApplicable('status or code of the result are not exported')
      const wrong = contradiction(entry, status, code)
      if (wrong === null) return PASS
      return violation({
        atUs: event.atUs,
        message: `The result for ${bssid ?? 'an unknown AP'} has status ${status} and 802.11 status code ${code}, but ${wrong}.`,
        evidence: [event],
      })
    })
  },
}

function contradiction(entry: AssociationEntry, status: number, code: number): string | null {
  if (status === 0 && code !== 0) return 'a success has code 0'
  if (REFUSED.includes(status) && code === 0) return 'a refusal has a code other than 0'
  const sent = sentCode(entry, status)
  // The frame has two bytes for what the entry holds in four.
  return sent === null || sent === (code & 0xffff) ? null : `the attached response says ${sent}`
}

/** Code in the attached response of the stage that the status is about. */
function sentCode({response, authResponse}: AssociationEntry, status: number): number | null {
  const frame = status >= 40 && status <= 45 ? authResponse : response
  return frame?.code ?? null
}
