import type {Session} from '../../sessions/session.js'
import {isFailure, type Task} from '../../sessions/task.js'
import type {Rule, Verdicts} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS. */
const ABORTED = 5
const BY_HOST = 7
/** What a frame of the peer causes, which may arrive at the same moment. */
const BY_PEER: readonly number[] = [13, 14, 44, 54]

export const hostDisconnectStatus: Rule = {
  meta: {
    id: 'host-disconnect-status',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'A disassociation that the host asked for has status 7, and what the host cancelled fails with 5 or 7.',
    why: 'With any other status the host takes its own wish for a fault of the AP: it may block the AP or start to reconnect, and statistics of lost connections count it.',
    harmless: 'A frame of the peer may have arrived at the same moment; the finding then has low confidence.',
    next: 'Ask the driver team to keep the cause of a disconnect from the command to the indication.',
    limits: [],
    numbers: null,
    source: 'dot11wificxtypes/WDI_ASSOC_STATUS § ABORTED, DISASSOCIATED_BY_HOST',
    needs: ['DISASSOCIATION inside TASK_DISCONNECT, or ABORT_TASK and ASSOCIATION_RESULT', 'status'],
    examples: {
      bad: [
        {
          title: 'the host disconnects, the driver reports a lost association',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +10  IND  DISASSOCIATION       1  -    AP-A status=11
  +11  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'the host aborts, the attempt fails as unreachable',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +40  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +41  M3   ABORT_TASK           1  102  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
 +61  IND  CONNECT_COMPLETE     1  101  status=aborted
+100  M1   TASK_DOT11_RESET     1  103
+101  M3   TASK_DOT11_RESET     1  103  status=success
+120  IND  DOT11_RESET_COMPLETE 1  103  status=success
`,
        },
      ],
      good: [
        {
          title: 'status 7 for a disconnect',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_DISCONNECT      1  101  AP-A reason=3
   +1  M3   TASK_DISCONNECT      1  101  status=success
  +10  IND  DISASSOCIATION       1  -    AP-A status=7
  +11  IND  DISCONNECT_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'a failure before the abort has its own status, the one after it 5',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +30  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
 +40  M1   ABORT_TASK           1  102  target=TASK_CONNECT id=101 port=1
 +41  M3   ABORT_TASK           1  102  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=5)
 +61  IND  CONNECT_COMPLETE     1  101  status=aborted
+100  M1   TASK_DOT11_RESET     1  103
+101  M3   TASK_DOT11_RESET     1  103  status=success
+120  IND  DOT11_RESET_COMPLETE 1  103  status=success
`,
        },
        {
          title: 'lost outside any disconnect',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  IND  DISASSOCIATION       1  -    AP-A status=11
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['disconnect', 'connect', 'roam'],
  check(session, trace) {
    const {task} = session
    if (task === null) return undefined
    return session.kind === 'disconnect' ? judgeDisconnect(session, task, trace) : judgeAborted(session, task)
  },
}

function judgeDisconnect({disassociations}: Session, {m1}: Task, trace: Trace): Verdicts {
  return disassociations.map(event => {
    const {status, address} = trace.reader.disassociation(event)
    if (status == null) return notApplicable('the status of the disassociation is not exported')
    if (status === BY_HOST) return PASS
    return violation({
      atUs: event.atUs,
      message: `The disassociation of ${address ?? 'the peer'} inside TASK_DISCONNECT has status ${status}.`,
      evidence: m1 === null ? [event] : [event, m1],
      expected: ['DISASSOCIATION with status 7 (by the host)'],
      ...(BY_PEER.includes(status) ? {confidence: 'low' as const} : {}),
    })
  })
}

function judgeAborted({attempts}: Session, {aborts}: Task): Verdicts {
  const abort = aborts.find(({m3}) => !isFailure(m3?.status ?? null))?.m1
  if (!abort) return undefined
  const after = attempts.filter(({succeeded, event}) => !succeeded && event.seq > abort.seq)
  return after.map(({event, entry, bssid}) => {
    const {status} = entry
    if (status == null) return notApplicable('the status of the result is not exported')
    if (status === ABORTED || status === BY_HOST) return PASS
    return violation({
      atUs: event.atUs,
      message: `The attempt on ${bssid ?? 'an AP'} failed with status ${status}, ${duration(event.atUs - abort.atUs)} after the host had aborted the task.`,
      evidence: [event, abort],
      expected: ['a failed result with status 5 (aborted) or 7 (by the host)'],
      ...(BY_PEER.includes(status) ? {confidence: 'low' as const} : {}),
    })
  })
}
