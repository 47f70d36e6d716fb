import {ALL_STATIONS} from '../../events/units.js'
import {judgeAttempts, placeOf} from '../attempts.js'
import {isListed} from '../listed.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const candidateNotAllowed: Rule = {
  meta: {
    id: 'candidate-not-allowed',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'Where a task names the access points that are allowed, the driver tries no other.',
    why: 'A profile that is bound to certain APs loses its meaning, and the user ends up on hardware that the policy shuts out.',
    harmless: 'An all-ones address among the allowed ones is the wildcard: everything is allowed then.',
    next: 'Ask the driver team whether the selection reads WDI_TLV_ALLOWED_BSSIDS_LIST; it restricts the candidates, it does not add to them.',
    limits: ['L-MLD'],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters; netcx/oid-wdi-task-roam',
    needs: ['allowed list of the task', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'a candidate that is not among the allowed ones',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK allowed=AP-B
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'inconclusive: AP-C may be another link of AP-B',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=WPA3_SAE MFPEnabled=1 allowed=AP-B MloConnectionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'an allowed AP',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK allowed=AP-B
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the wildcard',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK allowed=AP-B,ALL
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
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
      const {allowed} = tried.given
      if (allowed === undefined) return notApplicable('the allowed list is not exported')
      if (allowed === null || allowed.length === 0) return notApplicable('the task has no allowed list')
      if (allowed.includes(ALL_STATIONS)) return notApplicable('the task allows every access point')
      if (bssid === null) return notApplicable('the BSSID of the result is not exported')
      const listed = isListed(tried, bssid, allowed, trace)
      if (listed === true) return PASS
      return violation({
        ...placeOf(tried),
        message: `The driver tried ${bssid}, which is not among the access points that the task allows (${listing(allowed)}).`,
        expected: [`an attempt on one of ${listing(allowed)}`],
        undone: listed === null ? ['L-MLD'] : [],
      })
    })
  },
}
