import type {Attempt} from '../../sessions/session.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const excessiveFailedCandidates: Rule = {
  meta: {
    id: 'excessive-failed-candidates',
    category: 'roam-quality',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'V',
    class: 'HEUR',
    statement: 'A connect or roam finds its AP without a row of failed candidates.',
    why: 'Each failed attempt takes its time, in a roam usually without a connection.',
    harmless: 'Far from all access points, or where one of them turns everybody away.',
    next: 'Look at status and code of the attempts: the same code everywhere points to the credentials or the driver, different ones to the radio, a single AP to that AP.',
    limits: [],
    numbers: '3',
    source: 'reasoning',
    needs: ['ASSOCIATION_RESULT with status'],
    examples: {
      bad: [
        {
          title: 'three failures before the success',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C AP-D AP-E auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +40  IND  ASSOCIATION_RESULT   1  -    (AP-B status=41)
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-C status=41)
+120  IND  ASSOCIATION_RESULT   1  -    (AP-D status=41)
+160  IND  ASSOCIATION_RESULT   1  -    (AP-E status=0 auth=RSNA_PSK)
+162  IND  CONNECT_COMPLETE     1  101  status=success
+200  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-E) (group)
+204  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+400  IND  LINK_STATE_CHANGE    1  -    AP-E quality=70
`,
        },
        {
          title: 'one AP three times, in one indication',
          scenario: `
   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
+120  IND  ASSOCIATION_RESULT  1  -    (AP-B status=41) (AP-B status=41) (AP-B status=41)
+122  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'two failures',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C AP-D auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +40  IND  ASSOCIATION_RESULT   1  -    (AP-B status=41)
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-C status=41)
+120  IND  ASSOCIATION_RESULT   1  -    (AP-D status=0 auth=RSNA_PSK)
+122  IND  CONNECT_COMPLETE     1  101  status=success
+160  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-D) (group)
+164  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+360  IND  LINK_STATE_CHANGE    1  -    AP-D quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({attempts, task, kind}, trace) {
    const least = trace.settings.failedCandidates
    const failed = attempts.filter(({entry: {status}}) => status != null && status !== 0)
    const reached = failed[least - 1]
    if (reached === undefined) {
      const unknown = attempts.some(({entry: {status}}) => status === undefined)
      return unknown ? notApplicable('the status of a result is not exported') : PASS
    }
    return violation({
      atUs: reached.event.atUs,
      message: `${failed.length} attempts of the ${kind} failed: ${listing(failed.map(words))}.`,
      evidence: [...(task?.m1 ? [task.m1] : []), ...new Set(failed.map(({event}) => event))],
    })
  },
}

const words = ({bssid, entry: {status, code}}: Attempt) =>
  `${bssid ?? 'an unknown BSSID'} with status ${status}${code ? ` (802.11 code ${code})` : ''}`
