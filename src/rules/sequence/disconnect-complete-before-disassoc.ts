import type {TraceEvent} from '../../events/event.js'
import {absence} from '../doubt.js'
import type {LimitCode, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const disconnectCompleteBeforeDisassoc: Rule = {
  meta: {
    id: 'disconnect-complete-before-disassoc',
    category: 'sequence',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'A disconnect is completed after its work is done, and the loss of the network is indicated before the completion.',
    why: 'After the completion the host is free to connect again. A disassociation that arrives then looks like the loss of the new connection; one that never arrives leaves the host with a peer that is gone.',
    harmless: 'When the peer had left before the command, there is nothing to report.',
    next: 'Ask the driver team to complete the task from the handler that raises the disassociation.',
    limits: ['L-LOSS', 'L-STATE'],
    numbers: '5 s window, heuristic',
    source: 'netcx/oid-wdi-task-disconnect; network/wdi-datapath-operation-sequence-diagrams†',
    needs: ['TASK_DISCONNECT', 'DISCONNECT_COMPLETE', 'DISASSOCIATION', 'association before the command'],
    examples: {
      bad: [
        {
          title: 'late: 25 ms after the completion',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +20  IND  DISCONNECT_COMPLETE  1  101  status=success
  +45  IND  DISASSOCIATION       1  -    AP-A status=7
`,
        },
        {
          title: 'absent: a warning',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +20  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: it may have been lost inside the task',
          scenario: `
capture model=wificx loss=5..10

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +20  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'in order',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +19  IND  DISASSOCIATION       1  -    AP-A status=7
  +20  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'the peer had gone before the command',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
 -100  IND  DISASSOCIATION       1  -    AP-A status=11
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +20  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_DISCONNECT'],
  check(task, trace) {
    const {m1, m4, adapter, port} = task
    if (m1 === null || m4 === null) return notApplicable('command or completion of the task not in the capture')
    if (!trace.isStation(adapter, port)) return undefined
    const {state, peer, confirmed} = trace.before(m1)
    if (state === 'unknown') return notApplicable('the association before the command is not known')
    if (state === 'unassociated') return notApplicable('the port was not associated when the command came')
    const ends = (event: TraceEvent) => endsAssociation(event, trace)
    const inside = trace.next(m1, ends, m4.atUs)
    if (inside !== null && inside.seq < m4.seq) return PASS
    const window = m4.atUs + trace.settings.lateDisassociationUs
    const late = trace.next(m4, ends, window)
    const undone: LimitCode[] = absence(trace, m1.atUs, m4.atUs)
    if (!confirmed) undone.push('L-STATE')
    const after =
      late === null
        ? `none follows within ${duration(trace.settings.lateDisassociationUs)}`
        : `it follows ${duration(late.atUs - m4.atUs)} later`
    return violation({
      atUs: m4.atUs,
      message: `DISCONNECT_COMPLETE ${duration(m4.atUs - m1.atUs)} after the command without a DISASSOCIATION of ${peer ?? 'the peer'} before it; ${after}.`,
      evidence: late === null ? [m1, m4] : [m1, m4, late],
      expected: [`DISASSOCIATION of ${peer ?? 'the peer'} before DISCONNECT_COMPLETE`],
      severity: late === null ? 'warning' : 'error',
      undone,
      lowered: late === null ? absence(trace, m4.atUs, window) : [],
    })
  },
}

/** A DISASSOCIATION that ends the association of its port, or may do so by an address that cannot be mapped. */
function endsAssociation(event: TraceEvent, trace: Trace): boolean {
  if (event.message.name !== 'DISASSOCIATION') return false
  const meaning = trace.meaningOf(event)
  return meaning === 'peer' || meaning === 'unmapped'
}
