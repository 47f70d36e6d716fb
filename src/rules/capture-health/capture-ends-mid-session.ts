import {COMPLETION_LIMIT, START_LIMIT} from '../../sessions/hang-limits.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const captureEndsMidSession: Rule = {
  meta: {
    id: 'capture-ends-mid-session',
    category: 'capture-health',
    tier: 1,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Recording goes on until every task is completed or its time limit has run out.',
    why: 'The outcome of an open task is unknown. It is counted as incomplete, beside every success rate, and no hang is claimed.',
    harmless: 'When recording was stopped on purpose, in the middle of a routine scan for example.',
    next: 'Let the capture run 40 s past the event you are after: 10 s for the response and 30 s for the completion.',
    limits: [],
    numbers: '10 s / 30 s',
    source: 'network/wdi-hang-detection-and-recovery',
    needs: ['TASK_* commands (M1)'],
    examples: {
      bad: [
        {
          title: 'stopped 1 s after a roam was accepted',
          scenario: `
capture to=1000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
  +20  IND  DISASSOCIATION     1  -    AP-A status=10
`,
        },
      ],
      good: [
        {
          title: 'completed before the end',
          scenario: `
capture to=1000

  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'the limit of 30 s ran out at the last moment of the capture: a hang, not an open end',
          scenario: `
capture to=30002

    0  M1   TASK_ROAM  1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check(task, trace) {
    const {m1, m3, m4, end} = task
    const {endUs} = trace.capture
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (endUs === null) return notApplicable('the end of the capture is not known')
    if (m4 !== null || end === 'rejected' || end === 'device-reset') return PASS
    const limit = m3 === null ? m1.atUs + START_LIMIT : m3.atUs + COMPLETION_LIMIT
    if (limit <= endUs) {
      const unanswered = m3 === null && !trace.families.has(task.adapter, 'M3')
      return unanswered ? notApplicable('responses (M3) are not exported') : PASS
    }
    const last = task.events.at(-1) ?? m1
    return violation({
      atUs: null,
      message: `${task.message.name} is open when the capture ends, ${duration(endUs - m1.atUs)} after its command and ${duration(limit - endUs)} before its limit.`,
      evidence: [...new Set([m1, ...(m3 === null ? [] : [m3]), last])],
      expected: [m3 === null ? `M3 of ${task.message.name}` : (task.message.counterpart ?? 'the completion')],
    })
  },
}
