import {completedTask} from '../completions.js'
import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskCompletedTwice: Rule = {
  meta: {
    id: 'task-completed-twice',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A task is completed exactly once.',
    why: 'The second completion finds no task, or worse, ends the next one that happens to have the same id.',
    harmless:
      'When the same record was merged from two logs that differ in a field, so that the copy was not recognised.',
    next: 'Driver team: find the two paths that complete the task; an abort that races with the normal end is the usual pair.',
    limits: [],
    numbers: null,
    source:
      'network/wdi-communication-model § Sequence of messages; netcx/writing-a-wificx-client-driver § Handling WiFiCx command messages',
    needs: ['task completions with transaction id'],
    examples: {
      bad: [
        {
          title: 'two completions of one scan',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
1500  IND  SCAN_COMPLETE  1  101  status=success
1510  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a new command uses the id again',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
1500  IND  SCAN_COMPLETE  1  101  status=success
5000  M1   TASK_SCAN      1  101  repeat=1
5002  M3   TASK_SCAN      1  101  status=success
6500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: such a command may have been lost',
          scenario: `
capture loss=4000..4500

   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
1500  IND  SCAN_COMPLETE  1  101  status=success
6500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'one record, merged twice',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
1500  IND  SCAN_COMPLETE  1  101  status=success
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const completions = [...(task.m4 === null ? [] : [task.m4]), ...task.extraM4].filter(
      event => completedTask(event) === task.message.name,
    )
    const [first, ...more] = completions
    if (first === undefined) return notApplicable('no completion of the task in the capture')
    if (more.length === 0) return PASS
    return more.map((again): Judgement => {
      const count = completions.indexOf(again) + 1
      return violation({
        atUs: again.atUs,
        message: `${task.message.name} with transaction ${task.transactionId} is completed ${count === 2 ? 'a second time' : `once more, ${count} times in all`}, ${duration(again.atUs - first.atUs)} after the first completion.`,
        evidence: [...(task.m1 === null ? [] : [task.m1]), first, again],
        undone: between(trace, first, again),
      })
    })
  },
}
