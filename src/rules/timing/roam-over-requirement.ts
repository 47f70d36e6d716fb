import {ms} from '../../events/units.js'
import type {SecurityClass} from '../../sessions/session.js'
import {judgeRequirement} from '../requirement.js'
import type {Rule} from '../rule.js'
import {notApplicable} from '../verdict.js'

const LIMIT = ms(100)

/** SAE and OWE are younger than the requirement; FT has a figure of its own. */
const JUDGED: readonly (SecurityClass | null)[] = ['open', 'psk', 'pmkid', '8021x']

export const roamOverRequirement: Rule = {
  meta: {
    id: 'roam-over-requirement',
    category: 'timing',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'REQ',
    statement: 'Without fast transition a roam reaches its new association within 100 ms of the command.',
    why: 'Before the keys are exchanged no data flows, so this time is the smaller part of the gap that a call or a game notices.',
    harmless:
      'In the field, where busy channels, scans and failed candidates are part of it. The figure is a certification bench with two access points and nothing else.',
    next: 'See which phase is the longest: prepare is the driver’s own scan and choice, gap-l2 lies between the two access points. Compare with other roams of the same driver before you call it slow.',
    limits: ['L-GRAN'],
    numbers: '100 ms',
    source:
      'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP, "Roaming timing requirement"',
    needs: ['TASK_ROAM (M1)', 'ASSOCIATION_RESULT with status and authentication'],
    examples: {
      bad: [
        {
          title: '140 ms from command to association',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
 +140  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +142  IND  ROAM_COMPLETE        1  101  status=success
 +143  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +144  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: exactly 100 ms, and times are known to 1 µs only',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
 +100  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +102  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: '99 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +99  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +102  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'OWE is younger than the requirement',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=OWE owe-dh=D1 RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
 +140  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=OWE)
 +142  IND  ROAM_COMPLETE        1  101  status=success
 +160  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +164  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
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
    if (!JUDGED.includes(session.class)) return notApplicable('the class of the roam has no figure of its own here')
    return judgeRequirement(session, session.success, LIMIT, trace)
  },
}
