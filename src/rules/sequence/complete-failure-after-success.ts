import {isFailure} from '../../sessions/task.js'
import {between} from '../doubt.js'
import {namesPeer} from '../names-peer.js'
import type {LimitCode, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const completeFailureAfterSuccess: Rule = {
  meta: {
    id: 'complete-failure-after-success',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'SHOULD',
    statement: 'A connect or roam that joined an AP is not completed with a failure.',
    why: 'The host may reset the port or connect elsewhere although the link is up, and the failure counts against the driver.',
    harmless: 'An abort that raced with the success explains the status; the finding is then only an info.',
    next: 'Ask the driver team which step after the association set the failure status.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect',
    needs: ['TASK_CONNECT, TASK_ROAM', 'completion status', 'ASSOCIATION_RESULT', 'DISASSOCIATION'],
    examples: {
      bad: [
        {
          title: 'joined, yet completed with a failure',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +82  IND  CONNECT_COMPLETE     1  101  status=failure
+120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the AP may have ended it in the gap',
          scenario: `
capture model=wificx loss=90..100

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+182  IND  CONNECT_COMPLETE     1  101  status=failure
`,
        },
        {
          title: 'an abort raced with the success: only a note',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +78  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +79  M3   ABORT_TASK           1  102  status=success
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +82  IND  CONNECT_COMPLETE     1  101  status=aborted
+100  M1   TASK_DOT11_RESET     1  103
+102  M3   TASK_DOT11_RESET     1  103  status=success
+110  IND  DOT11_RESET_COMPLETE 1  103  status=success
`,
        },
      ],
      good: [
        {
          title: 'the AP ended the association before the completion',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +90  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 15)
 +92  IND  CONNECT_COMPLETE     1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({task, success, disassociations}, trace) {
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const {m4} = task
    if (m4 === null) return notApplicable('the task is not completed in the capture')
    if (m4.status === null) return notApplicable('the status of the completion is not exported')
    if (!isFailure(m4.status)) return notApplicable('the task was not completed with a failure')
    const joined = success !== null && success.event.seq < m4.seq ? success : null
    if (joined === null) return PASS
    const {event, bssid} = joined
    if (bssid === null) return notApplicable('the BSSID of the success is not exported')
    const later = disassociations.filter(({seq}) => seq > event.seq)
    const ends = later.map(end => namesPeer(end, bssid, trace.before(end).mlo, trace))
    if (ends.includes(true)) return PASS
    const undone: LimitCode[] = between(trace, event, m4)
    if (ends.includes(null)) undone.push('L-MLD')
    const [abort] = task.aborts
    const raced = abort === undefined ? '' : ' An abort raced with it.'
    return violation({
      atUs: m4.atUs,
      message: `The task was completed with status 0x${m4.status.toString(16)} ${duration(m4.atUs - event.atUs)} after the successful result for ${bssid}.${raced}`,
      evidence: [m4, event, ...(abort?.m1 ? [abort.m1] : [])],
      expected: ['a success status'],
      severity: abort === undefined ? 'warning' : 'info',
      undone,
    })
  },
}
