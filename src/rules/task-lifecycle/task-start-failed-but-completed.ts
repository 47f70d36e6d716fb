import {isFailure} from '../../sessions/task.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskStartFailedButCompleted: Rule = {
  meta: {
    id: 'task-start-failed-but-completed',
    category: 'task-lifecycle',
    tier: 1,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A task either fails to start or is completed, never both.',
    why: 'A failed response ends the task for the host, which goes on with the next one. The completion then meets that next task, or none.',
    harmless: 'When the status of the response is not the one that reached the host.',
    next: 'Driver team: once work was started, answer the command with success and put the failure into the completion.',
    limits: ['L-MODEL'],
    numbers: null,
    source: 'network/wdi-communication-model § Synchronization, item 7',
    needs: ['status of responses (M3)'],
    examples: {
      bad: [
        {
          title: 'rejected, and completed all the same',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=failure
900  IND  SCAN_COMPLETE  1  101  status=failure
`,
        },
        {
          title: 'completed, then rejected',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
900  IND  SCAN_COMPLETE  1  101  status=failure
905  M3   TASK_SCAN      1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'rejected, and nothing follows',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=failure
`,
        },
        {
          title: 'started, then failed',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1  101  status=failure
`,
        },
        {
          title: 'the status of the response is not exported',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101
900  IND  SCAN_COMPLETE  1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const {m1, m3, message} = task
    if (m1 === null || m3 === null) return notApplicable('command or response (M3) of the task not in the capture')
    if (m3.status === null) return notApplicable('the status of responses (M3) is not exported')
    const m4 = task.m4 ?? task.extraM4[0]
    if (!isFailure(m3.status) || m4 === undefined) return PASS
    const [earlier, later] = m3.seq < m4.seq ? [m3, m4] : [m4, m3]
    const order = m3.seq < m4.seq ? 'after' : 'before'
    return violation({
      atUs: later.atUs,
      message: `${message.name} failed to start (0x${m3.status.toString(16)}), but was completed ${duration(later.atUs - earlier.atUs)} ${order} that response.`,
      evidence: [m1, m3, m4],
      undone: between(trace, earlier, later),
    })
  },
}
