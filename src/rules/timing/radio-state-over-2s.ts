import {seconds} from '../../events/units.js'
import {isFailure} from '../../sessions/task.js'
import {absence} from '../doubt.js'
import {overLimit} from '../limit.js'
import {endedByReset} from '../reset-in-window.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(2)

export const radioStateOver2s: Rule = {
  meta: {
    id: 'radio-state-over-2s',
    category: 'timing',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'REQ',
    statement: 'A change of the radio state is reported (RADIO_STATUS) within 2 s of the command.',
    why: 'The switch in the settings follows this report. Without it, airplane mode seems not to work.',
    harmless: 'When the radio was in the wanted state already and the driver sees nothing to report.',
    next: 'Driver team: indicate RADIO_STATUS as soon as the firmware has switched, also when nothing changed.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '2 s',
    source:
      'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP, "Radio state change"',
    needs: ['TASK_SET_RADIO_STATE (M1)', 'RADIO_STATUS'],
    examples: {
      bad: [
        {
          title: 'reported after 2.5 s',
          scenario: `
   0  M1   TASK_SET_RADIO_STATE      adapter  101  state=0
  +2  M3   TASK_SET_RADIO_STATE      adapter  101  status=success
 900  IND  SET_RADIO_STATE_COMPLETE  adapter  101  status=success
2500  IND  RADIO_STATUS              adapter  -    hw=1 sw=0
`,
        },
        {
          title: 'never reported',
          scenario: `
   0  M1   TASK_SET_RADIO_STATE      adapter  101  state=0
  +2  M3   TASK_SET_RADIO_STATE      adapter  101  status=success
 900  IND  SET_RADIO_STATE_COMPLETE  adapter  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'reported after exactly 2 s',
          scenario: `
   0  M1   TASK_SET_RADIO_STATE      adapter  101  state=0
  +2  M3   TASK_SET_RADIO_STATE      adapter  101  status=success
 900  IND  SET_RADIO_STATE_COMPLETE  adapter  101  status=success
2000  IND  RADIO_STATUS              adapter  -    hw=1 sw=0
`,
        },
        {
          title: 'inconclusive: the capture ends before the 2 s are over',
          scenario: `
capture to=1500

   0  M1   TASK_SET_RADIO_STATE      adapter  101  state=0
  +2  M3   TASK_SET_RADIO_STATE      adapter  101  status=success
 900  IND  SET_RADIO_STATE_COMPLETE  adapter  101  status=success
`,
        },
        {
          title: 'the command was rejected',
          scenario: `
   0  M1   TASK_SET_RADIO_STATE  adapter  101  state=0
  +2  M3   TASK_SET_RADIO_STATE  adapter  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_SET_RADIO_STATE'],
  check(task, trace) {
    const {m1, m3, m4, adapter} = task
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(adapter, 'IND')) return notApplicable('indications are not exported')
    if (isFailure(m3?.status ?? null)) return notApplicable('the command was rejected')
    const limit = m1.atUs + LIMIT
    if (endedByReset(task, limit)) return notApplicable('a reset ended the command')
    const next = trace.nextOfAdapter(m1, event => isReport(event) || isCommand(event))
    const report = next !== null && isReport(next) ? next : null
    const coarse = report === null ? [] : overLimit(trace, report.atUs - m1.atUs, LIMIT)
    if (coarse === null) return PASS
    // Nothing ties a report to its command: one that was lost may have come in time.
    const undone = [...coarse, ...absence(trace, m1.atUs, limit)]
    const reported = report === null ? 'is not reported' : `is reported only after ${duration(report.atUs - m1.atUs)}`
    return violation({
      atUs: report?.atUs ?? limit,
      message: `The change of the radio state ${reported} (limit ${duration(LIMIT)}).`,
      evidence: [m1, m4, report].filter(event => event !== null),
      expected: ['RADIO_STATUS'],
      undone,
    })
  },
}

const isReport = named('RADIO_STATUS')
const isCommand = named('TASK_SET_RADIO_STATE', 'M1')
