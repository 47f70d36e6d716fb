import {abortTarget} from '../abort-target.js'
import {between} from '../doubt.js'
import {matchDoubt} from '../match-doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const abortBeforeStart: Rule = {
  meta: {
    id: 'abort-before-start',
    category: 'abort-reset',
    tier: 2,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement: 'The host aborts a task between its start response and its completion, not earlier.',
    why: 'A driver that has not answered the command yet may not know the task and ignore the abort; the task then runs to its end.',
    harmless: 'When the driver ends the task soon after its start all the same. The rule is written for WDI.',
    next: 'If the task was aborted properly, nothing. If it went on, ask the driver team to remember aborts that come early, and report the order to Microsoft.',
    limits: ['L-LOSS', 'L-MODEL'],
    numbers: null,
    source: 'network/wdi-communication-model § Abort',
    needs: ['ABORT_TASK (M1) with cancel parameters', 'responses (M3) of tasks'],
    examples: {
      bad: [
        {
          title: 'the abort comes 10 ms after the command, the start response later',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
+10  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+11  M3   ABORT_TASK     1  102  status=success
+30  M3   TASK_SCAN      1  101  status=success
+60  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
      ],
      good: [
        {
          title: 'the abort follows the start response',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +3  M3   TASK_SCAN      1  101  status=success
+10  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+11  M3   ABORT_TASK     1  102  status=success
+40  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'inconclusive: the start response may have been lost',
          scenario: `
capture loss=4..6

  0  M1   TASK_SCAN      1  101  repeat=1
+10  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+11  M3   ABORT_TASK     1  102  status=success
+40  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'responses are not exported',
          scenario: `
capture families=M1,IND

  0  M1   TASK_SCAN      1  101  repeat=1
+10  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+40  IND  SCAN_COMPLETE  1  101  status=aborted
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
    const {m1, task, open} = abort
    if (!open) return notApplicable('the task was over before the abort')
    if (task.m3 !== null && task.m3.seq < m1.seq) return PASS
    if (task.m1 === null) return notApplicable('the command (M1) of the task is not in the capture')
    if (!trace.families.has(task.adapter, 'M3')) return notApplicable('responses (M3) are not exported')
    const start =
      task.m3 === null ? 'which the capture does not have' : `which comes ${duration(task.m3.atUs - m1.atUs)} later`
    return violation({
      atUs: m1.atUs,
      message: `${task.message.name} is aborted ${duration(m1.atUs - task.m1.atUs)} after its command and before its start response, ${start}.`,
      evidence: [task.m1, m1, ...(task.m3 === null ? [] : [task.m3])],
      expected: [`M3 of ${task.message.name} before the abort`],
      undone: task.m3 === null ? between(trace, task.m1, m1) : [],
      ...matchDoubt(task),
    })
  },
}
