import {isFailure} from '../../sessions/task.js'
import {orderDoubt} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskCompleteBeforeStart: Rule = {
  meta: {
    id: 'task-complete-before-start',
    category: 'task-lifecycle',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'O',
    class: 'HEUR',
    statement: 'On WiFiCx the start response (M3) comes before the completion.',
    why: "Microsoft's sample driver answers the request first because, it says, the system expects that order. A driver that does not may meet versions of Windows that fail on it.",
    harmless:
      'Mostly. The WDI text allows a completion before a successful response, and two processors may have written the two records in the other order.',
    next: 'Driver team: complete the request before indicating the completion. Cheap to change, and it removes a doubt.',
    limits: [],
    numbers: null,
    source:
      'sample driver, wifitransition.cpp and wifirequest.cpp; network/wdi-communication-model § Synchronization, item 7',
    needs: ['status of responses (M3), completions'],
    examples: {
      bad: [
        {
          title: 'completion 1 ms before the response',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
900  IND  SCAN_COMPLETE  1  101  status=success
901  M3   TASK_SCAN      1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a WDI driver may do so',
          scenario: `
capture model=wdi

  0  M1   TASK_SCAN      1  101  repeat=1
900  IND  SCAN_COMPLETE  1  101  status=success
901  M3   TASK_SCAN      1  101  status=success
`,
        },
        {
          title: 'all work done before the response, but the completion after it',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +6  IND  DISASSOCIATION       1  -    AP-A status=10
  +58  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +59  M3   TASK_ROAM            1  101  status=success
  +60  IND  ROAM_COMPLETE        1  101  status=success
  +98  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +102  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +250  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check({m1, m3, m4, message, adapter}) {
    if (adapter.model !== 'wificx') return notApplicable('WDI allows the completion before the response')
    if (m3 === null || m4 === null) return notApplicable('response (M3) or completion not in the capture')
    if (m3.status === null) return notApplicable('the status of responses (M3) is not exported')
    if (isFailure(m3.status)) return notApplicable('the task was rejected')
    if (m4.seq > m3.seq) return PASS
    const doubt = orderDoubt(m4, m3)
    return violation({
      atUs: m3.atUs,
      message: `${message.name} is completed ${duration(m3.atUs - m4.atUs)} before its start response.`,
      evidence: [...(m1 === null ? [] : [m1]), m4, m3],
      ...(doubt === undefined ? {} : {confidence: doubt}),
    })
  },
}
