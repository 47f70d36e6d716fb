import type {TraceEvent} from '../../events/event.js'
import type {AssociationEntry} from '../../wdi/facts.js'
import {contactsOf} from '../contacts.js'
import {grain} from '../doubt.js'
import {judgeEntries} from '../result-entries.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** 802.11 status "refused temporarily", its timeout-interval element, and the unit of both, µs. */
const REFUSED_TEMPORARILY = 30
const COMEBACK = 3
const TU = 1024

export const comebackIgnored: Rule = {
  meta: {
    id: 'comeback-ignored',
    category: 'roam-quality',
    tier: 2,
    severity: 'warning',
    blame: ['host', 'driver'],
    basis: 'D',
    class: 'DESC',
    statement: 'An AP that refuses an association for now and says for how long is left alone for that time.',
    why: 'The AP will refuse again; the time is lost, and some APs lengthen the ban.',
    harmless: 'When no other AP is in reach and the time is short.',
    next: 'The second attempt in the same task: the driver loops over its list. In another task: the host offered the AP again too early.',
    limits: [],
    numbers: null,
    source: 'windot11/DOT11_ASSOCIATION_COMPLETION_PARAMETERS § uAssocComebackTime',
    needs: ['ASSOCIATION_RESULT with 802.11 status code and comeback time'],
    examples: {
      bad: [
        {
          title: 'tried again after 500 ms of 1024',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=54 code=30 comeback=1000 response)
+560  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+562  IND  CONNECT_COMPLETE     1  101  status=success
+600  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+604  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+800  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'tried again after exactly 1000 TU',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=54 code=30 comeback=1000 response)
+1084  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+1086  IND  CONNECT_COMPLETE     1  101  status=success
+1120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+1124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+1320  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'another AP is tried in the meantime',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=54 code=30 comeback=1000 response)
+160  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+162  IND  CONNECT_COMPLETE     1  101  status=success
+200  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+204  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+400  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, entry => judge(entry, event, trace))
  },
}

function judge(
  {bssid, status, code, comebackTu, response}: AssociationEntry,
  event: TraceEvent,
  trace: Trace,
): Judgement | undefined {
  if (status === 0 || code !== REFUSED_TEMPORARILY || !bssid) return undefined
  const tu = comebackTu || response?.timeouts.get(COMEBACK) || 0
  if (tu === 0) return notApplicable('the comeback time is not exported')
  const limitUs = tu * TU
  const contacts = (other: TraceEvent) => contactsOf(other, trace).some(contact => contact.bssid === bssid)
  const again = trace.next(event, contacts, event.atUs + limitUs + trace.capture.granularityUs)
  if (again === null) {
    const covered = trace.silence.reaches(event.atUs + limitUs) && !trace.silence.lost(event.atUs, event.atUs + limitUs)
    return covered ? PASS : notApplicable('the comeback time is not covered by the capture')
  }
  const waitedUs = again.atUs - event.atUs
  const undone = grain(trace, waitedUs, limitUs)
  if (waitedUs >= limitUs && undone.length === 0) return PASS
  const sameTask = trace.taskOf(again) !== null && trace.taskOf(again) === trace.taskOf(event)
  return violation({
    atUs: again.atUs,
    message: `${bssid} refused the association for ${duration(limitUs)} (${tu} TU) and was tried again after ${duration(waitedUs)}, ${sameTask ? 'in the same task' : 'in another task'}.`,
    evidence: [event, again],
    expected: [`no attempt for ${bssid} in that time`],
    blame: sameTask ? 'driver' : 'host',
    undone,
  })
}
