import {abortTarget} from '../abort-target.js'
import {matchDoubt} from '../match-doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const abortAfterCompletionRace: Rule = {
  meta: {
    id: 'abort-after-completion-race',
    category: 'abort-reset',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'O',
    class: 'DESC',
    statement: 'An abort is sent while its task is open; one that crosses the completion has nothing to end.',
    why: 'It explains an abort without effect. The session keeps the outcome that its completion gave it.',
    harmless: 'Always, when the two are a few milliseconds apart: the documentation expects it.',
    next: 'Nothing. If seconds lie between completion and abort, ask why the host did not see the completion.',
    limits: [],
    numbers: null,
    source: 'network/wdi-communication-model § Abort',
    needs: ['ABORT_TASK (M1) with cancel parameters', 'completions of tasks'],
    examples: {
      bad: [
        {
          title: 'the abort comes 2 ms after the completion',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+900  IND  SCAN_COMPLETE  1  101  status=success
+902  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+903  M3   ABORT_TASK     1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'the completion comes 2 ms after the abort',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+900  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+901  M3   ABORT_TASK     1  102  status=success
+902  IND  SCAN_COMPLETE  1  101  status=success
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
    if (open) return PASS
    if (task.m4 === null || task.m4.seq > m1.seq) return notApplicable('the task ended without a completion')
    return violation({
      atUs: m1.atUs,
      message: `${task.message.name} is aborted ${duration(m1.atUs - task.m4.atUs)} after ${task.m4.message.name}.`,
      evidence: [task.m4, m1],
      ...matchDoubt(task),
    })
  },
}
