import type {TraceEvent} from '../../events/event.js'
import type {Adapter} from '../../sessions/adapter.js'
import {START_EDGE} from '../../sessions/hang-limits.js'
import {COMPLETIONS, completedTask, isCompletion} from '../completions.js'
import type {LimitCode, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** Tasks that may run without end, so that one from before the capture may be completed at any time. */
const ENDLESS: readonly (string | null)[] = ['TASK_SCAN', 'TASK_P2P_DISCOVER']

export const taskCompletionUnmatched: Rule = {
  meta: {
    id: 'task-completion-unmatched',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'Every task completion answers a command of the host.',
    why: 'The host has nothing to complete: it drops the indication, or takes it for the end of another task.',
    harmless: 'When the export leaves out commands: see capture-family-missing.',
    next: 'Driver team: find who indicated this completion. A timer or a late firmware event after an abort is the usual source.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/writing-a-wificx-client-driver (completion carries the id of M1)',
    needs: ['TASK_* commands (M1) and completions'],
    examples: {
      bad: [
        {
          title: 'a completion out of the blue',
          scenario: `
capture to=60000

    0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM      1  101  status=success
  900  IND  ROAM_COMPLETE  1  101  status=success
45000  IND  ROAM_COMPLETE  1  777  status=success
`,
        },
      ],
      good: [
        {
          title: 'in the first 40 s the command may lie before the capture',
          scenario: `
capture from=0

39999  IND  ROAM_COMPLETE  1  777  status=success
`,
        },
        {
          title: 'inconclusive: the command may have been lost',
          scenario: `
capture to=60000 loss=44000..44100

    0  M1   TASK_ROAM      1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM      1  101  status=success
  900  IND  ROAM_COMPLETE  1  101  status=success
45000  IND  ROAM_COMPLETE  1  777  status=success
`,
        },
        {
          title: 'inconclusive: a scan without end may have begun long before the capture',
          scenario: `
capture to=60000

45000  IND  SCAN_COMPLETE  1  777  status=success
`,
        },
        {
          title: 'commands are not exported',
          scenario: `
capture families=M3,IND to=60000

45000  IND  ROAM_COMPLETE  1  777  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: COMPLETIONS,
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (!isCompletion(event) || adapter === null) return undefined
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const sinceStart = event.atUs - trace.silence.startUs
    if (sinceStart < START_EDGE) return notApplicable('the command may lie before the capture')
    const task = trace.taskOf(event)
    if (task !== null && (task.m1 !== null || task.m3 !== null)) return PASS
    return violation({
      atUs: event.atUs,
      message: `${event.message.name} with transaction ${event.transactionId ?? '(not exported)'} comes ${duration(sinceStart)} into the capture, and no ${completedTask(event) ?? 'task'} was issued that it could complete.`,
      evidence: [event],
      expected: [`M1 of ${completedTask(event) ?? 'its task'}`],
      undone: unseenStart(event, adapter, trace),
    })
  },
}

/** Could the command have been sent without being recorded? The replay takes a task for granted where loss may hide it. */
function unseenStart(event: TraceEvent, adapter: Adapter, trace: Trace): LimitCode[] {
  const codes: LimitCode[] = []
  if (trace.taskOf(event) !== null) codes.push('L-LOSS')
  const quiet = !trace.bookOf(adapter)?.tasks.some(({m1}) => m1 !== null && m1.seq < event.seq)
  if (quiet && ENDLESS.includes(completedTask(event))) codes.push('L-EDGE')
  return codes
}
