import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const taskCompletionWrongTransaction: Rule = {
  meta: {
    id: 'task-completion-wrong-transaction',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'The header of a completion repeats the transaction id of the command that it completes.',
    why: 'The host matches completions by this id. With another one, 0 included, the task stays open on its side and runs into the 30 s hang limit.',
    harmless:
      'Never, if the id was exported as the driver wrote it. A log line that prints another number under the same name looks the same.',
    next: 'Driver team: keep the id of the command with the task and copy it into the header of the completion.',
    limits: ['L-TXN'],
    numbers: null,
    source:
      'netcx/writing-a-wificx-client-driver; dot11wificxintf/WDI_MESSAGE_HEADER (TransactionId matches responses; 0 is for notifications)',
    needs: ['transaction ids of commands and completions'],
    examples: {
      bad: [
        {
          title: 'a roam completed with id 0',
          scenario: `
  0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM      1  101  status=success
900  IND  ROAM_COMPLETE  1  0    status=success
`,
        },
      ],
      good: [
        {
          title: 'the same id on both sides',
          scenario: `
  0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM      1  101  status=success
900  IND  ROAM_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'the completion shows no id',
          scenario: `
  0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM      1  101  status=success
900  IND  ROAM_COMPLETE  1       status=success
`,
        },
        {
          title: 'a completion of another kind is no business of this rule',
          scenario: `
  0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +2  M3   TASK_ROAM      1  101  status=success
500  IND  SCAN_COMPLETE  1  102  status=success
900  IND  ROAM_COMPLETE  1  101  status=success
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
    if (match === 'wrong-kind' || match === 'wrong-port') return notApplicable('no task of this kind open on the port')
    if (match !== 'wrong-transaction') return PASS
    return violation({
      atUs: m4.atUs,
      message: `${m4.message.name} carries transaction ${m4.transactionId}, but the only open ${message.name} on the port has ${transactionId}.`,
      evidence: [m1, m4],
      expected: [`${m4.message.name} with transaction ${transactionId}`],
    })
  },
}
