import {afterRoam} from '../break-after-roam.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {lastSignal} from '../serving-signal.js'
import {duration, PASS, violation} from '../verdict.js'

export const disconnectAfterRoam: Rule = {
  meta: {
    id: 'disconnect-after-roam',
    category: 'roam-quality',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'O',
    class: 'HEUR',
    statement:
      'A connection made by a roam lasts longer than half a minute, unless the host or the driver gives it up on purpose.',
    why: 'The roam counts as a success, but the user lost the connection all the same. A driver version that makes this more frequent is a regression that success rates do not show.',
    harmless: 'When the user walked out of the building or switched the radio off.',
    next: 'Look at status and reason: a key-handshake reason leads to handshake-failed-after-roam, a lost AP to the choice of the candidate, a deauthentication to the AP.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '30 s',
    source: 'reasoning; idea of counting unexpected disconnects: dashboard measure 40408290',
    needs: ['TASK_ROAM', 'ASSOCIATION_RESULT', 'DISASSOCIATION with status'],
    examples: {
      bad: [
        {
          title: 'the AP deauthenticates the station after 5 s',
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
+5070  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 3)
`,
        },
      ],
      good: [
        {
          title: 'inconclusive: a later roam may have been lost',
          scenario: `
capture loss=3000..3100

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+5070  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 3)
`,
        },
        {
          title: 'exactly 30 s and a microsecond after the result',
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
+30070.001  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 3)
`,
        },
        {
          title: 'the host disconnects',
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
+5000  M1   TASK_DISCONNECT      1  103  AP-B reason=3
+5001  M3   TASK_DISCONNECT      1  103  status=success
+5010  IND  DISASSOCIATION       1  -    AP-B status=7
+5012  IND  DISCONNECT_COMPLETE  1  103  status=success
`,
        },
        {
          title: 'the next roam leaves the AP',
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
+15000  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+15001  M3   TASK_ROAM            1  103  status=success
+15012  IND  DISASSOCIATION       1  -    AP-B status=10
+15070  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+15071  IND  ROAM_COMPLETE        1  103  status=success
+15110  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+15114  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+15300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const after = afterRoam(session, trace.settings.brokenAfterRoamUs, trace)
    if (after.kind === 'not-applicable') return after
    if (after.kind === 'kept') return PASS
    const {event, success, status, afterUs} = after
    const {deauthFrame, disassocFrame} = trace.reader.disassociation(event)
    const reason = (deauthFrame ?? disassocFrame)?.reason
    const signal = success.bssid === null ? null : lastSignal(event, success.bssid, session.adapter, afterUs, trace)
    const details = [
      reason == null ? null : `reason ${reason} of the AP`,
      signal === null ? null : `last signal ${signal.rssi} dBm`,
    ].filter(text => text !== null)
    return violation({
      atUs: event.atUs,
      message: `The connection with ${success.bssid ?? 'the new AP'} broke ${duration(afterUs)} after the roam (status ${status})${details.map(text => `; ${text}`).join('')}.`,
      evidence: [event, success.event, ...(session.key?.m3 ? [session.key.m3] : [])],
      session,
      undone: between(trace, success.event, event),
    })
  },
}
