import type {TraceEvent} from '../../events/event.js'
import type {Task} from '../../sessions/task.js'
import {deviceReset} from '../device-reset.js'
import {absence} from '../doubt.js'
import type {Rule} from '../rule.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const roamFailedNoRecovery: Rule = {
  meta: {
    id: 'roam-failed-no-recovery',
    category: 'abort-reset',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'A',
    class: 'HEUR',
    statement:
      'After a roam that cost the connection the host does something about it: it scans, connects, roams again or resets the port.',
    why: 'The user stays offline although access points may be near, until something else makes the host try again.',
    harmless: 'When the radio was switched off or the user disconnected, which is not reported where it is recorded.',
    next: 'Look at AutoConfig events of these seconds: does the host think that it is still connected? Then ask what the driver indicated last.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s',
    source: 'reasoning',
    needs: ['TASK_ROAM', 'DISASSOCIATION', 'ROAM_COMPLETE', 'task commands (M1)'],
    examples: {
      bad: [
        {
          title: 'nothing for 10 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=41)
  +82  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
        {
          title: 'inconclusive: the capture ends 5 s after the roam',
          scenario: `
capture to=5082

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=41)
  +82  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'a scan exactly 10 s after the roam',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
     0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM           1  101  status=success
   +20  IND  DISASSOCIATION      1  -    AP-A status=10
   +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=41)
   +82  IND  ROAM_COMPLETE       1  101  status=failure
+10082  M1   TASK_SCAN           1  102  repeat=1
+10083  M3   TASK_SCAN           1  102  status=success
+11000  IND  SCAN_COMPLETE       1  102  status=success
`,
        },
        {
          title: 'the radio was switched off',
          scenario: `
-5000  IND  LINK_STATE_CHANGE   1        -    AP-A quality=60
    0  M1   TASK_ROAM           1        101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1        101  status=success
  +20  IND  DISASSOCIATION      1        -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1        -    (AP-B status=3)
  +82  IND  ROAM_COMPLETE       1        101  status=failure
  +90  IND  RADIO_STATUS        adapter  -    hw=0 sw=1
`,
        },
        {
          title: 'the driver stayed on its AP: nothing was lost',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
  +82  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check({task, outcome, adapter, oldPeer}, trace) {
    if (outcome !== 'failed' && outcome !== 'aborted-after-disassoc')
      return notApplicable('the roam did not cost the connection')
    if (!task?.m4) return notApplicable('the roam is not completed in the capture')
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const limit = task.m4.atUs + trace.settings.recoveryStartUs
    if (trace.next(task.m4, isRecovery, limit) !== null) return PASS
    if (isExplained(task, limit, trace))
      return notApplicable('radio off, disconnect or reset of the device explains it')
    return violation({
      atUs: limit,
      message: `The roam away from ${oldPeer ?? 'an unknown AP'} ended without a connection, and for ${duration(trace.settings.recoveryStartUs)} the host sent no connect, roam, scan or reset on the port.`,
      evidence: [task.m4, ...(task.m1 === null ? [] : [task.m1])],
      expected: ['M1 of TASK_CONNECT, TASK_ROAM, TASK_SCAN or TASK_DOT11_RESET'],
      // A success that was lost would make another outcome of the roam.
      undone: absence(trace, (task.m1 ?? task.m4).atUs, limit),
    })
  },
}

const isRecovery = named(['TASK_CONNECT', 'TASK_ROAM', 'TASK_SCAN', 'TASK_DOT11_RESET'], 'M1')
const isDisconnect = named('TASK_DISCONNECT', 'M1')

function isExplained({m1, m4, adapter}: Task, limitUs: number, trace: Trace): boolean {
  const from = m1 ?? m4
  if (from === null) return false
  const switchesRadio = (event: TraceEvent) => {
    if (event.message.name === 'TASK_SET_RADIO_STATE') return event.step === 'M1'
    if (event.message.name !== 'RADIO_STATUS') return false
    const {hardware, software} = trace.reader.radioStatus(event)
    return hardware === 0 || software === 0
  }
  return (
    trace.next(from, isDisconnect, limitUs) !== null ||
    trace.nextOfAdapter(from, switchesRadio, limitUs) !== null ||
    deviceReset(adapter, from.atUs, limitUs, trace) !== null
  )
}
