import {START_LIMIT} from '../../sessions/hang-limits.js'
import {absence} from '../doubt.js'
import {matchDoubt} from '../match-doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskStartMissing: Rule = {
  meta: {
    id: 'task-start-missing',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement:
      'Every task command is answered by a start response (M3). It may follow the completion, but it has to come.',
    why: 'The host sends the next task only after both response and completion are there. Without the response the queue of the adapter stands still, until the host gives up and resets the device.',
    harmless: 'When the export dropped single responses, for instance by a filter on level.',
    next: 'Driver team: look for the path on which the task is completed but the command request itself is never completed, usually an early return on an error or abort.',
    limits: ['L-LOSS', 'L-EDGE', 'L-TXN'],
    numbers: '10 s (command hang limit)',
    source:
      'network/wdi-communication-model § Synchronization (steps 3 and 4 both finish before the next task); netcx/writing-a-wificx-client-driver (the driver sends M3, later M4)',
    needs: ['TASK_* commands (M1), responses (M3) and completions'],
    examples: {
      bad: [
        {
          title: 'a scan that is completed but never answered',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the response comes after the completion',
          scenario: `
capture model=wdi

   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
1501  M3   TASK_SCAN      1  101  status=success
`,
        },
        {
          title: 'inconclusive: events were lost while the response was due',
          scenario: `
capture loss=3000..3100

   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: the capture ends before the 10 s are over',
          scenario: `
capture to=5000

   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'responses are not exported',
          scenario: `
capture families=M1,IND

   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const {m1, m3, m4} = task
    if (m1 === null || m4 === null) return notApplicable('command or completion of the task not in the capture')
    if (!trace.families.has(task.adapter, 'M3')) return notApplicable('responses (M3) are not exported')
    const limit = m1.atUs + START_LIMIT
    if (m3 !== null && m3.atUs <= limit) return PASS
    const late = m3 === null ? 'no start response' : `no start response for ${duration(m3.atUs - m1.atUs)}`
    return violation({
      atUs: m3?.atUs ?? limit,
      message: `${task.message.name} was completed after ${duration(m4.atUs - m1.atUs)}, but there is ${late} (limit ${duration(START_LIMIT)}).`,
      evidence: [m1, m4, ...(m3 === null ? [] : [m3])],
      expected: [`M3 of ${task.message.name}`],
      undone: m3 === null ? absence(trace, m1.atUs, limit) : [],
      ...matchDoubt(task),
    })
  },
}
