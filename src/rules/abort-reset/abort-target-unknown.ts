import {START_EDGE} from '../../sessions/hang-limits.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const abortTargetUnknown: Rule = {
  meta: {
    id: 'abort-target-unknown',
    category: 'abort-reset',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement:
      'The cancel parameters of an abort name a task that was sent: by its OID, its transaction id and its port.',
    why: 'The driver finds no such task and does nothing. The task that was meant goes on and blocks the queue.',
    harmless: 'When the command of the task is older than the capture; the first 40 s are therefore not judged.',
    next: 'Compare the three values with the open tasks in the message. If one of them is off by a little, report it to Microsoft; the driver is not at fault.',
    limits: ['L-LOSS', 'L-TXN'],
    numbers: null,
    source: 'netcx/wdi-tlv-cancel-parameters',
    needs: ['ABORT_TASK (M1) with cancel parameters', 'task commands (M1)'],
    examples: {
      bad: [
        {
          title: 'the transaction id is that of no scan',
          scenario: `
capture from=-50000

    0  M1   TASK_SCAN      1  101  repeat=1
   +3  M3   TASK_SCAN      1  101  status=success
 +500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=107 port=1
 +501  M3   ABORT_TASK     1  102  status=success
+1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: the command may have been lost',
          scenario: `
capture from=-50000 loss=-200..-100

+500  M1  ABORT_TASK  1  102  target=TASK_SCAN id=107 port=1
+501  M3  ABORT_TASK  1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'id and port agree',
          scenario: `
capture from=-50000

   0  M1   TASK_SCAN      1  101  repeat=1
  +3  M3   TASK_SCAN      1  101  status=success
+500  M1   ABORT_TASK     1  102  target=TASK_SCAN id=101 port=1
+501  M3   ABORT_TASK     1  102  status=success
+520  IND  SCAN_COMPLETE  1  101  status=aborted
`,
        },
        {
          title: 'the task may have been sent before the capture began',
          scenario: `
+500  M1  ABORT_TASK  1  102  target=TASK_SCAN id=107 port=1
+501  M3  ABORT_TASK  1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['ABORT_TASK'],
  check({m1, adapter}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const {target, id, port} = trace.reader.abortTask(m1)
    if (target == null && id == null) return notApplicable('the cancel parameters are not exported')
    if (trace.taskOf(m1) !== null) return PASS
    const {startUs} = trace.silence
    if (m1.atUs - startUs < START_EDGE) return notApplicable('within 40 s of the start of the capture')
    const open = trace
      .openBefore(m1)
      .map(task => `${task.message.name} ${task.transactionId ?? '?'} on port ${task.port ?? '?'}`)
    return violation({
      atUs: m1.atUs,
      message: `The abort names ${target ?? 'an unknown task'} with transaction ${id ?? '?'} on port ${port ?? '?'}, which was never sent; open tasks: ${listing(open)}.`,
      evidence: [m1],
      expected: ['the command of the named task before the abort'],
      undone: trace.silence.lost(startUs, m1.atUs) ? ['L-LOSS'] : [],
      lowered: id == null ? ['L-TXN'] : [],
    })
  },
}
