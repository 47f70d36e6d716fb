import {judgeAttempts, placeOf} from '../attempts.js'
import {isListed} from '../listed.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const candidateDisallowed: Rule = {
  meta: {
    id: 'candidate-disallowed',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'The driver stays away from access points that the task forbids.',
    why: 'The list keeps a client off an AP that is known to be bad, rogue or blocked by policy; a driver that ignores it goes round in circles or joins what it must not.',
    harmless:
      'The page of the list ends with a sentence that says the opposite of the rest. The task page, which this rule follows, is clear.',
    next: 'Ask the driver team whether the selection reads WDI_TLV_DISALLOWED_BSSIDS_LIST at all; an AP that is both candidate and forbidden is the usual test case.',
    limits: ['L-MLD'],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters (disallowed list)',
    needs: ['disallowed list of the task', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'a forbidden AP is tried',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK disallowed=AP-C,AP-D
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the selection override does not lift the ban',
          scenario: `
capture model=wificx override=1

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK disallowed=AP-C
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'another AP is tried',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK disallowed=AP-C,AP-D
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the ban was for an earlier task',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK disallowed=AP-C
   +1  M3   TASK_CONNECT        1  101  status=success
  +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
  +61  IND  CONNECT_COMPLETE    1  101  status=failure
+1000  M1   TASK_CONNECT        1  102  entries=AP-B AP-C auth=RSNA_PSK
+1001  M3   TASK_CONNECT        1  102  status=success
+1060  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
+1061  IND  CONNECT_COMPLETE    1  102  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => {
      const {bssid} = tried.attempt
      const {disallowed} = tried.given
      if (disallowed === undefined) return notApplicable('the disallowed list is not exported')
      if (disallowed === null) return notApplicable('the task forbids no access point')
      if (bssid === null) return notApplicable('the BSSID of the result is not exported')
      if (isListed(tried, bssid, disallowed, trace) !== true) return PASS
      return violation({
        ...placeOf(tried),
        message: `The driver tried ${bssid}, which the task forbids (disallowed: ${listing(disallowed)}).`,
        lowered: disallowed.includes(bssid) ? [] : ['L-MLD'],
      })
    })
  },
}
