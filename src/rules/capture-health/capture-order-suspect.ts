import type {TraceEvent} from '../../events/event.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, PASS, violation} from '../verdict.js'

/** A record and the one before it in the file, which is later. */
interface StepBack {
  readonly before: TraceEvent
  readonly after: TraceEvent
}

export const captureOrderSuspect: Rule = {
  meta: {
    id: 'capture-order-suspect',
    category: 'capture-health',
    tier: 1,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Records of one adapter stand in the file in the order of their times.',
    why: 'The analysis sorts by time. Where a file runs backwards, times and order contradict each other, and what happened within a millisecond on two processors cannot be ordered at all.',
    harmless:
      'When the export simply concatenates the buffers of the processors: the times are right, only the file is unsorted.',
    next: 'Export again with a tool that merges the processor buffers by time. If the order is still wrong, compare the clocks of the sources.',
    limits: [],
    numbers: '1 ms, heuristic',
    source: 'test/wpt/sessions (one buffer per processor)',
    needs: ['record times', 'order of the file'],
    examples: {
      bad: [
        {
          title: 'a record 20 ms earlier than the one above it',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 cpu=0
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 cpu=0
 80  IND  LINK_STATE_CHANGE  1  -  AP-A quality=55 cpu=1
`,
        },
      ],
      good: [
        {
          title: 'exactly 1 ms backwards is tolerated',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 cpu=0
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 cpu=0
 99  IND  LINK_STATE_CHANGE  1  -  AP-A quality=55 cpu=1
`,
        },
        {
          title: 'backwards by less than the granularity of the clock',
          scenario: `
capture granularity=15

  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
100  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
 90  IND  LINK_STATE_CHANGE  1  -  AP-A quality=55
`,
        },
        {
          title: 'records of two adapters need no common order',
          scenario: `
adapter A
adapter B

100  IND  LINK_STATE_CHANGE  1@A  -  AP-A quality=60
  0  IND  LINK_STATE_CHANGE  1@B  -  AP-B quality=50
`,
        },
      ],
    },
  },
  subject: 'capture',
  check(trace) {
    const tolerance = Math.max(trace.capture.granularityUs, trace.settings.orderUs)
    const steps = trace.capture.fileOrder
      .flatMap(events => stepsBack(events, trace))
      .filter(step => backwards(step) > tolerance)
    const [largest] = [...steps].sort((a, b) => backwards(b) - backwards(a) || a.after.seq - b.after.seq)
    if (largest === undefined) return PASS
    const {before, after} = largest
    const cpus = crossesProcessors(largest) ? ` (processors ${before.cpu} and ${after.cpu})` : ''
    return violation({
      atUs: null,
      message: `Records run backwards in time ${steps.length === 1 ? 'once' : `${steps.length} times`}, at most by ${duration(backwards(largest))}${cpus}.`,
      evidence: [before, after],
      session: null,
    })
  },
}

function crossesProcessors({before, after}: StepBack): boolean {
  return before.cpu !== null && after.cpu !== null && before.cpu !== after.cpu
}

function backwards({before, after}: StepBack): number {
  return before.atUs - after.atUs
}

/** Neighbours of one adapter in one file. */
function stepsBack(events: readonly TraceEvent[], trace: Trace): StepBack[] {
  const latest = new Map<unknown, TraceEvent>()
  const steps: StepBack[] = []
  for (const after of events) {
    const adapter = trace.adapterOf(after)
    const before = latest.get(adapter)
    if (adapter !== null && before !== undefined && before.atUs > after.atUs) steps.push({before, after})
    latest.set(adapter, after)
  }
  return steps
}
