import {afterRoam} from '../break-after-roam.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** 802.11 reasons by which an AP ends an association whose key handshake failed. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [2, 'invalid authentication'],
  [15, 'four-way handshake timeout'],
  [16, 'group key handshake timeout'],
  [17, 'element of the handshake differs from the beacon'],
  [23, '802.1X authentication failed'],
])

export const handshakeFailedAfterRoam: Rule = {
  meta: {
    id: 'handshake-failed-after-roam',
    category: 'roam-quality',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'V',
    class: 'HEUR',
    statement: 'After a roam the AP and the station agree on their keys.',
    why: 'Without keys no data passes, and the AP throws the station out. It is the explanation of a break that otherwise looks like weak signal.',
    harmless: 'Once, at the edge of the coverage, where frames of the handshake get lost.',
    next: 'No key command before the break: the handshake did not get through; look at EAPOL frames at the AP. Keys were installed: ask whether driver and AP agree on the security elements of the request.',
    limits: ['L-FRAME'],
    numbers: '10 s',
    source:
      'IEEE 802.11-2020 § 9.4.1.7 (15 four-way timeout, 16 group key timeout, 17 element mismatch, 23 802.1X failure, 2 invalid authentication)',
    needs: ['TASK_ROAM', 'DISASSOCIATION with the frame of the AP'],
    examples: {
      bad: [
        {
          title: 'the four-way handshake timed out at the AP',
          scenario: `
-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
  +12  IND  DISASSOCIATION      1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE       1  101  status=success
+4070  IND  DISASSOCIATION      1  -    AP-B status=13 deauth-frame(reason 15)
`,
        },
      ],
      good: [
        {
          title: 'the AP leaves for another reason',
          scenario: `
-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
  +12  IND  DISASSOCIATION      1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE       1  101  status=success
+4070  IND  DISASSOCIATION      1  -    AP-B status=13 deauth-frame(reason 3)
`,
        },
        {
          title: 'a group key timeout 11 s after the roam',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
     0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM            1  101  status=success
   +12  IND  DISASSOCIATION       1  -    AP-A status=10
   +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
   +71  IND  ROAM_COMPLETE        1  101  status=success
  +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
  +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+11070  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 16)
`,
        },
        {
          title: 'the bytes of the frame are not exported',
          scenario: `
-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
  +12  IND  DISASSOCIATION      1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE       1  101  status=success
+4070  IND  DISASSOCIATION      1  -    AP-B status=13 deauth-frame
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const {brokenAfterRoamUs, handshakeFailedUs} = trace.settings
    const after = afterRoam(session, brokenAfterRoamUs, trace)
    if (after.kind === 'not-applicable') return after
    if (after.kind === 'kept') return notApplicable('the connection did not break after the roam')
    const {event, success, afterUs} = after
    const {deauthFrame, disassocFrame} = trace.reader.disassociation(event)
    const reason = deauthFrame?.reason ?? disassocFrame?.reason
    if (reason == null) return notApplicable('no frame of the AP with a reason exported')
    const words = REASONS.get(reason)
    if (words === undefined || afterUs > handshakeFailedUs) return PASS
    const key = trace.next(success.event, named('SET_ADD_CIPHER_KEYS', 'M1'), event.atUs)
    return violation({
      atUs: event.atUs,
      message: `${success.bssid ?? 'The new AP'} ended the association ${duration(afterUs)} after the roam with reason ${reason} (${words}); ${key === null ? 'no key had been set' : `a key had been set ${duration(key.atUs - success.event.atUs)} after the result`}.`,
      evidence: [event, success.event, ...(key === null ? [] : [key])],
      session,
    })
  },
}
