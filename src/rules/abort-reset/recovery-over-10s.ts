import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {isResetRecovery} from '../../sessions/replay.js'
import {between} from '../doubt.js'
import {overLimit} from '../limit.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(10)

export const recoveryOver10s: Rule = {
  meta: {
    id: 'recovery-over-10s',
    category: 'abort-reset',
    tier: 2,
    severity: 'warning',
    blame: 'either',
    basis: 'D',
    class: 'REQ',
    statement: 'Ten seconds after a hang or a stall of the firmware the adapter answers commands again.',
    why: 'Until then the machine has no Wi-Fi; after some more seconds calls end and downloads break off.',
    harmless: 'When the machine slept or was restarted in between, which is not judged.',
    next: 'See where the time went: halting the old instance, loading the firmware, or the host opening the adapter. The first two are the driver team’s.',
    limits: ['L-LOSS'],
    numbers: '10 s',
    source:
      'WHCP Device.Network.WLAN, "hang detection and recovery" (10 s); network/wdi-miniport-driver-design-guide § Design principles',
    needs: ['event 5002 or FIRMWARE_STALLED', 'responses (M3) with status'],
    examples: {
      bad: [
        {
          title: 'the first command succeeds 12 s after the stall',
          scenario: `
     0  IND  FIRMWARE_STALLED  adapter  -
+11900  M1   TASK_OPEN         adapter  101
+12000  M3   TASK_OPEN         adapter  101  status=success
+12100  IND  OPEN_COMPLETE     adapter  101  status=success
`,
        },
        {
          title: 'inconclusive: an earlier command may have been lost',
          scenario: `
capture loss=5000..6000

     0  IND  FIRMWARE_STALLED  adapter  -
+11900  M1   TASK_OPEN         adapter  101
+12000  M3   TASK_OPEN         adapter  101  status=success
+12100  IND  OPEN_COMPLETE     adapter  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 10 s',
          scenario: `
     0  IND  FIRMWARE_STALLED  adapter  -
 +9900  M1   TASK_OPEN         adapter  101
+10000  M3   TASK_OPEN         adapter  101  status=success
+10100  IND  OPEN_COMPLETE     adapter  101  status=success
`,
        },
        {
          title: 'the machine slept in between',
          scenario: `
     0  IND  FIRMWARE_STALLED  adapter  -
 +3000  LOG  POWER             adapter  -    state=sleep
+20000  LOG  POWER             adapter  -    state=resume
+21900  M1   TASK_OPEN         adapter  101
+22000  M3   TASK_OPEN         adapter  101  status=success
+22100  IND  OPEN_COMPLETE     adapter  101  status=success
`,
        },
        {
          title: 'no command in the rest of the capture',
          scenario: `
0  IND  FIRMWARE_STALLED  adapter  -
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const judgements: Judgement[] = []
    let trigger: TraceEvent | null = null
    for (const event of adapter.events) {
      if (trigger === null) trigger = startsRecovery(event, trace) ? event : null
      else if (isBack(event, trigger, trace)) {
        judgements.push(judge(trigger, event, trace))
        trigger = null
      }
    }
    if (trigger === null) return judgements
    return [...judgements, notApplicable('no successful command after the recovery in the capture')]
  },
}

function startsRecovery(event: TraceEvent, {reader}: Trace): boolean {
  return event.message.name === 'FIRMWARE_STALLED' || (event.message.name === '5002' && isResetRecovery(event, reader))
}

/** The old instance is taken down with these; they say nothing about the new one. */
const TEAR_DOWN: ReadonlySet<string> = new Set(['TASK_CLOSE', 'TASK_DELETE_PORT'])

/** A successful response, or one of unknown status, to a command that was sent after the trigger. */
function isBack(event: TraceEvent, trigger: TraceEvent, trace: Trace): boolean {
  if (event.step !== 'M3' || (event.status !== null && event.status !== 0) || TEAR_DOWN.has(event.message.name))
    return false
  const m1 = trace.commandOf(event)?.m1
  return !m1 || m1.seq > trigger.seq
}

function judge(trigger: TraceEvent, m3: TraceEvent, trace: Trace): Judgement {
  const inWindow = ({atUs}: TraceEvent) => atUs >= trigger.atUs && atUs <= m3.atUs
  if (trace.index.events(['POWER', 'BOOT']).some(inWindow))
    return notApplicable('sleep or restart of the machine in between')
  if (m3.status === null) return notApplicable('the status of responses is not exported')
  const tookUs = m3.atUs - trigger.atUs
  const undone = overLimit(trace, tookUs, LIMIT)
  if (undone === null) return PASS
  const m1 = trace.commandOf(m3)?.m1
  return violation({
    atUs: m3.atUs,
    message: `The first command after ${trigger.message.name === '5002' ? 'the reset recovery' : 'the stall of the firmware'} succeeds after ${duration(tookUs)} (limit ${duration(LIMIT)}): ${m3.message.name}.`,
    evidence: [trigger, ...(m1 ? [m1] : []), m3],
    expected: ['a successful M3 in that time'],
    undone: [...undone, ...between(trace, trigger, m3)],
  })
}
