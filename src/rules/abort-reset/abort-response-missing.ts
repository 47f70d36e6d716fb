import {START_LIMIT} from '../../sessions/hang-limits.js'
import {absence} from '../doubt.js'
import {matchDoubt} from '../match-doubt.js'
import {endedByReset} from '../reset-in-window.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const abortResponseMissing: Rule = {
  meta: {
    id: 'abort-response-missing',
    category: 'abort-reset',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement:
      'An abort is a command of its own: it gets its response (M3) besides the completion of the task that it ends.',
    why: 'The host waits for both. Without the response its queue stands still until it takes the driver for hung and resets the device.',
    harmless: 'When the export dropped single responses.',
    next: 'Driver team: complete the request of the abort, also on the path where the task has ended in the meantime.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'network/wdi-communication-model § Abort; netcx/oid-wdi-abort-task',
    needs: ['ABORT_TASK (M1)', 'responses (M3)'],
    examples: {
      bad: [
        {
          title: 'the task ends, the abort is never answered',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'answered after 11 s',
          scenario: `
     0  M1   TASK_SCAN      1  101  repeat=1
    +3  M3   TASK_SCAN      1  101  status=success
  +500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
  +520  IND  SCAN_COMPLETE  1  101  status=aborted
+11500  M3   ABORT_TASK     1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'answered after the completion of the task',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+520  IND  SCAN_COMPLETE  1  101  status=aborted
+521  M3   ABORT_TASK     1  102  status=success
`,
        },
        {
          title: 'inconclusive: the capture ends before the 10 s are over',
          scenario: `
capture to=5000

   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'responses are not exported',
          scenario: `
capture families=M1,IND

   0  M1   TASK_SCAN      1  101  repeat=1
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['ABORT_TASK'],
  check(abort, trace) {
    const {m1, m3, adapter} = abort
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(adapter, 'M3')) return notApplicable('responses (M3) are not exported')
    const limit = m1.atUs + START_LIMIT
    if (m3 !== null && m3.atUs <= limit) return PASS
    if (endedByReset(abort, limit)) return notApplicable('a reset ended the command')
    const {target} = trace.reader.abortTask(m1)
    const late = m3 === null ? 'is not answered' : `is answered only after ${duration(m3.atUs - m1.atUs)}`
    return violation({
      atUs: m3?.atUs ?? limit,
      message: `ABORT_TASK for ${target ?? 'an unknown task'} ${late} (limit ${duration(START_LIMIT)}).`,
      evidence: m3 === null ? [m1] : [m1, m3],
      expected: ['M3 of ABORT_TASK'],
      undone: m3 === null ? absence(trace, m1.atUs, limit) : [],
      ...matchDoubt(abort),
    })
  },
}
