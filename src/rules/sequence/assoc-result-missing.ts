import type {TraceEvent} from '../../events/event.js'
import type {Mac} from '../../events/units.js'
import type {Same} from '../../sessions/peers.js'
import type {Session} from '../../sessions/session.js'
import {absence} from '../doubt.js'
import type {Rule, Verdicts} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const assocResultMissing: Rule = {
  meta: {
    id: 'assoc-result-missing',
    category: 'sequence',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement: 'Every attempt of a connect or roam is reported by an association result, the successful one included.',
    why: 'The result carries the BSSID, the negotiated security and the frames. Without it the host does not know with whom to do the handshake.',
    harmless:
      'A roam with neither disassociation nor result is a driver that stayed. A direct link (TDLS) has a pairwise key for another peer, too.',
    next: 'Ask the driver team for the path that completes the task: it skips the indication. Compare a roam to the same AP that was reported.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect; netcx/oid-wdi-task-roam',
    needs: [
      'TASK_CONNECT, TASK_ROAM',
      'ASSOCIATION_RESULT',
      'completion status',
      'LINK_STATE_CHANGE or SET_ADD_CIPHER_KEYS',
    ],
    examples: {
      bad: [
        {
          title: 'a connect completes with success and no result at all',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +82  IND  CONNECT_COMPLETE     1  101  status=success
`,
        },
        {
          title: 'after the roam the link is to an AP that no result names',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the result may have been lost',
          scenario: `
capture model=wificx loss=30..60

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +82  IND  CONNECT_COMPLETE     1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the driver stays: link state and keys are those of the old AP',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
        {
          title: 'a connect that failed was reported by its failed results',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT         1  101  status=success
 +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
 +82  IND  CONNECT_COMPLETE     1  101  status=failure
`,
        },
        {
          title: 'the next roam explains the new peer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +82  IND  ROAM_COMPLETE        1  101  status=success
+1000  M1   TASK_ROAM            1  102  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+1002  M3   TASK_ROAM            1  102  status=success
+1020  IND  DISASSOCIATION       1  -    AP-A status=10
+1080  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+1082  IND  ROAM_COMPLETE        1  102  status=success
+1120  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
+1124  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
+1300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const m4 = session.task?.m4
    if (!session.task?.m1) return notApplicable('the command (M1) is not in the capture')
    if (!m4) return notApplicable('the task is not completed in the capture')
    return session.kind === 'connect'
      ? judgeConnect(session, session.task.m1, m4, trace)
      : judgeRoam(session, session.task.m1, m4, trace)
  },
}

function judgeConnect({events}: Session, m1: TraceEvent, m4: TraceEvent, trace: Trace): Verdicts {
  if (m4.status === null) return notApplicable('the status of the completion is not exported')
  if (m4.status !== 0) return notApplicable('the connect was not completed with success')
  if (events.some(({message}) => message.name === 'ASSOCIATION_RESULT')) return PASS
  return violation({
    atUs: m4.atUs,
    message: `The connect was completed with success after ${duration(m4.atUs - m1.atUs)} without any association result.`,
    evidence: [m1, m4],
    expected: ['ASSOCIATION_RESULT between command and completion'],
    undone: absence(trace, m1.atUs, m4.atUs),
  })
}

function judgeRoam(session: Session, m1: TraceEvent, m4: TraceEvent, trace: Trace): Verdicts {
  const {adapter, attempts, events} = session
  const undecoded = events.some(
    event => event.message.name === 'ASSOCIATION_RESULT' && !trace.reader.associationEntries(event),
  )
  if (undecoded) return notApplicable('the entries of a result are not exported')
  const {state, peer: old, mlo, confirmed, since} = trace.before(m1)
  if (state === 'unknown') return notApplicable('the association before the roam is not known')
  const isOld = (peer: Mac): Same => (old === null ? false : trace.same(adapter, peer, old, mlo))
  const reported = ({event, peer}: Seen) =>
    attempts.some(
      ({succeeded, bssid}) =>
        succeeded && bssid !== null && trace.same(adapter, bssid, peer, trace.before(event).mlo) !== false,
    )
  const seen = peersAfter(m4, trace).filter(({peer}) => isOld(peer) === false)
  if (seen.length === 0) return notApplicable('the port is not seen on another AP after the roam')
  const silent = seen.find(one => !reported(one))
  if (silent === undefined) return PASS
  const {event, peer} = silent
  const direct = event.step === 'M1' && session.disassociations.length === 0
  return violation({
    atUs: event.atUs,
    message: `${event.message.name} shows the port on ${peer} ${duration(event.atUs - m4.atUs)} after the roam was completed, but the roam has no successful result for it.`,
    evidence: [m1, m4, event],
    expected: [`ASSOCIATION_RESULT with status 0 for ${peer} in the roam`],
    // What was lost while the port had no peer may have been the association that is seen.
    undone: [
      ...absence(trace, (state === 'unassociated' && since !== null ? since : m1).atUs, event.atUs),
      ...(confirmed ? [] : (['L-STATE'] as const)),
    ],
    ...(direct ? {confidence: 'low'} : {}),
  })
}

/** From here on the association of the port is the affair of something else. */
const ENDS: ReadonlySet<string> = new Set(['TASK_ROAM', 'TASK_CONNECT', 'TASK_DISCONNECT', 'TASK_DOT11_RESET'])

interface Seen {
  readonly event: TraceEvent
  readonly peer: Mac
}

/** Peers that link state and pairwise keys name after a completion, until the next task or association. */
function peersAfter(m4: TraceEvent, trace: Trace): Seen[] {
  const seen: Seen[] = []
  for (const event of trace.after(m4)) {
    const {message, step} = event
    if (message.name === 'ASSOCIATION_RESULT' || (step === 'M1' && ENDS.has(message.name))) break
    if (message.name !== 'LINK_STATE_CHANGE' && !isKeyCommand(event)) continue
    for (const peer of peersOf(event, trace)) seen.push({event, peer})
  }
  return seen
}

function isKeyCommand({step, message}: TraceEvent): boolean {
  return step === 'M1' && message.name === 'SET_ADD_CIPHER_KEYS'
}

function peersOf(event: TraceEvent, trace: Trace): Mac[] {
  if (!isKeyCommand(event)) {
    const {peer} = trace.reader.linkState(event)
    return peer ? [peer] : []
  }
  return trace.reader.keys(event)?.flatMap(({type, peer}) => (type === 1 && peer ? [peer] : [])) ?? []
}
