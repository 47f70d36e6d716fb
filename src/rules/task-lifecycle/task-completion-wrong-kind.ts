import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const taskCompletionWrongKind: Rule = {
  meta: {
    id: 'task-completion-wrong-kind',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'Each task is completed by its own indication: TASK_ROAM by ROAM_COMPLETE, TASK_SCAN by SCAN_COMPLETE.',
    why: 'The host waits for the indication that belongs to the command and lets the task run into the hang limit.',
    harmless: 'When ids repeat so quickly that the completion belongs to another task, which was not recorded.',
    next: 'Driver team: choose the completion code by the command, not by the operation that the firmware happened to run.',
    limits: ['L-TXN'],
    numbers: null,
    source: 'netcx/oid-wdi-task-* § Task completion indication; netcx/writing-a-wificx-client-driver',
    needs: ['transaction ids of commands and completions'],
    examples: {
      bad: [
        {
          title: 'a roam completed as a connect',
          scenario: `
  0  M1   TASK_ROAM         1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM         1  101  status=success
900  IND  CONNECT_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'indicated under the id of the command: accepted',
          scenario: `
  0  M1   TASK_ROAM  1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM  1  101  status=success
900  IND  TASK_ROAM  1  101  status=success
`,
        },
        {
          title: 'another kind with an id of its own',
          scenario: `
  0  M1   TASK_ROAM         1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM         1  101  status=success
800  IND  CONNECT_COMPLETE  1  99   status=success
900  IND  ROAM_COMPLETE     1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check({m1, m4, match, transactionId, message}) {
    if (m1 === null || m4 === null) return notApplicable('command or completion of the task not in the capture')
    if (match === 'fallback') return notApplicable('no transaction ids exported')
    if (match === 'wrong-transaction') return notApplicable('the completion does not carry the id of the task')
    if (match !== 'wrong-kind') return PASS
    return violation({
      atUs: m4.atUs,
      message: `${message.name} with transaction ${transactionId} is completed by ${m4.message.name} instead of ${message.counterpart}.`,
      evidence: [m1, m4],
      expected: [`${message.counterpart} with transaction ${transactionId}`],
    })
  },
}
