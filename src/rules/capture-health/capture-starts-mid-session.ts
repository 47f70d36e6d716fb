import {START_EDGE} from '../../sessions/hang-limits.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const captureStartsMidSession: Rule = {
  meta: {
    id: 'capture-starts-mid-session',
    category: 'capture-health',
    tier: 1,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'The first record of a task is its command (M1).',
    why: 'A session without its beginning has no latency and no old access point, and it stands in no denominator: it is shown, but hardly judged.',
    harmless: 'Nearly always: recording was switched on while the driver was busy.',
    next: 'Start the capture before the event you are after. With a circular log, make the buffer large enough to hold the whole session.',
    limits: [],
    numbers: '40 s = M1–M3 limit + M3–M4 limit',
    source: 'reasoning; limits from network/wdi-hang-detection-and-recovery',
    needs: ['TASK_* commands (M1)'],
    examples: {
      bad: [
        {
          title: 'recording began while a roam was under way',
          scenario: `
capture from=0

 20  IND  DISASSOCIATION      1  -    AP-A status=10
 80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
 82  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the command is the first record',
          scenario: `
capture from=0

  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'exactly 40 s after the start the same completion is no business of this rule any more',
          scenario: `
capture from=0 to=60000

40000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect', 'disconnect', 'scan', 'reset', 'task'],
  check(session, trace) {
    if (!session.partial) return session.task === null ? undefined : PASS
    if (trace.capture.startUs === null) return notApplicable('the start of the capture is not known')
    if (trace.families.lacks(session.adapter, 'TASK')) return notApplicable('commands (M1) are not exported')
    const [first] = session.events
    if (first === undefined) return undefined
    const distance = first.atUs - trace.capture.startUs
    if (distance >= START_EDGE) return PASS
    return violation({
      atUs: first.atUs,
      message: `The first record of this session is ${first.message.name}, ${duration(distance)} after the capture began; its command lies before it.`,
      evidence: [first],
      expected: [`M1 of ${session.task?.message.name ?? 'the task'}`],
      session,
    })
  },
}
