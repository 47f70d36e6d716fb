import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const taskCompletionWrongPort: Rule = {
  meta: {
    id: 'task-completion-wrong-port',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A task is completed on the port on which it was commanded; tasks of the adapter on 65535.',
    why: 'The host hands the indication to the wrong port: there it means nothing, and on the right one the task hangs.',
    harmless: 'Create port and delete port are left out: their task is on the adapter, their completion on the port.',
    next: 'Driver team: copy the port id from the header of the command.',
    limits: ['L-TXN'],
    numbers: null,
    source: 'dot11wificxintf/WDI_MESSAGE_HEADER § PortId',
    needs: ['transaction ids and port ids of commands and completions'],
    examples: {
      bad: [
        {
          title: 'commanded on port 1, completed on port 0',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  0  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a task of the adapter',
          scenario: `
  0  M1   TASK_SET_RADIO_STATE      adapter  101  state=1
 +2  M3   TASK_SET_RADIO_STATE      adapter  101  status=success
 50  IND  RADIO_STATUS              adapter  -    hw=1 sw=1
 60  IND  SET_RADIO_STATE_COMPLETE  adapter  101  status=success
`,
        },
        {
          title: 'create port: commanded on the adapter, completed on the port',
          scenario: `
  0  M1   TASK_CREATE_PORT      adapter  101
 +2  M3   TASK_CREATE_PORT      adapter  101  status=success
 50  IND  CREATE_PORT_COMPLETE  2        101  status=success
`,
        },
        {
          title: 'the port of the completion is not exported',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  ?  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: null,
  check({m1, m4, match, message}) {
    if (m1 === null || m4 === null) return notApplicable('command or completion of the task not in the capture')
    if (m1.transactionId === null || m4.transactionId === null) return notApplicable('no transaction ids exported')
    if (match === 'wrong-transaction') return notApplicable('the completion does not carry the id of the task')
    if (m1.port === null || m4.port === null) return notApplicable('port ids are not exported')
    if (message.name === 'TASK_CREATE_PORT' || message.name === 'TASK_DELETE_PORT') {
      return notApplicable('create and delete port change between adapter and port')
    }
    if (match !== 'wrong-port') return PASS
    return violation({
      atUs: m4.atUs,
      message: `${message.name} was commanded on port ${m1.port} and completed on port ${m4.port}.`,
      evidence: [m1, m4],
      expected: [`${m4.message.name} on port ${m1.port}`],
    })
  },
}
