import {seconds} from '../../events/units.js'
import type {Task} from '../../sessions/task.js'
import {overLimit} from '../limit.js'
import {hostTime} from '../phases-of-request.js'
import type {Rule} from '../rule.js'
import {sleepDoubt} from '../sleep.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskOverNormalTime: Rule = {
  meta: {
    id: 'task-over-normal-time',
    category: 'timing',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'SHOULD',
    statement: 'A task is completed within the time that its page calls normal.',
    why: 'Everything else on the adapter waits for it. The figures are generous; a task beyond them waited for something that did not come.',
    harmless:
      'On a machine under heavy load, or in a debugger: the figures assume a processor that is free. Where the machine slept meanwhile the verdict is inconclusive.',
    next: 'Look at the phases of the session first: time that the host took to answer FT or SAE questions is not the driver’s. For the rest ask the driver team.',
    limits: ['L-HOST'],
    numbers: 'roam 10 s, connect 10 s, scan 4 s, disconnect 1 s, dot11 reset 1 s, radio 1 s, operation mode 1 s',
    source: 'netcx/oid-wdi-task-* (normal execution time); network/wdi-hang-detection-and-recovery',
    needs: ['TASK_* commands (M1) and completions'],
    examples: {
      bad: [
        {
          title: 'a disconnect that takes 1.2 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
 1190  IND  DISASSOCIATION       1  -    AP-A status=7
 1200  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 1 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  990  IND  DISASSOCIATION       1  -    AP-A status=7
 1000  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'an aborted task took what the abort left it',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
11000  M1   ABORT_TASK         1  102  target=TASK_ROAM id=101 port=1
11001  M3   ABORT_TASK         1  102  status=success
11020  IND  ROAM_COMPLETE      1  101  status=aborted
`,
        },
        {
          title: 'three scans in one task have no normal time',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=3
  +1  M3   TASK_SCAN      1  101  status=success
9000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const {m1, m4, message} = task
    if (task.end === 'rejected' || task.end === 'device-reset') return notApplicable('the task was rejected or reset')
    if (m1 === null || m4 === null) return notApplicable('command or completion of the task not in the capture')
    if (task.aborts.length > 0) return notApplicable('the task was aborted')
    if (message.normalSeconds === null) return notApplicable('the page of the task gives no normal time')
    if (repeats(task, trace)) return notApplicable('a scan that repeats, or whose repeat count is not exported')
    const normal = seconds(message.normalSeconds)
    const undone = overLimit(trace, m4.atUs - m1.atUs, normal)
    if (undone === null) return PASS
    const session = trace.sessionOf(task)
    const host = session === null ? 0 : hostTime(session)
    const waited = host === 0 ? '' : `, ${duration(host)} of it waiting for answers of the host`
    return violation({
      atUs: m4.atUs,
      message: `${message.name} took ${duration(m4.atUs - m1.atUs)} (normal: up to ${duration(normal)})${waited}.`,
      evidence: [m1, m4],
      undone: [...undone, ...sleepDoubt(trace, m1.atUs, m4.atUs)],
      lowered: ['L-HOST'],
    })
  },
}

function repeats({message, m1}: Task, trace: Trace): boolean {
  return message.name === 'TASK_SCAN' && m1 !== null && trace.reader.scanTask(m1).repeat !== 1
}
