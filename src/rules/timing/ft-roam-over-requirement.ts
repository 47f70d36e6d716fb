import {ms} from '../../events/units.js'
import {hostTime} from '../phases-of-request.js'
import {judgeRequirement} from '../requirement.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable} from '../verdict.js'

const LIMIT = ms(50)

export const ftRoamOverRequirement: Rule = {
  meta: {
    id: 'ft-roam-over-requirement',
    category: 'timing',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'REQ',
    statement: 'With fast transition (802.11r) a roam reaches its new association within 50 ms of the command.',
    why: 'Fast transition exists to keep calls alive while moving. Beyond 50 ms it no longer does what it was set up for.',
    harmless:
      'In the field, where busy channels and failed candidates are part of the time. The figure is a certification bench.',
    next: 'See who had the time. ft-host is Windows computing the parameters; ft-auth and ft-reassoc are driver and access point together; prepare is the driver’s own scan.',
    limits: ['L-GRAN'],
    numbers: '50 ms',
    source:
      'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP, second paragraph',
    needs: ['TASK_ROAM (M1)', 'FT_ASSOC_PARAMS_NEEDED', 'ASSOCIATION_RESULT with status'],
    examples: {
      bad: [
        {
          title: '85 ms, of which the host took 60 ms: its blame, not the driver’s',
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
          title: '44 ms',
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
          title: 'a roam without fast transition has 100 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    if (session.outcome !== 'success' || session.success === null) return notApplicable('no successful roam')
    if (session.class !== 'ft') return notApplicable('no fast transition')
    const host = hostTime(session)
    const tReq = session.totals.tReq ?? 0
    if (host === 0) return judgeRequirement(session, session.success, LIMIT, trace)
    const words = `${duration(host)} of it belong to the host, ${duration(tReq - host)} to driver and AP`
    return judgeRequirement(session, session.success, LIMIT, trace, host * 2 > tReq ? {words, blame: 'host'} : {words})
  },
}
