import type {FtExchange, Session} from '../../sessions/session.js'
import {count} from '../count.js'
import {overLimit} from '../limit.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const ftHostSlow: Rule = {
  meta: {
    id: 'ft-host-slow',
    category: 'timing',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'D',
    class: 'HEUR',
    statement: 'The host computes the reassociation parameters of a fast transition within 25 ms.',
    why: 'It is half of the 50 ms that the whole roam may take. What the host uses up, the driver cannot make good.',
    harmless: 'On a machine under heavy load, where everything of the host takes longer. No source sets this share.',
    next: 'Windows: the answer comes from its WLAN service. Show this time when somebody asks whether the driver is slow.',
    limits: ['L-HOST', 'L-GRAN'],
    numbers: '25 ms',
    source: 'reasoning from the 50 ms requirement',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'SET_FAST_BSS_TRANSITION_PARAMETERS (M1)'],
    examples: {
      bad: [
        {
          title: 'answered after 60 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +10  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +70  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +71  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +72  IND  DISASSOCIATION                      1  -    AP-A status=10
  +85  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1)
  +86  IND  ROAM_COMPLETE                       1  101  status=success
  +90  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +94  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'answered after 8 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +10  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1)
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: whole milliseconds cannot tell 25 ms from 26 ms',
          scenario: `
capture granularity=1

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
   +5  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +31  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +32  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +33  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1)
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check(session, trace) {
    return session.ft.map(exchange => judge(exchange, session, trace))
  },
}

function judge({indication, answer, bssid}: FtExchange, session: Session, trace: Trace): Judgement {
  if (answer === null) return notApplicable('FT_ASSOC_PARAMS_NEEDED was not answered')
  const limit = trace.settings.ftHostUs
  const took = answer.atUs - indication.atUs
  const undone = overLimit(trace, took, limit, true)
  if (undone === null) return PASS
  const others = session.adapter.events.filter(
    ({step, seq}) => step === 'M1' && seq > indication.seq && seq < answer.seq,
  ).length
  const between = others === 0 ? '' : `, with ${count(others, 'other command')} in between`
  const m1 = session.task?.m1
  return violation({
    atUs: indication.atUs,
    message: `The host answered the fast transition question for ${bssid ?? 'an access point'} after ${duration(took)} (expected within ${duration(limit)})${between}.`,
    evidence: [...(m1 ? [m1] : []), indication, answer],
    session,
    undone,
    lowered: ['L-HOST'],
  })
}
