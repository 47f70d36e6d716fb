import {PENDING} from '../../sessions/task.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'
import {isWdiCommand} from '../waiting-commands.js'

export const commandPendingFinalStatus: Rule = {
  meta: {
    id: 'command-pending-final-status',
    category: 'task-lifecycle',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'DV',
    statement: 'The status of a response is final: success or a failure, never "pending".',
    why: 'Pending says that the answer comes later. As the answer itself it means nothing, and Driver Verifier stops the machine for it.',
    harmless: 'When the export logs what the call returned at once and not the completion of the request.',
    next: 'Check first which call the record stands for. If it is the completion, the driver team has to put the real result there.',
    limits: [],
    numbers: null,
    source: 'devtest/ndis-ndisoidcomplete (0x00091001)',
    needs: ['status of responses (M3)'],
    examples: {
      bad: [
        {
          title: 'a property completed as pending',
          scenario: `
  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101  status=pending
`,
        },
      ],
      good: [
        {
          title: 'a failure is final',
          scenario: `
  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101  status=failure
`,
        },
        {
          title: 'no status exported',
          scenario: `
  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101
`,
        },
      ],
    },
  },
  subject: 'event',
  names: null,
  check(event) {
    if (event.step !== 'M3' || !isWdiCommand(event)) return undefined
    if (event.status === null) return notApplicable('the status of responses (M3) is not exported')
    if (event.status !== PENDING) return PASS
    return violation({
      atUs: event.atUs,
      message: `The response to ${event.message.name} carries NDIS_STATUS_PENDING (0x103) as its final status.`,
      evidence: [event],
      expected: ['a final status'],
    })
  },
}
