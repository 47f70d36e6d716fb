import {hexText} from '../../wdi/octets.js'
import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** Bytes that show where the first element stands in either form. */
const SHOWN = 12

export const reassocFlagMismatch: Rule = {
  meta: {
    id: 'reassoc-flag-mismatch',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'The reassociation flag of a result says which kind of request the driver has sent.',
    why: 'The elements of a reassociation request start six bytes later: whoever reads the frame by the flag misreads everything in it, and counts roams as first associations or the other way round.',
    harmless: 'The association works all the same; only readers of the report are misled.',
    next: 'Ask the driver team whether the flag is set when the frame is built, or when the task is parsed.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-association-result-parameters; IEEE 802.11 § 9.3.3.5, 9.3.3.7',
    needs: ['reassociation flag', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'flag 1 with an association request',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 reassociation=1 request{kind=assoc})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'flag 0 with a reassociation request',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 reassociation=0 request{kind=reassoc})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'flag 1 with a reassociation request',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 reassociation=1 request{kind=reassoc})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the body reads as either form',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 reassociation=0 request{kind=both})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({bssid, reassociation, request}) => {
      if (request == null) return notApplicable('no association request frame exported')
      if (reassociation == null) return notApplicable('the reassociation flag is not exported')
      const [form, other] = request.forms
      if (form === undefined) return notApplicable('the association request cannot be read')
      if (other !== undefined) return notApplicable('the request reads as association and as reassociation')
      if ((form === 'reassoc') === (reassociation !== 0)) return PASS
      const kind =
        form === 'reassoc' ? 'a reassociation request (SSID at byte 10)' : 'an association request (SSID at byte 4)'
      return violation({
        atUs: event.atUs,
        message: `The result for ${bssid ?? 'an unknown AP'} has reassociation flag ${reassociation}, but its frame is ${kind}; it starts with ${hexText(request.bytes.subarray(0, SHOWN))}.`,
        evidence: [event],
      })
    })
  },
}
