import type {DisassociationMeaning} from '../../sessions/replay.js'
import {judgeResetAfterAbort} from '../reset-after-abort.js'
import type {Rule} from '../rule.js'
import {notApplicable} from '../verdict.js'

/** Meanings of a DISASSOCIATION that took the serving AP away, as far as the capture tells. */
const LEAVES: ReadonlySet<DisassociationMeaning | null> = new Set(['peer', 'state unknown', 'unmapped'])

export const abortRoamWithoutReset: Rule = {
  meta: {
    id: 'abort-roam-without-reset',
    category: 'abort-reset',
    tier: 1,
    severity: 'error',
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement:
      'After a roam that was aborted when the serving AP had already been left, the host resets the port before it uses it again.',
    why: 'The driver is between two access points. Settings and keys of the old connection are still there and can leak into the next one.',
    harmless:
      'A disconnect before the reset is the normal order. When the disassociation came only after the abort, the host may not have known of it: a warning.',
    next: 'Report it to Microsoft. If the next connection misbehaves, look for state of the aborted roam in the driver.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/oid-wdi-task-roam (abort capability); netcx/oid-wdi-task-dot11-reset (disconnect first)',
    needs: ['TASK_ROAM', 'ABORT_TASK', 'DISASSOCIATION', 'the next task of the port'],
    examples: {
      bad: [
        {
          title: 'the next task is a connect',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +50  M1   ABORT_TASK           1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK           1  102  status=success
  +60  IND  ROAM_COMPLETE        1  101  status=aborted
 +500  M1   TASK_CONNECT         1  103  entries=AP-C auth=RSNA_PSK
 +501  M3   TASK_CONNECT         1  103  status=success
 +560  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
 +562  IND  CONNECT_COMPLETE     1  103  status=success
 +600  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
 +604  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
 +800  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'inconclusive: the capture shows no further task',
          scenario: `
capture to=5000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
  +20  IND  DISASSOCIATION     1  -    AP-A status=10
  +50  M1   ABORT_TASK         1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK         1  102  status=success
  +60  IND  ROAM_COMPLETE      1  101  status=aborted
`,
        },
      ],
      good: [
        {
          title: 'disconnect, reset, connect',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
    0  M1   TASK_ROAM             1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM             1  101  status=success
  +20  IND  DISASSOCIATION        1  -    AP-A status=10
  +50  M1   ABORT_TASK            1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK            1  102  status=success
  +60  IND  ROAM_COMPLETE         1  101  status=aborted
  +70  M1   TASK_DOT11_RESET      1  103
  +71  M3   TASK_DOT11_RESET      1  103  status=success
  +80  IND  DOT11_RESET_COMPLETE  1  103  status=success
 +500  M1   TASK_CONNECT          1  104  entries=AP-C auth=RSNA_PSK
 +501  M3   TASK_CONNECT          1  104  status=success
 +560  IND  ASSOCIATION_RESULT    1  -    (AP-C status=0 auth=RSNA_PSK)
 +562  IND  CONNECT_COMPLETE      1  104  status=success
 +600  M1   SET_ADD_CIPHER_KEYS   1  105  (pairwise peer=AP-C) (group)
 +604  M3   SET_ADD_CIPHER_KEYS   1  105  status=success
 +800  IND  LINK_STATE_CHANGE     1  -    AP-C quality=70
`,
        },
        {
          title: 'aborted before the serving AP was left',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +50  M1   ABORT_TASK           1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK           1  102  status=success
  +60  IND  ROAM_COMPLETE        1  101  status=aborted
 +500  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +501  M3   TASK_ROAM            1  103  status=success
 +512  IND  DISASSOCIATION       1  -    AP-A status=10
 +570  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
 +571  IND  ROAM_COMPLETE        1  103  status=success
 +610  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
 +614  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
 +800  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'the roam had succeeded before the abort took effect',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +50  M1   ABORT_TASK           1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK           1  102  status=success
  +58  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +60  IND  ROAM_COMPLETE        1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check({task, attempts, disassociations}, trace) {
    const abort = task?.aborts[0]?.m1
    if (task === null || !abort) return undefined
    if (attempts.some(({succeeded}) => succeeded)) return notApplicable('the roam had a successful result')
    if (attempts.some(({entry}) => entry.status === undefined))
      return notApplicable('the status of a result is not exported')
    const left = disassociations.find(event => LEAVES.has(trace.meaningOf(event)))
    if (left === undefined) return notApplicable('no disassociation of the serving AP in the roam')
    const before = left.seq < abort.seq
    return judgeResetAfterAbort(task, trace, {
      shown: [left],
      why: before ? ' after the disassociation' : ', the disassociation followed before its completion',
      severity: before ? 'error' : 'warning',
      undone: trace.meaningOf(left) === 'unmapped' ? ['L-MLD'] : [],
    })
  },
}
