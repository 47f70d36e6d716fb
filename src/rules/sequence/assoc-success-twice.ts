import {isMlo} from '../../sessions/mlo.js'
import type {Attempt, Session} from '../../sessions/session.js'
import type {ConnectTask} from '../../wdi/facts.js'
import {between} from '../doubt.js'
import {namesPeer} from '../names-peer.js'
import type {Judgement, LimitCode, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const assocSuccessTwice: Rule = {
  meta: {
    id: 'assoc-success-twice',
    category: 'sequence',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'A port is associated with one AP at a time: inside a task a second success needs a disassociation of the first peer before it.',
    why: 'The host cannot tell which of the two links carries the traffic; keys may go to the wrong one. For the same peer twice it starts the handshake again.',
    harmless:
      'Two links of one MLD in one container are one association (see mlo-multiple-result-containers). For the same peer twice it is a repeated report, hence only a warning.',
    next: 'Ask the driver team whether the first association really existed. If so its end must be reported; if not, its result should have been a failure.',
    limits: ['L-LOSS', 'L-MLD'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect; seed 000 (at most one AP per roam)',
    needs: ['TASK_CONNECT, TASK_ROAM', 'ASSOCIATION_RESULT', 'DISASSOCIATION'],
    examples: {
      bad: [
        {
          title: 'two APs, no disassociation between them',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +90  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +92  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'the same AP twice: a warning',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +90  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +92  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: a disassociation may have been lost between them',
          scenario: `
capture model=wificx loss=70..80

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +90  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +92  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'one result names two APs as joined',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +90  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK) (AP-C status=0 auth=RSNA_PSK)
 +92  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
      good: [
        {
          title: 'one container lists a failed attempt and the success',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +90  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2) (AP-C status=0 auth=RSNA_PSK)
 +92  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'two tasks, two successes',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+1000  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+1002  M3   TASK_ROAM            1  103  status=success
+1020  IND  DISASSOCIATION       1  -    AP-B status=10
+1060  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+1062  IND  ROAM_COMPLETE        1  103  status=success
+1120  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+1124  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+1300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const {task} = session
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const successes = session.attempts.filter(({succeeded}) => succeeded)
    if (successes.length === 0) return notApplicable('no successful result in the task')
    const given = trace.reader.connectTask(task.m1)
    const judged = successes.flatMap((second, i) => {
      const first = successes[i - 1]
      return first === undefined ? [] : judgePair(first, second, session, given, trace)
    })
    return judged.length === 0 ? PASS : judged
  },
}

function judgePair(first: Attempt, second: Attempt, session: Session, given: ConnectTask, trace: Trace): Judgement[] {
  if (first.bssid === null || second.bssid === null) return [notApplicable('the BSSID of a success is not exported')]
  const {bssid} = first
  const mlo = isMlo(first.entry, given, session.adapter.model)
  const same = trace.same(session.adapter, bssid, second.bssid, mlo)
  const sameContainer = first.event === second.event
  if (sameContainer && same === true && bssid !== second.bssid) return [PASS]
  const left = session.disassociations.filter(({seq}) => seq > first.event.seq && seq < second.event.seq)
  const ends = left.map(event => namesPeer(event, bssid, mlo, trace))
  if (ends.includes(true)) return [PASS]
  const undone: LimitCode[] = between(trace, first.event, second.event)
  if (same === null || ends.includes(null)) undone.push('L-MLD')
  const gap = sameContainer ? 'in one indication' : `${duration(second.event.atUs - first.event.atUs)} apart`
  const whom = same === true ? `for the same AP ${bssid}` : `for ${bssid} and ${second.bssid}`
  return [
    violation({
      atUs: second.event.atUs,
      message: `Two successful association results ${whom}, ${gap}, without a DISASSOCIATION of ${bssid} between them.`,
      evidence: sameContainer ? [second.event] : [second.event, first.event],
      expected: [`DISASSOCIATION of ${bssid} between the two, or one success only`],
      severity: same === true ? 'warning' : 'error',
      undone,
    }),
  ]
}
