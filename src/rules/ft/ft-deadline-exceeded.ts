import type {TraceEvent} from '../../events/event.js'
import type {FtExchange, Session} from '../../sessions/session.js'
import {overLimit} from '../limit.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, PASS, violation} from '../verdict.js'

/** A time unit of 802.11, µs. */
const TU = 1024
const DEFAULT_TU = 1000
/** Timeout-interval element with the reassociation deadline. */
const DEADLINE = 1

/** Deadline that an association response has announced. */
interface Announced {
  readonly tu: number
  readonly event: TraceEvent
}

export const ftDeadlineExceeded: Rule = {
  meta: {
    id: 'ft-deadline-exceeded',
    category: 'ft',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'D',
    class: 'STD',
    statement:
      'After the FT authentication the reassociation reaches the AP before the deadline that the AP announced.',
    why: 'Past the deadline the AP has thrown the keys away and refuses; the roam starts over.',
    harmless:
      'The check is lenient, since the indication comes later than the response of the AP. With an unknown deadline the default of common APs is taken.',
    next: 'See who spent the time: ft-host is the share of Windows, ft-reassoc that of driver and AP.',
    limits: [],
    numbers: '1024 ms',
    source: 'IEEE 802.11-2020 § 13.7.1; hostapd.conf (range starts at 1000 TU, default 1000)',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'the result comes 1025 ms after the indication',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
 +990  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
 +991  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
+1000  IND  DISASSOCIATION                      1  -    AP-A status=10
+1037  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=54 code=55 reassociation=1 request{fte} response)
+1045  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'exactly 1024 ms',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
 +990  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
 +991  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
+1000  IND  DISASSOCIATION                      1  -    AP-A status=10
+1036  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
+1037  IND  ROAM_COMPLETE                       1  101  status=success
+1050  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
+1054  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
+1200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'the AP announced 2000 TU when the station joined the domain',
          scenario: `
capture model=wificx

-5000  M1   TASK_CONNECT                        1  90   entries=AP-A auth=RSNA
-4999  M3   TASK_CONNECT                        1  90   status=success
-4900  IND  ASSOCIATION_RESULT                  1  -    (AP-A status=0 auth=RSNA request{} response{deadline=2000})
-4899  IND  CONNECT_COMPLETE                    1  90   status=success
-4800  M1   SET_ADD_CIPHER_KEYS                 1  91   (pairwise peer=AP-A) (group)
-4790  M3   SET_ADD_CIPHER_KEYS                 1  91   status=success
-4000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
 +990  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
 +991  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
+1000  IND  DISASSOCIATION                      1  -    AP-A status=10
+1037  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
+1038  IND  ROAM_COMPLETE                       1  101  status=success
+1050  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
+1054  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
+1200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const announced = new Map<number | null, Announced>()
    const judged: Judgement[] = []
    for (const session of trace.sessions) {
      if (session.adapter !== adapter || (session.kind !== 'roam' && session.kind !== 'connect')) continue
      for (const exchange of session.ft) judged.push(...judge(exchange, session, announced.get(session.port), trace))
      for (const {succeeded, entry, event} of session.attempts) {
        const tu = entry.response?.timeouts.get(DEADLINE)
        if (succeeded && tu !== undefined) announced.set(session.port, {tu, event})
      }
    }
    return judged.length === 0 ? undefined : judged
  },
}

function judge(
  {indication, bssid, result}: FtExchange,
  session: Session,
  announced: Announced | undefined,
  trace: Trace,
): Judgement[] {
  const again = session.ft.some(
    other => other.result !== null && other.result === result && other.indication.seq > indication.seq,
  )
  if (result === null || again) return []
  const limitUs = (announced?.tu ?? DEFAULT_TU) * TU
  const tookUs = result.event.atUs - indication.atUs
  const undone = overLimit(trace, tookUs, limitUs)
  if (undone === null) return [PASS]
  const origin = announced === undefined ? 'the default of 1000 TU' : `${announced.tu} TU by the association response`
  return [
    violation({
      atUs: result.event.atUs,
      message: `The result for ${bssid ?? 'an unknown BSSID'} comes ${duration(tookUs)} after its FT authentication (deadline ${duration(limitUs)}, ${origin}).`,
      evidence: [result.event, indication, ...(announced === undefined ? [] : [announced.event])],
      undone,
    }),
  ]
}
