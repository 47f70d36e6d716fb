import type {TraceEvent} from '../../events/event.js'
import type {Session} from '../../sessions/session.js'
import {absence} from '../doubt.js'
import type {Rule, Verdicts} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const completeSuccessButUnassociated: Rule = {
  meta: {
    id: 'complete-success-but-unassociated',
    category: 'sequence',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'A',
    class: 'SHOULD',
    statement: 'A connect or roam that ends without an association is completed with a failure status.',
    why: 'Whoever trusts the status counts a dead connection as a success, and the recovery of the host may start late.',
    harmless:
      "Microsoft's WiFiCx sample takes the completion status for progress only and leaves the outcome to the indications; the task page asks for a failure.",
    next: 'Judge the session by its results, not by its status, and ask the driver team to complete failed tasks with a failure.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect, netcx/oid-wdi-task-roam (same selection rules)',
    needs: ['TASK_CONNECT, TASK_ROAM', 'completion status', 'ASSOCIATION_RESULT', 'DISASSOCIATION'],
    examples: {
      bad: [
        {
          title: 'a roam leaves the old AP, joins none and reports success',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
  +82  IND  ROAM_COMPLETE       1  101  status=success
 +500  M1   TASK_SCAN           1  102  repeat=1
 +502  M3   TASK_SCAN           1  102  status=success
+1500  IND  SCAN_COMPLETE       1  102  status=success
`,
        },
        {
          title: 'a connect whose only attempt failed',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT        1  101  status=success
 +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +82  IND  CONNECT_COMPLETE    1  101  status=success
`,
        },
        {
          title: 'inconclusive: a successful result may have been lost',
          scenario: `
capture model=wificx loss=40..60

   0  M1   TASK_CONNECT        1  101  entries=AP-B AP-C auth=RSNA_PSK
  +2  M3   TASK_CONNECT        1  101  status=success
 +30  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +82  IND  CONNECT_COMPLETE    1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the same connect with a failure status',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT        1  101  status=success
 +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +82  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the driver stays on its AP: success is as good as failure',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
 +900  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
        {
          title: 'the status is not exported',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +2  M3   TASK_CONNECT        1  101  status=success
 +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +82  IND  CONNECT_COMPLETE    1  101
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const {task} = session
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    if (task.m4 === null) return notApplicable('the task is not completed in the capture')
    if (task.aborts.length > 0) return notApplicable('the task was aborted')
    if (task.m4.status === null) return notApplicable('the status of the completion is not exported')
    if (task.m4.status !== 0) return notApplicable('the task was not completed with success')
    return session.kind === 'roam' ? judgeRoam(session, task.m4, trace) : judgeConnect(session, task.m1, task.m4, trace)
  },
}

function judgeRoam({disassociations, attempts, events}: Session, m4: TraceEvent, trace: Trace): Verdicts {
  const left = disassociations.findLast(event => LEAVES.has(trace.meaningOf(event) ?? ''))
  if (left === undefined) return PASS
  const after = events.filter(({seq}) => seq > left.seq)
  if (after.some(event => isUndecoded(event, trace))) return notApplicable('the status of a result is not exported')
  if (attempts.some(({succeeded, event}) => succeeded && event.seq > left.seq)) return PASS
  const results = after.filter(({message}) => message.name === 'ASSOCIATION_RESULT')
  return violation({
    atUs: m4.atUs,
    message: `The roam was completed with success ${duration(m4.atUs - left.atUs)} after the port had lost its association, without a successful result in between.`,
    evidence: [m4, left, ...results],
    expected: ['a failure status, or ASSOCIATION_RESULT with status 0 before the completion'],
    undone: absence(trace, left.atUs, m4.atUs),
  })
}

/** Meanings of a DISASSOCIATION that leave the port without an association; the late report of the old AP does not. */
const LEAVES: ReadonlySet<string> = new Set(['peer', 'other', 'unmapped', 'not associated', 'state unknown'])

function judgeConnect({attempts, events}: Session, m1: TraceEvent, m4: TraceEvent, trace: Trace): Verdicts {
  if (events.some(event => isUndecoded(event, trace))) return notApplicable('the status of a result is not exported')
  if (attempts.length === 0) return notApplicable('the connect has no result')
  if (attempts.some(({succeeded}) => succeeded)) return PASS
  return violation({
    atUs: m4.atUs,
    message: `The connect was completed with success, but ${attempts.length === 1 ? 'its only attempt' : `all ${attempts.length} attempts`} failed.`,
    evidence: [m4, ...new Set(attempts.map(({event}) => event))],
    expected: ['a failure status, or ASSOCIATION_RESULT with status 0'],
    undone: absence(trace, m1.atUs, m4.atUs),
  })
}

function isUndecoded(event: TraceEvent, trace: Trace): boolean {
  if (event.message.name !== 'ASSOCIATION_RESULT') return false
  return trace.reader.associationEntries(event)?.every(({status}) => status !== undefined) !== true
}
