import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const unsolicitedNonzeroTransaction: Rule = {
  meta: {
    id: 'unsolicited-nonzero-transaction',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'Indications that complete no task carry transaction id 0.',
    why: 'An id other than 0 marks an answer. The host may take the notification for one and look for the command that it belongs to.',
    harmless:
      'When the export prints the id of the running task beside every indication instead of the one in its header.',
    next: 'Driver team: clear the header of notifications. Usual cause: one header structure is used for the completion and for the indications before it.',
    limits: ['L-TXN'],
    numbers: null,
    source: 'dot11wificxintf/WDI_MESSAGE_HEADER; netcx/writing-a-wificx-client-driver',
    needs: ['transaction ids of indications'],
    examples: {
      bad: [
        {
          title: 'a link report with an id',
          scenario: `
0  IND  LINK_STATE_CHANGE  1  101  AP-A quality=60
`,
        },
      ],
      good: [
        {
          title: 'id 0',
          scenario: `
0  IND  LINK_STATE_CHANGE  1  0  AP-A quality=60
`,
        },
        {
          title: 'no id exported',
          scenario: `
0  IND  LINK_STATE_CHANGE  1  AP-A quality=60
`,
        },
        {
          title: 'completions do carry the id of their command',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: null,
  check(event) {
    const {step, message, transactionId} = event
    if (step !== 'IND' || message.kind !== 'indication') return undefined
    if (transactionId === null) return notApplicable('transaction ids of indications are not exported')
    if (transactionId === 0) return PASS
    return violation({
      atUs: event.atUs,
      message: `${message.name} is a notification, but carries transaction ${transactionId}.`,
      evidence: [event],
      expected: ['transaction 0'],
    })
  },
}
