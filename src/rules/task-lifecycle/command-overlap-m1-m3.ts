import type {Command} from '../../sessions/task.js'
import {overlapDoubt} from '../overlap.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {commandsInOrder, type Sent} from '../waiting-commands.js'

export const commandOverlapM1M3: Rule = {
  meta: {
    id: 'command-overlap-m1-m3',
    category: 'task-lifecycle',
    tier: 2,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement:
      'A command is sent only after the one before it was answered. Abort, diagnosis and the answers to SAE and FT indications pass beside the queue.',
    why: 'A driver that counts on one command at a time loses one of the two, or answers them in the wrong order.',
    harmless:
      'When the response was written to the log just after the next command: with 1 ms or less between them the confidence is low.',
    next: 'Windows: its component owns the queue. Check first that the log holds the moment of the response and not that of its processing.',
    limits: ['L-LOSS', 'L-MODEL'],
    numbers: null,
    source:
      'network/wdi-communication-model § Synchronization, item 1; network/wdi-reset--surprise-remove---steps-15-20 (abort and diagnose exempt); netcx/oid-wdi-set-sae-auth-params, netcx/oid-wdi-set-fast-bss-transition-parameters (direct OID)',
    needs: ['commands (M1) and responses (M3)'],
    examples: {
      bad: [
        {
          title: 'a second property while the first is waiting',
          scenario: `
 0  M1   GET_STATISTICS      1  101
10  M1   GET_BSS_ENTRY_LIST  1  102
20  M3   GET_STATISTICS      1  101  status=success
30  M3   GET_BSS_ENTRY_LIST  1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'answered before the next one',
          scenario: `
 0  M1   GET_STATISTICS      1  101
20  M3   GET_STATISTICS      1  101  status=success
21  M1   GET_BSS_ENTRY_LIST  1  102
30  M3   GET_BSS_ENTRY_LIST  1  102  status=success
`,
        },
        {
          title: 'an abort does not wait',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
 500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
 501  M3   ABORT_TASK     1  102  status=success
 510  M3   TASK_SCAN      1  101  status=success
 520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'inconclusive: the response may have been lost',
          scenario: `
capture loss=3..6

 0  M1   GET_STATISTICS      1  101
10  M1   GET_BSS_ENTRY_LIST  1  102
30  M3   GET_BSS_ENTRY_LIST  1  102  status=success
`,
        },
        {
          title: 'responses are not exported',
          scenario: `
capture families=M1,IND

 0  M1   GET_STATISTICS      1  101
10  M1   GET_BSS_ENTRY_LIST  1  102
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    if (!trace.families.has(adapter, 'M3')) return notApplicable('responses (M3) are not exported')
    return [...commandsInOrder(adapter, trace)].filter(({command}) => queues(command)).map(sent => judge(sent, trace))
  },
}

function judge({command, m1, waiting}: Sent, trace: Trace): Judgement {
  if (waiting.length === 0) return PASS
  const open = waiting.filter(queues)
  const [first] = open
  if (first?.m1 == null) return PASS
  return violation({
    atUs: m1.atUs,
    message: `${command.message.name} is sent while ${first.message.name} has waited ${duration(m1.atUs - first.m1.atUs)} for its response.`,
    evidence: [first.m1, m1],
    expected: [`M3 of ${first.message.name}`],
    ...overlapDoubt(m1, open, ({m3}) => m3, trace),
  })
}

/** Abort and the direct commands are outside the queue; so are diagnostic commands, which have no public name. */
function queues({message}: Command): boolean {
  return message.name !== 'ABORT_TASK' && !message.direct && !/DIAGNOS/.test(message.name)
}
