import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WPA3-SAE, and the first number that is left to vendors. */
const SAE = 9
const IHV_START = 0x80000000

export const saeWithoutSaeAuth: Rule = {
  meta: {
    id: 'sae-without-sae-auth',
    category: 'sae',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'SAE is used in tasks whose list of authentication algorithms names WPA3-SAE.',
    why: 'The host did not offer a password for SAE. At best the exchange fails and costs time; at worst a connection is made that the profile of the user does not allow.',
    harmless: 'An algorithm of the vendor may contain SAE; a list with such a number is not judged.',
    next: 'Ask the driver team how it chose the authentication: from the beacon of the AP instead of the list of the host, or from an older task.',
    limits: [],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication § Connection initiation',
    needs: ['TASK_CONNECT, TASK_ROAM with the auth list', 'SAE_AUTH_PARAMS_NEEDED'],
    examples: {
      bad: [
        {
          title: 'a list with WPA2-PSK only',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=RSNA_PSK
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=2 status=5
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the transition mode of WPA3: both algorithms are listed',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=RSNA_PSK,WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'an algorithm of the vendor may wrap SAE',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=0x80000001
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=2 status=5
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({sae, task}, trace) {
    const [first] = sae
    if (first === undefined) return undefined
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const {auth} = trace.reader.connectTask(task.m1)
    if (auth == null) return notApplicable('the auth list of the task is not exported')
    if (auth.includes(SAE)) return PASS
    if (auth.some(algorithm => algorithm >= IHV_START))
      return notApplicable('the auth list has an algorithm of the vendor')
    return violation({
      atUs: first.indication.atUs,
      message: `SAE was started with ${first.bssid ?? 'an unknown BSSID'}, but the task lists the algorithms ${listing(auth)} without ${SAE} (WPA3-SAE).`,
      evidence: [first.indication, task.m1],
      expected: ['WPA3-SAE in the auth list of the task'],
    })
  },
}
