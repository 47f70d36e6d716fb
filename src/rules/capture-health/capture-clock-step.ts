import type {TraceEvent} from '../../events/event.js'
import {ms, seconds} from '../../events/units.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const STEP = seconds(1)

/** Records at which the wall clock moved against time itself; `byUs` is null where the log does not say how far. */
interface ClockStep {
  readonly records: readonly TraceEvent[]
  readonly byUs: number | null
}

export const captureClockStep: Rule = {
  meta: {
    id: 'capture-clock-step',
    category: 'capture-health',
    tier: 2,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'The clock of the records runs evenly through the capture.',
    why: 'Durations that span a change of the clock are wrong by its size, and records around a step backwards are sorted wrongly. Sessions there should not be believed.',
    harmless:
      'When no session of interest spans the step. A machine that slept is not reported: the power transition explains the jump.',
    next: 'Note the time of the step and judge sessions before and after it separately. Record with the performance counter as clock.',
    limits: [],
    numbers: '1 s',
    source: 'reasoning',
    needs: ['record times'],
    examples: {
      bad: [
        {
          title: 'the system logged a change of its clock',
          scenario: `
    0  IND  LINK_STATE_CHANGE  1        -  AP-A quality=60
 1000  LOG  TIME_CHANGE        adapter  -  by=5000
 7000  IND  LINK_STATE_CHANGE  1        -  AP-A quality=50
`,
        },
        {
          title: 'the wall clock jumps 6 s while the monotonic one sees 1 s',
          scenario: `
    0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 mono=500
 6000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 mono=1500
`,
        },
        {
          title: 'backwards by more than a second, without any other clock',
          scenario: `
 5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
 3000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
`,
        },
      ],
      good: [
        {
          title: 'a gap forwards is silence',
          scenario: `
    0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
30000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50
`,
        },
        {
          title: 'the machine slept',
          scenario: `
    0  IND  LINK_STATE_CHANGE  1        -  AP-A quality=60 mono=500
  100  LOG  POWER              adapter  -  state=sleep mono=600
30000  LOG  POWER              adapter  -  state=resume mono=700
30100  IND  LINK_STATE_CHANGE  1        -  AP-A quality=50 mono=800
`,
        },
        {
          title: 'exactly one second apart',
          scenario: `
    0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 mono=0
 2000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=50 mono=1000
`,
        },
      ],
    },
  },
  subject: 'capture',
  check(trace) {
    if (trace.all.events.length < 2) return notApplicable('fewer than two records')
    const steps = trace.capture.fileOrder.flatMap(events => clockSteps(events, trace))
    const [first] = steps
    if (first === undefined) return PASS
    const size = first.byUs === null ? '' : ` by ${duration(first.byUs)}`
    const times = steps.length === 1 ? 'once' : `${steps.length} times, first`
    return violation({
      atUs: null,
      message: `The clock was changed ${times}${size}.`,
      evidence: steps.flatMap(({records}) => records).slice(0, 4),
      session: null,
    })
  },
}

/** Changes of the clock in one file, but for those next to a power transition, which explains them. */
function clockSteps(events: readonly TraceEvent[], trace: Trace): ClockStep[] {
  const steps: ClockStep[] = []
  for (const [i, after] of events.entries()) {
    const before = events[i - 1]
    const slept = [events[i - 2], before, after, events[i + 1]].some(event => event?.message.name === 'POWER')
    if (slept) continue
    if (after.message.name === 'TIME_CHANGE') {
      const by = trace.reader.number(after, 'by')
      steps.push({records: [after], byUs: by === null ? null : ms(by)})
    } else if (before !== undefined && before.message.name !== 'TIME_CHANGE') {
      const jump = jumpBetween(before, after)
      if (Math.abs(jump) > STEP) steps.push({records: [before, after], byUs: jump})
    }
  }
  return steps
}

/** How far the wall clock moved against a monotonic one; without it, only a move backwards shows. */
function jumpBetween(before: TraceEvent, after: TraceEvent): number {
  const wall = after.atUs - before.atUs
  if (before.monoUs !== null && after.monoUs !== null) return wall - (after.monoUs - before.monoUs)
  return Math.min(wall, 0)
}
