import {laterTask} from '../later-task.js'
import {namesPeer} from '../names-peer.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const attemptContinuedAfterSuccess: Rule = {
  meta: {
    id: 'attempt-continued-after-success',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'SHOULD',
    statement: 'Once an entry of the list was joined, the task is completed; the driver does not try further entries.',
    why: 'A success that is taken back inside the task costs the user a second association, and the host has already begun to work with the first.',
    harmless:
      'When the AP itself threw the station out: the status of the disassociation says so (13 deauthenticated, 14 disassociated).',
    next: 'Look at the status and reason of the disassociation. Peer-caused: ask about the AP. Otherwise ask the driver team why the association was given up.',
    limits: [],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect',
    needs: ['TASK_CONNECT, TASK_ROAM', 'ASSOCIATION_RESULT', 'DISASSOCIATION'],
    examples: {
      bad: [
        {
          title: 'joined, left and on to the next AP in one task',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +70  IND  DISASSOCIATION       1  -    AP-B status=15
+110  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+112  IND  CONNECT_COMPLETE     1  101  status=success
+150  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+154  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
      good: [
        {
          title: 'thrown out, and the task is completed at once',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +70  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 15)
 +72  IND  CONNECT_COMPLETE     1  101  status=failure
`,
        },
        {
          title: 'a failed attempt before the success',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
+110  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+112  IND  CONNECT_COMPLETE     1  101  status=success
+150  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+154  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({task, attempts, disassociations}, trace) {
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const successes = attempts.filter(({succeeded}) => succeeded)
    if (successes.length === 0) return notApplicable('no successful result in the task')
    const continued = successes.flatMap(({event, bssid}) => {
      const ends = disassociations.filter(({seq}) => seq > event.seq)
      const left = bssid && ends.find(end => namesPeer(end, bssid, trace.before(end).mlo, trace) === true)
      const next = left && attempts.find(attempt => attempt.event.seq > left.seq)
      return next ? [{event, bssid, left, next}] : []
    })
    if (continued.length === 0) return PASS
    return continued.map(({event, bssid, left, next}) => {
      const {status} = trace.reader.disassociation(left)
      return violation({
        atUs: next.event.atUs,
        message: `The driver had joined ${bssid}, reported its disassociation (status ${status ?? 'not exported'}) and went on to ${next.bssid ?? 'another AP'} ${duration(next.event.atUs - event.atUs)} after the success, in the same task.`,
        evidence: [next.event, event, left],
        expected: [`${task.message.counterpart ?? 'the completion'} after the success for ${bssid}`],
        // A completion and a new command between the two would make two tasks of it; a completion that follows rules that out.
        undone: laterTask(task, event, next.event, trace),
      })
    })
  },
}
