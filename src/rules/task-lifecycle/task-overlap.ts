import {overlapDoubt} from '../overlap.js'
import {recordName} from '../record-name.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {endOf} from '../waiting-commands.js'

export const taskOverlap: Rule = {
  meta: {
    id: 'task-overlap',
    category: 'task-lifecycle',
    tier: 1,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement: 'An adapter runs one task at a time, whatever the port: the next one waits for the completion.',
    why: 'Drivers are written for one task. A second one makes both slow or fails, and explains latencies for which nobody finds a reason.',
    harmless:
      'When the completion was written to the log just after the next command: with 1 ms or less between them the confidence is low.',
    next: 'Windows: commands are queued by its component, so ask there. Check first that the completion of the older task is not merely missing in the log.',
    limits: ['L-LOSS', 'L-MODEL'],
    numbers: null,
    source: 'network/wdi-communication-model § Synchronization, items 2 and 5',
    needs: ['TASK_* commands (M1) and completions'],
    examples: {
      bad: [
        {
          title: 'a scan on another port during a roam',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
  500  M1   TASK_SCAN          2  102  repeat=1
  502  M3   TASK_SCAN          2  102  status=success
  900  IND  ROAM_COMPLETE      1  101  status=success
 1900  IND  SCAN_COMPLETE      2  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'one after the other',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
  900  IND  ROAM_COMPLETE      1  101  status=success
  901  M1   TASK_SCAN          2  102  repeat=1
  902  M3   TASK_SCAN          2  102  status=success
 1900  IND  SCAN_COMPLETE      2  102  status=success
`,
        },
        {
          title: 'two adapters',
          scenario: `
adapter A
adapter B

  0  M1   TASK_SCAN      1@A  101  repeat=1
  2  M3   TASK_SCAN      1@A  101  status=success
500  M1   TASK_SCAN      1@B  101  repeat=1
502  M3   TASK_SCAN      1@B  101  status=success
900  IND  SCAN_COMPLETE  1@A  101  status=success
950  IND  SCAN_COMPLETE  1@B  101  status=success
`,
        },
        {
          title: 'a rejected task is not open',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
  2  M3   TASK_SCAN      1  101  status=failure
500  M1   TASK_SCAN      1  102  repeat=1
502  M3   TASK_SCAN      1  102  status=success
900  IND  SCAN_COMPLETE  1  102  status=success
`,
        },
        {
          title: 'inconclusive: the completion may have been lost',
          scenario: `
capture loss=300..400

   0  M1   TASK_SCAN      1  101  repeat=1
   2  M3   TASK_SCAN      1  101  status=success
 500  M1   TASK_SCAN      1  102  repeat=1
 502  M3   TASK_SCAN      1  102  status=success
 900  IND  SCAN_COMPLETE  1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check({m1, message, port}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const open = trace.openBefore(m1).filter(task => task.m1 !== null)
    const [first] = open
    if (first?.m1 == null) return PASS
    const last = first.events.findLast(event => event.seq < m1.seq) ?? first.m1
    return violation({
      atUs: m1.atUs,
      message: `${message.name} on port ${port ?? '?'} is sent while ${first.message.name} on port ${first.port ?? '?'} has been open for ${duration(m1.atUs - first.m1.atUs)}; its last record is ${recordName(last)}.`,
      evidence: [...new Set([first.m1, last]), m1],
      expected: [first.message.counterpart ?? 'the completion'],
      ...overlapDoubt(m1, open, endOf, trace),
    })
  },
}
