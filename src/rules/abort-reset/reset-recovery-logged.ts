import type {TraceEvent} from '../../events/event.js'
import {isResetRecovery} from '../../sessions/replay.js'
import type {Task} from '../../sessions/task.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, violation} from '../verdict.js'

const TRIGGERS: ReadonlyMap<number, string> = new Map([
  [1, 'a command was not answered in time'],
  [2, 'a task was not completed in time'],
  [3, 'the host asked for it'],
  [4, 'the firmware stalled'],
])
const HOST_REQUEST = 3

export const resetRecoveryLogged: Rule = {
  meta: {
    id: 'reset-recovery-logged',
    category: 'abort-reset',
    tier: 1,
    severity: 'error',
    blame: 'either',
    basis: 'V',
    class: 'DESC',
    statement: 'Windows has no reason to reset the device; when it does, the system log says why.',
    why: 'It is the proof of the system itself that a limit was exceeded or that the firmware stopped. The user lost the connection for some seconds.',
    harmless:
      'Event 5002 is shared by other errors of network drivers; only those with the data of a reset recovery count. A reset that the host asked for is a warning.',
    next: 'Look at the session that the reset ended: a task or command hang, or FIRMWARE_STALLED, names the part of the driver.',
    limits: [],
    numbers: null,
    source:
      'network/wdi-information-collection-for-bugs § Events for Reset Recovery triggers; network/wdi-ue-hang-detection--step-1-to-step-14',
    needs: ['event 5002 of the system log with its data'],
    examples: {
      bad: [
        {
          title: 'a roam that was not completed in time',
          scenario: `
capture to=45000

 -5000  IND  LINK_STATE_CHANGE  1        -    AP-A quality=60
     0  M1   TASK_ROAM          1        101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM          1        101  status=success
   +30  IND  DISASSOCIATION     1        -    AP-A status=10
+30010  LOG  5002               adapter  -    trigger=2 command=TASK_ROAM
`,
        },
        {
          title: 'the host asked for it: a warning',
          scenario: `
0  LOG  5002  adapter  -  trigger=3
`,
        },
      ],
      good: [
        {
          title: 'another error under the same event id',
          scenario: `
0  LOG  5002  adapter  -  first=0xC0000001
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['5002'],
  check(event, trace) {
    if (!isResetRecovery(event, trace.reader)) return undefined
    const trigger = trace.reader.number(event, 'trigger')
    if (trigger === null) return notApplicable('the trigger of event 5002 is not exported')
    const [command] = event.fields.command ?? []
    const task = endedTask(event, trace)
    const active = command === undefined ? '' : `; active command: ${command}`
    return violation({
      atUs: event.atUs,
      message: `Windows started a reset recovery: ${TRIGGERS.get(trigger) ?? 'unknown trigger'} (trigger ${trigger})${active}.`,
      evidence: [event, ...(task?.m1 ? [task.m1] : [])],
      severity: trigger === HOST_REQUEST ? 'warning' : 'error',
    })
  },
}

/** The task that the recovery cut, or that had hung before it. */
function endedTask(event: TraceEvent, trace: Trace): Task | null {
  const adapter = trace.adapterOf(event)
  const own = trace.tasks.filter(task => task.adapter === adapter)
  const hung = ({end, m4, closedUs}: Task) => end === 'hung' && m4 === null && (closedUs ?? Infinity) <= event.atUs
  const last = own.findLast(({m1}) => m1 !== null && m1.seq < event.seq)
  return own.find(({resetBy}) => resetBy === event) ?? (last !== undefined && hung(last) ? last : null)
}
