import {judgeResetAfterAbort} from '../reset-after-abort.js'
import type {Rule} from '../rule.js'

export const abortConnectWithoutReset: Rule = {
  meta: {
    id: 'abort-connect-without-reset',
    category: 'abort-reset',
    tier: 1,
    severity: 'error',
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement:
      'After an aborted connect, or an aborted start of an AP, the host resets the port before it uses it again.',
    why: 'The driver may have stopped anywhere between authentication and association. Only the reset brings the port back to a known state.',
    harmless:
      'A disconnect before the reset is the normal order. When the connect had succeeded before the abort took effect, the need for a reset is less clear: low confidence.',
    next: 'Report it to Microsoft. If the next connection misbehaves, look for state of the aborted one in the driver.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect (abort capability)',
    needs: ['TASK_CONNECT, TASK_START_AP', 'ABORT_TASK', 'the next task of the port'],
    examples: {
      bad: [
        {
          title: 'the next task is another connect',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +50  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK           1  102  status=success
 +60  IND  CONNECT_COMPLETE     1  101  status=aborted
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
          title: 'inconclusive: a reset may have been lost',
          scenario: `
capture loss=200..300

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +50  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK           1  102  status=success
 +60  IND  CONNECT_COMPLETE     1  101  status=aborted
+500  M1   TASK_CONNECT         1  103  entries=AP-C auth=RSNA_PSK
+501  M3   TASK_CONNECT         1  103  status=success
+560  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+562  IND  CONNECT_COMPLETE     1  103  status=success
+600  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+604  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+800  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
      good: [
        {
          title: 'the reset comes first; a scan in between does not matter',
          scenario: `
   0  M1   TASK_CONNECT          1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT          1  101  status=success
 +50  M1   ABORT_TASK            1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK            1  102  status=success
 +60  IND  CONNECT_COMPLETE      1  101  status=aborted
+100  M1   TASK_SCAN             1  103  repeat=1
+101  M3   TASK_SCAN             1  103  status=success
+900  IND  SCAN_COMPLETE         1  103  status=success
+910  M1   TASK_DOT11_RESET      1  104
+911  M3   TASK_DOT11_RESET      1  104  status=success
+920  IND  DOT11_RESET_COMPLETE  1  104  status=success
`,
        },
        {
          title: 'the abort came too late: the connect was completed',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
 +63  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +64  M3   ABORT_TASK           1  102  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the firmware stalled after the abort',
          scenario: `
   0  M1   TASK_CONNECT      1        101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT      1        101  status=success
 +50  M1   ABORT_TASK        1        102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK        1        102  status=success
 +60  IND  CONNECT_COMPLETE  1        101  status=aborted
+200  IND  FIRMWARE_STALLED  adapter  -
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_CONNECT', 'TASK_START_AP'],
  check(task, trace) {
    if (task.aborts.length === 0) return undefined
    const success = trace.sessionOf(task)?.success?.event
    return success === undefined
      ? judgeResetAfterAbort(task, trace, {why: ''})
      : judgeResetAfterAbort(task, trace, {shown: [success], why: ' although it had succeeded', confidence: 'low'})
  },
}
