import {ms} from '../../events/units.js'
import {judgeRequirement} from '../requirement.js'
import type {Rule} from '../rule.js'
import {notApplicable} from '../verdict.js'

const LIMIT = ms(300)
/** Auth algorithm RSNA_PSK. */
const RSNA_PSK = 7

export const connectOverRequirement: Rule = {
  meta: {
    id: 'connect-over-requirement',
    category: 'timing',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'REQ',
    statement: 'On WPA2-PSK a connect reaches its association within 300 ms of the command.',
    why: 'It is what the user waits for after the click, and after every lost connection.',
    harmless:
      'In the field, where busy channels and failed candidates are part of the time. The figure is a certification bench.',
    next: 'Look at the attempts: a candidate that failed first explains most of it. Otherwise ask the driver team about the phase before the first attempt.',
    limits: ['L-GRAN'],
    numbers: '300 ms',
    source:
      'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP, "Association timing requirement"',
    needs: ['TASK_CONNECT (M1)', 'ASSOCIATION_RESULT with status and authentication'],
    examples: {
      bad: [
        {
          title: '350 ms',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
+350  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+352  IND  CONNECT_COMPLETE     1  101  status=success
+400  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+404  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+800  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: '290 ms',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
+290  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+292  IND  CONNECT_COMPLETE     1  101  status=success
+400  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+404  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+800  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the figure is for WPA2-PSK only',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA
  +1  M3   TASK_CONNECT         1  101  status=success
+350  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
+352  IND  CONNECT_COMPLETE     1  101  status=success
+400  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+404  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+800  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect'],
  check(session, trace) {
    const first = session.attempts.find(attempt => attempt.succeeded)
    if (session.outcome !== 'success' || first === undefined) return notApplicable('no successful connect')
    if (!first.entry.auth) return notApplicable('the authentication of the result is not exported')
    if (first.entry.auth !== RSNA_PSK) return notApplicable('not WPA2-PSK')
    return judgeRequirement(session, first, LIMIT, trace)
  },
}
