import type {Command} from '../../sessions/task.js'
import {overlapDoubt} from '../overlap.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {commandsInOrder, endOf, type Sent} from '../waiting-commands.js'

export const transactionIdNotUnique: Rule = {
  meta: {
    id: 'transaction-id-not-unique',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement:
      'No two open commands of an adapter share a transaction id. Answers to SAE and FT indications may repeat the id of the task they serve.',
    why: 'Driver and host can no longer tell to which of the two a response or completion belongs.',
    harmless:
      'When the first command was completed, but that record is missing in a capture that does not admit to losses.',
    next: 'Windows: this is the business of the WDI or WiFiCx component, or of a service that sends commands beside it. The driver can only match by id and message together.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'dot11wificxintf/WDI_MESSAGE_HEADER § TransactionId',
    needs: ['transaction ids of commands (M1)'],
    examples: {
      bad: [
        {
          title: 'a property takes the id of the open scan',
          scenario: `
   0  M1   TASK_SCAN       1  101  repeat=1
  +2  M3   TASK_SCAN       1  101  status=success
 500  M1   GET_STATISTICS  1  101
 505  M3   GET_STATISTICS  1  101  status=success
1500  IND  SCAN_COMPLETE   1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the id is free again after the completion',
          scenario: `
   0  M1   TASK_SCAN       1  101  repeat=1
  +2  M3   TASK_SCAN       1  101  status=success
1500  IND  SCAN_COMPLETE   1  101  status=success
1600  M1   GET_STATISTICS  1  101
1605  M3   GET_STATISTICS  1  101  status=success
`,
        },
        {
          title: 'the SAE answers repeat the id of their roam',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=AP-B auth=WPA3_SAE RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM               1  101  status=success
  +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
  +16  M1   SET_SAE_AUTH_PARAMS     1  101  AP-B type=0 commit-params
  +17  M3   SET_SAE_AUTH_PARAMS     1  101  status=success
  +30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
  +38  M1   SET_SAE_AUTH_PARAMS     1  101  AP-B type=1 confirm-params
  +39  M3   SET_SAE_AUTH_PARAMS     1  101  status=success
  +48  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
  +50  M1   SET_SAE_AUTH_PARAMS     1  101  AP-B type=3
  +51  M3   SET_SAE_AUTH_PARAMS     1  101  status=success
  +60  IND  DISASSOCIATION          1  -    AP-A status=10
  +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
  +91  IND  ROAM_COMPLETE           1  101  status=success
 +130  M1   SET_ADD_CIPHER_KEYS     1  102  (pairwise peer=AP-B) (group)
 +134  M3   SET_ADD_CIPHER_KEYS     1  102  status=success
 +300  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the completion of the first may have been lost',
          scenario: `
capture loss=1000..1100

   0  M1   TASK_SCAN       1  101  repeat=1
  +2  M3   TASK_SCAN       1  101  status=success
1600  M1   GET_STATISTICS  1  101
1605  M3   GET_STATISTICS  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const responses = trace.families.has(adapter, 'M3')
    return [...commandsInOrder(adapter, trace)].map(sent => judge(sent, responses, trace))
  },
}

function judge({command, m1, waiting}: Sent, responses: boolean, trace: Trace): Judgement {
  const id = command.transactionId
  if (!id) return notApplicable('no transaction id exported')
  const tasks: readonly Command[] = trace.openBefore(m1)
  if (tasks.length === 0 && waiting.length === 0) return PASS
  const properties = responses ? waiting.filter(({message}) => message.kind === 'property') : []
  const open = [...tasks, ...properties].filter(
    other => other.m1 !== null && other.transactionId === id && !servesTask(other, command, trace),
  )
  const [first] = open
  if (first?.m1 == null) return PASS
  return violation({
    atUs: m1.atUs,
    message: `${command.message.name} is sent with transaction ${id}, which ${first.message.name} has been using for ${duration(m1.atUs - first.m1.atUs)}.`,
    evidence: [first.m1, m1],
    expected: ['a transaction id of its own'],
    undone: overlapDoubt(m1, open, endOf, trace).undone ?? [],
  })
}

/** The direct commands repeat the id of the task they serve, and with it that of each other. */
function servesTask(open: Command, sent: Command, trace: Trace): boolean {
  const repeats = ({m1, message, transactionId}: Command) =>
    message.direct && m1 !== null && trace.taskOf(m1)?.transactionId === transactionId
  return repeats(sent) || repeats(open)
}
