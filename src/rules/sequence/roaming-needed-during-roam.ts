import {laterTask} from '../later-task.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const roamingNeededDuringRoam: Rule = {
  meta: {
    id: 'roaming-needed-during-roam',
    category: 'sequence',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'O',
    class: 'HEUR',
    statement: 'While a roam of the port is open, the driver does not ask for another one.',
    why: 'The trigger adds nothing to the roam under way and may start a second one right after it.',
    harmless: 'A late indication that crossed the command on its way.',
    next: 'If it comes with every roam, ask the driver team to hold triggers back until the completion.',
    limits: [],
    numbers: null,
    source: 'reasoning',
    needs: ['TASK_ROAM', 'ROAMING_NEEDED'],
    examples: {
      bad: [
        {
          title: 'a trigger 10 ms into the roam',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
   +2  M3   TASK_ROAM          1  101  status=success
  +10  IND  ROAMING_NEEDED     1  -    reason=15
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the trigger comes before the command',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
   -1  IND  ROAMING_NEEDED     1  -    reason=15
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
   +2  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'another port asks',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE  2  -    AP-C quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM          1  101  status=success
  +10  IND  ROAMING_NEEDED     2  -    reason=15
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_ROAM'],
  check(task, trace) {
    const {m1, events} = task
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const triggers = events.filter(({message}) => message.name === 'ROAMING_NEEDED')
    if (triggers.length === 0) return PASS
    return triggers.map(event =>
      violation({
        atUs: event.atUs,
        message: `ROAMING_NEEDED with reason ${trace.reader.roamingNeeded(event).reason ?? '(not exported)'} comes ${duration(event.atUs - m1.atUs)} after TASK_ROAM, while that roam is open.`,
        evidence: [event, m1],
        expected: ['no trigger before ROAM_COMPLETE'],
        // A completion that follows shows that the roam was open.
        undone: laterTask(task, m1, event, trace),
      }),
    )
  },
}
