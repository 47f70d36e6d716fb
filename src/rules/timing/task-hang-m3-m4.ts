import {COMPLETION_LIMIT} from '../../sessions/hang-limits.js'
import {isEndless, isFailure} from '../../sessions/task.js'
import {overLimit} from '../limit.js'
import {matchDoubt} from '../match-doubt.js'
import {endedByReset} from '../reset-in-window.js'
import type {LimitCode, Rule} from '../rule.js'
import {unseenSinceCommand} from '../since-command.js'
import {sleepIn} from '../sleep.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const taskHangM3M4: Rule = {
  meta: {
    id: 'task-hang-m3-m4',
    category: 'timing',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'MUST',
    statement: 'A task that was started is completed within 30 s after its start response.',
    why: 'After 30 s Windows takes the task for hung and resets the device. Until then no other task of the adapter can run: no scan, no roam, no disconnect.',
    harmless: 'When Windows allows this task more time than 30 s, or the machine slept in between (inconclusive).',
    next: 'Driver team: look at the last record of the session; the step after it is the one that never ended. System event 5002 with trigger 2 shows that Windows did reset the device.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '30 s',
    source: 'network/wdi-hang-detection-and-recovery',
    needs: ['responses (M3) and completions'],
    examples: {
      bad: [
        {
          title: 'a roam that leaves the old access point and is never heard of again',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
  +30  IND  DISASSOCIATION     1  -    AP-A status=10
`,
        },
        {
          title: 'completed 31 s after the start',
          scenario: `
    0  M1   TASK_SCAN      1  101  repeat=3
   +2  M3   TASK_SCAN      1  101  status=success
31002  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'completed exactly 30 s after the start',
          scenario: `
    0  M1   TASK_SCAN      1  101  repeat=3
   +2  M3   TASK_SCAN      1  101  status=success
30002  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'a scan that repeats until it is aborted',
          scenario: `
 0  M1   TASK_SCAN  1  101  repeat=0
+2  M3   TASK_SCAN  1  101  status=success
`,
        },
        {
          title: 'the capture ends before the limit',
          scenario: `
capture to=30001

 0  M1   TASK_SCAN  1  101  repeat=1
+2  M3   TASK_SCAN  1  101  status=success
`,
        },
        {
          title: 'inconclusive: the completion may have been lost',
          scenario: `
capture loss=20000..20100

 0  M1   TASK_SCAN  1  101  repeat=1
+2  M3   TASK_SCAN  1  101  status=success
`,
        },
        {
          title: 'the host reset the device before the limit',
          scenario: `
   0  M1   TASK_SCAN  1        101  repeat=1
  +2  M3   TASK_SCAN  1        101  status=success
5000  LOG  5002       adapter  -    trigger=3
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const {m1, m3, m4, message} = task
    if (m3 === null) return notApplicable('no response (M3) of the task in the capture')
    if (isFailure(m3.status)) return notApplicable('the task was rejected')
    if (isEndless(task, trace.reader)) return notApplicable('the task runs until it is aborted')
    const limit = m3.atUs + COMPLETION_LIMIT
    if (endedByReset(task, limit)) return notApplicable('a reset ended the task before its limit')
    if (m4 === null && !trace.silence.reaches(limit)) return notApplicable('the capture ends before the limit')
    const lost: readonly LimitCode[] = trace.silence.lost(m3.atUs, limit) ? ['L-LOSS'] : []
    // A completion may also come before the response, where nobody saw it.
    const unseen = [...lost, ...unseenSinceCommand(task, m3, trace)]
    const undone = m4 === null ? unseen : overLimit(trace, m4.atUs - m3.atUs, COMPLETION_LIMIT)
    if (undone === null) return PASS
    const end = m4?.atUs ?? limit
    const sleep = sleepIn(trace, m3.atUs, end)
    const last = task.events.findLast(event => event !== m4) ?? m3
    const completed = m4 === null ? 'is not completed' : `is completed only after ${duration(m4.atUs - m3.atUs)}`
    const slept = sleep === null ? '' : '; the machine slept meanwhile'
    return violation({
      atUs: end,
      message: `${message.name} ${completed} (limit ${duration(COMPLETION_LIMIT)} after its response); ${last === m3 ? 'nothing was recorded of it meanwhile' : `its last record is ${last.message.name} after ${duration(last.atUs - m3.atUs)}`}${slept}.`,
      evidence: [...new Set([m1, m3, last, m4, sleep])].filter(event => event !== null),
      expected: [message.counterpart ?? 'the completion'],
      undone: [...undone, ...(sleep === null ? [] : (['L-HOST'] as const))],
      ...matchDoubt(task),
    })
  },
}
