import {abortTarget} from '../abort-target.js'
import {matchDoubt} from '../match-doubt.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const abortNotAbortable: Rule = {
  meta: {
    id: 'abort-not-abortable',
    category: 'abort-reset',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement:
      'Aborts go to tasks whose page allows it: not to disconnect, dot11 reset, radio state, operation mode, the end of an AP, open, close, or the making and deleting of ports.',
    why: 'The driver has no way to stop such a task half done. The abort has no effect, or leaves the port in a state that nobody describes.',
    harmless: 'When the task is completed normally soon after.',
    next: 'Report it to Microsoft if it comes back. The driver team may answer the abort with success and let the task finish.',
    limits: [],
    numbers: null,
    source: 'netcx/oid-wdi-task-* (column "Abort capable")',
    needs: ['ABORT_TASK (M1) with cancel parameters'],
    examples: {
      bad: [
        {
          title: 'a disconnect is aborted',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +20  M1   ABORT_TASK           1  102  target=TASK_DISCONNECT id=101 port=1
  +21  M3   ABORT_TASK           1  102  status=success
 +110  IND  DISASSOCIATION       1  -    AP-A status=7
 +120  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a scan is aborted',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+501  M3   ABORT_TASK     1  102  status=success
+520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['ABORT_TASK'],
  check(command, trace) {
    const abort = abortTarget(command, trace)
    if (abort.kind !== 'abort') return abort
    const {m1, task} = abort
    if (task.message.abortable === null)
      return notApplicable('the page of the task does not say whether it can be aborted')
    if (task.message.abortable) return PASS
    return violation({
      atUs: m1.atUs,
      message: `The host aborts ${task.message.name}, which cannot be aborted.`,
      evidence: [m1, ...(task.m1 === null ? [] : [task.m1])],
      ...matchDoubt(task),
    })
  },
}
