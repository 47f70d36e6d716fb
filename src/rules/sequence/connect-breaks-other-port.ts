import type {TraceEvent} from '../../events/event.js'
import type {Command, Task} from '../../sessions/task.js'
import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS: by the host, peer deauthenticated, peer disassociated. */
const NOT_THE_DRIVER: ReadonlySet<number> = new Set([7, 13, 14])
/** Association lost: the AP may have gone by itself. */
const AP_LOST: ReadonlySet<number> = new Set([11, 62])

export const connectBreaksOtherPort: Rule = {
  meta: {
    id: 'connect-breaks-other-port',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A connect on one port leaves the connections of the other ports up.',
    why: 'Connecting a second network, a Miracast display or a hotspot client takes the network of the first away.',
    harmless:
      'An AP that vanished at the same moment (status 11 or 62) is a coincidence that no trace can exclude. Less air time for the other port is allowed.',
    next: 'Ask the driver team how the channels of the two ports are shared; a forced channel change is the usual cause.',
    limits: ['L-STATE'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect',
    needs: ['TASK_CONNECT', 'DISASSOCIATION with status', 'association of the other port'],
    examples: {
      bad: [
        {
          title: 'port 1 is dropped while port 2 connects',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         2  101  status=success
  +30  IND  DISASSOCIATION       1  -    AP-A status=15
  +80  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  CONNECT_COMPLETE     2  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
        {
          title: 'low confidence: the AP of port 1 may have vanished by itself',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         2  101  status=success
  +30  IND  DISASSOCIATION       1  -    AP-A status=11
  +80  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  CONNECT_COMPLETE     2  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'the AP of port 1 sent a deauthentication',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         2  101  status=success
  +30  IND  DISASSOCIATION       1  -    AP-A status=13 deauth-frame(reason 3)
  +80  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  CONNECT_COMPLETE     2  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
        {
          title: 'after the connect',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         2  101  status=success
  +80  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  CONNECT_COMPLETE     2  101  status=success
  +83  IND  DISASSOCIATION       1  -    AP-A status=15
 +120  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
        {
          title: 'on the connecting port itself',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    2  -    AP-A quality=60
    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK
   +2  M3   TASK_CONNECT         2  101  status=success
  +30  IND  DISASSOCIATION       2  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  CONNECT_COMPLETE     2  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_CONNECT'],
  check(connect, trace) {
    const {m1} = connect
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const ends = disassociationsElsewhere(connect, m1, trace)
    if (ends.length === 0) return notApplicable('no DISASSOCIATION on another port during the connect')
    return ends.map(event => judge(event, connect, m1, trace))
  },
}

/** DISASSOCIATION records of other ports while a task is open. */
function disassociationsElsewhere(task: Task, m1: TraceEvent, trace: Trace): TraceEvent[] {
  const found: TraceEvent[] = []
  const next = (after: TraceEvent) =>
    trace.nextOfAdapter(
      after,
      event => event.message.name === 'DISASSOCIATION' || event === task.m4,
      task.closedUs ?? undefined,
    )
  for (let event = next(m1); event !== null && event !== task.m4; event = next(event)) {
    if (event.port !== null && event.port !== task.port) found.push(event)
  }
  return found
}

function judge(event: TraceEvent, connect: Task, m1: TraceEvent, trace: Trace): Judgement {
  const {state, confirmed} = trace.before(event)
  if (state !== 'associated') return notApplicable('the other port is not known to be associated')
  const {status, address} = trace.reader.disassociation(event)
  if (status == null) return notApplicable('the status of the DISASSOCIATION is not exported')
  if (NOT_THE_DRIVER.has(status) || hostCommandOpen(connect, event, trace)) return PASS
  return violation({
    atUs: event.atUs,
    message: `Port ${event.port} lost ${address ?? 'its peer'} (status ${status}) ${duration(event.atUs - m1.atUs)} after TASK_CONNECT began on port ${connect.port}.`,
    evidence: [event, m1],
    expected: [`port ${event.port} staying connected`],
    undone: [...between(trace, m1, event), ...(confirmed ? [] : (['L-STATE'] as const))],
    ...(AP_LOST.has(status) ? {confidence: 'low'} : {}),
  })
}

function hostCommandOpen({adapter}: Task, event: TraceEvent, trace: Trace): boolean {
  const {commands} = trace.all
  return commands.some(command => command.adapter === adapter && command.port === event.port && isOpen(command, event))
}

function isOpen(command: Command | Task, now: TraceEvent): boolean {
  if (command.m1 === null || command.m1.seq > now.seq) return false
  const end = 'm4' in command ? command.m4 : command.m3
  if (end !== null && end.seq < now.seq) return false
  return !('closedUs' in command) || command.closedUs === null || command.closedUs >= now.atUs
}
