import type {FtExchange, Session} from '../../sessions/session.js'
import {hasDirectCommands} from '../direct-commands.js'
import {absence} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const ftResponseMissing: Rule = {
  meta: {
    id: 'ft-response-missing',
    category: 'ft',
    tier: 1,
    severity: 'warning',
    blame: 'host',
    basis: 'A',
    class: 'DESC',
    statement: 'The host answers each request for FT parameters with SET_FAST_BSS_TRANSITION_PARAMETERS.',
    why: 'Without the answer the driver cannot build the reassociation request. The attempt runs into a timeout and the roam falls back to something slower.',
    harmless:
      'The answer is a direct command. An export of the ordinary command path lacks it, although the roam went well.',
    next: 'Look at the AutoConfig and 802.1X events of the same second; a host under load or without the PMK-R0 does not answer. Take it to Windows, not to the driver team.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/oid-wdi-set-fast-bss-transition-parameters',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'SET_FAST_BSS_TRANSITION_PARAMETERS', 'ROAM_COMPLETE'],
    examples: {
      bad: [
        {
          title: 'the driver waits in vain and the roam fails',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
 +900  IND  ROAM_COMPLETE           1  101  status=failure
`,
        },
        {
          title: 'inconclusive: no direct command in the whole capture, yet the AP was joined by FT',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
  +25  IND  DISASSOCIATION          1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=RSNA reassociation=1)
  +45  IND  ROAM_COMPLETE           1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS     1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS     1  103  status=success
 +200  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the answer may have been lost',
          scenario: `
capture model=wificx loss=100..200

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
 +900  IND  ROAM_COMPLETE           1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'answered with a failure, which is an answer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the roam was aborted while the driver waited',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM               1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
 +100  M1   ABORT_TASK              1  102  target=TASK_ROAM id=101 port=1
 +101  M3   ABORT_TASK              1  102  status=success
 +110  IND  ROAM_COMPLETE           1  101  status=aborted
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check(session, trace) {
    const {task, ft, adapter} = session
    if (ft.length === 0 || task === null) return notApplicable('no FT indication in the task')
    if (task.m4 === null) return notApplicable('the task is not completed in the capture')
    if (task.aborts.length > 0) return notApplicable('the task was aborted')
    if (!trace.families.has(adapter, 'PROP')) return notApplicable('properties are not exported')
    return ft.map(exchange => judge(exchange, session, trace))
  },
}

function judge({indication, bssid, answer, end}: FtExchange, session: Session, trace: Trace): Judgement {
  if (answer !== null) return PASS
  const endUs = (end ?? session.task?.m4 ?? indication).atUs
  const joined = session.class === 'ft' && bssid !== null && session.success?.bssid === bssid
  const unexported = joined && !hasDirectCommands(session.adapter, trace)
  return violation({
    atUs: indication.atUs,
    message: `FT_ASSOC_PARAMS_NEEDED for ${bssid ?? 'an unknown BSSID'} was not answered in ${duration(endUs - indication.atUs)}${end === null ? '' : `, when ${end.message.name} came`}${unexported ? '; the AP was joined by FT nevertheless, and the capture has no direct command at all' : ''}.`,
    evidence: end === null ? [indication] : [indication, end],
    expected: ['M1 of SET_FAST_BSS_TRANSITION_PARAMETERS'],
    inconclusive: unexported,
    ...(unexported ? {confidence: 'low'} : {}),
    undone: absence(trace, indication.atUs, endUs),
  })
}
