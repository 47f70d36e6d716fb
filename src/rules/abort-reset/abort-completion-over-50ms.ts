import type {TraceEvent} from '../../events/event.js'
import {ms} from '../../events/units.js'
import type {Task} from '../../sessions/task.js'
import {hungBefore} from '../abort-target.js'
import {absence, between} from '../doubt.js'
import {overLimit} from '../limit.js'
import {matchDoubt} from '../match-doubt.js'
import {recordName} from '../record-name.js'
import {endedByReset} from '../reset-in-window.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = ms(50)

export const abortCompletionOver50ms: Rule = {
  meta: {
    id: 'abort-completion-over-50ms',
    category: 'abort-reset',
    tier: 1,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: 'driver',
    basis: 'D',
    class: 'MUST',
    statement:
      'A task that is aborted is completed within 50 ms; if it had not started yet, within 50 ms of its start response.',
    why: 'The host aborts because something more urgent waits: a connect of the user, a roam, the end of the session. All of it stands behind the task that does not end.',
    harmless:
      'A few milliseconds above the limit on a busy machine. The figure is written for WDI; the WiFiCx page asks for the end as soon as possible.',
    next: 'Driver team: see what the task still waited for, usually a firmware command or a dwell on a channel that is not cut short.',
    limits: ['L-GRAN', 'L-LOSS', 'L-HOST', 'L-MODEL'],
    numbers: '50 ms',
    source: 'network/wdi-communication-model § Abort; netcx/oid-wdi-abort-task',
    needs: ['ABORT_TASK (M1) with cancel parameters', 'completion of the task'],
    examples: {
      bad: [
        {
          title: 'a scan that goes on for 120 ms',
          scenario: `
capture model=wdi

   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+501  M3   ABORT_TASK     1  102  status=success
+620  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'a scan that never ends',
          scenario: `
capture model=wdi to=10000

   0  M1  TASK_SCAN   1  101  repeat=1
  +3  M3  TASK_SCAN   1  101  status=success
+500  M1  ABORT_TASK  1  102  target=TASK_SCAN id=101 port=1
+501  M3  ABORT_TASK  1  102  status=success
`,
        },
        {
          title: 'inconclusive: 52 ms on a clock of 5 ms',
          scenario: `
capture model=wdi granularity=5

   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+501  M3   ABORT_TASK     1  102  status=success
+552  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'inconclusive: the completion may have been lost',
          scenario: `
capture model=wdi loss=510..520 to=10000

   0  M1  TASK_SCAN   1  101  repeat=1
  +3  M3  TASK_SCAN   1  101  status=success
+500  M1  ABORT_TASK  1  102  target=TASK_SCAN id=101 port=1
+501  M3  ABORT_TASK  1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'just inside the limit: 49.9 ms',
          scenario: `
capture model=wdi

     0  M1   TASK_SCAN      1  101  repeat=1
    +3  M3   TASK_SCAN      1  101  status=success
  +500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
  +501  M3   ABORT_TASK     1  102  status=success
+549.9  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'the task had not started: 30 ms after its start response',
          scenario: `
capture model=wificx

   0  M1   TASK_SCAN      1  101  repeat=1
 +10  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
 +11  M3   ABORT_TASK     1  102  status=success
+100  M3   TASK_SCAN      1  101  status=success
+130  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'a disconnect cannot be aborted at all',
          scenario: `
capture model=wdi

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
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const [abort] = task.aborts
    const m1 = abort?.m1
    if (abort === undefined || !m1) return undefined
    const {m3, m4, message, adapter} = task
    if (message.abortable !== true) return notApplicable('the task cannot be aborted')
    if (task.end === 'rejected') return notApplicable('the task was rejected')
    if (hungBefore(task, m1)) return notApplicable('the task had hung before the abort')
    const startable = trace.families.has(adapter, 'M3')
    if (m3 === null && m4 === null && startable) return notApplicable('the aborted task never started')
    const fromUs = m3 !== null && m3.atUs > m1.atUs ? m3.atUs : m1.atUs
    const limit = fromUs + LIMIT
    if (m4 === null && endedByReset(task, limit)) return notApplicable('a reset ended the task')
    const undone = m4 === null ? absence(trace, fromUs, limit) : overLimit(trace, m4.atUs - fromUs, LIMIT, true)
    if (undone === null) return PASS
    const started = fromUs === m1.atUs ? 'its abort' : 'its start, which came after the abort'
    const took =
      m4 === null ? `is not completed after ${started}` : `is completed ${duration(m4.atUs - fromUs)} after ${started}`
    const last = lastActivity(task, m1)
    const {lowered = [], ...match} = matchDoubt(task, abort)
    return violation({
      atUs: m4?.atUs ?? limit,
      message: `${message.name} ${took} (limit ${duration(LIMIT)}); its last record before that is ${recordName(last)}.`,
      evidence: [m1, last, m4].filter((event, i, all) => event !== null && all.indexOf(event) === i) as TraceEvent[],
      expected: [`${message.counterpart ?? 'the completion'} within ${duration(LIMIT)}`],
      undone: [...undone, ...(m3 === null && m4 !== null && startable ? between(trace, m1, m4) : [])],
      lowered: ['L-HOST', ...lowered],
      ...match,
    })
  },
}

/** Last record of the task itself before its completion. */
function lastActivity({events, m4}: Task, abort: TraceEvent): TraceEvent {
  return events.findLast(event => event !== m4 && event.message.name !== 'ABORT_TASK') ?? abort
}
