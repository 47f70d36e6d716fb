import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {isCompletion} from '../completions.js'
import {enclosingTask} from '../enclosing-task.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** A result this soon after a completion is its late report (rules.md). */
const LATE = seconds(1)

export const assocResultOutsideTask: Rule = {
  meta: {
    id: 'assoc-result-outside-task',
    category: 'sequence',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A station port does not roam on its own: association results belong to a connect or roam task.',
    why: 'The host neither asked for this association nor expects it. It has no security context for the AP, so that keys are missing and the state of host and driver drift apart.',
    harmless:
      'When the command lies before the capture or in a gap of it. Group-owner and SoftAP ports receive peers and are not judged.',
    next: 'Late (within 1 s of a completion): ask the driver team why the task was completed before its result. Otherwise ask which firmware feature roams without the host.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source:
      'netcx/ndis-status-wdi-indication-disassociation, netcx/oid-wdi-task-disconnect (no roam of its own); netcx/oid-wdi-task-connect (each attempt is reported at its end)',
    needs: ['ASSOCIATION_RESULT', 'TASK_CONNECT and TASK_ROAM commands (M1)'],
    examples: {
      bad: [
        {
          title: 'the driver roams on its own, long after the last task',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_SCAN            1  101  repeat=1
   +2  M3   TASK_SCAN            1  101  status=success
 +900  IND  SCAN_COMPLETE        1  101  status=success
+9000  IND  DISASSOCIATION       1  -    AP-A status=10
+9060  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+9300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'late: 3 ms after the completion',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ROAM_COMPLETE        1  101  status=failure
  +83  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: 20 s into the capture the command may lie before it',
          scenario: `
capture model=wificx from=0

20000  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
20300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'before the start response: the task is open from its command on',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +6  IND  DISASSOCIATION       1  -    AP-A status=10
  +58  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +59  M3   TASK_ROAM            1  101  status=success
  +60  IND  ROAM_COMPLETE        1  101  status=success
  +98  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +102  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the capture begins inside the roam, whose completion follows',
          scenario: `
capture model=wificx from=0

  20  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  22  IND  ROAM_COMPLETE        1  101  status=success
  60  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  64  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a station joins the SoftAP of port 2',
          scenario: `
capture model=wificx ap=2 to=60000

45000  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (adapter === null || !trace.isStation(adapter, event.port)) return undefined
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const {task, doubt} = enclosingTask(event, trace)
    if (task !== null) return PASS
    const late = lateReport(event, trace)
    const left = trace.previous(event, ({message}) => message.name === 'DISASSOCIATION')
    const bssids = trace.reader.associationEntries(event)?.map(entry => entry.bssid ?? 'an unknown BSSID') ?? []
    const what = `Association result for ${bssids.join(' and ') || 'an unknown BSSID'}`
    return violation({
      atUs: event.atUs,
      message:
        late === null
          ? `${what} while no connect or roam is open on the port.`
          : `${what} ${duration(event.atUs - late.atUs)} after ${late.message.name}, which had ended the task without it.`,
      evidence: [event, late, left].filter(shown => shown !== null),
      expected: ['M1 of TASK_CONNECT or TASK_ROAM before it, and its completion after it'],
      undone: doubt,
    })
  },
}

/** The completion that the result comes too late for: that of a task without result for the same BSSID. */
function lateReport(event: TraceEvent, trace: Trace): TraceEvent | null {
  const completion = trace.previous(event, isCompletion, event.atUs - LATE)
  const session = completion === null ? null : trace.sessionAt(completion)
  const bssids = trace.reader.associationEntries(event)?.map(({bssid}) => bssid) ?? []
  const reported = session?.attempts.some(({bssid}) => bssids.includes(bssid))
  return session === null || reported ? null : completion
}
