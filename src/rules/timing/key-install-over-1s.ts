import type {SecurityClass, Session} from '../../sessions/session.js'
import type {Task} from '../../sessions/task.js'
import {overLimit} from '../limit.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** With 802.1X the authentication server has its share; open networks have no keys. */
const JUDGED: readonly (SecurityClass | null)[] = ['psk', 'pmkid', 'ft', 'sae', 'owe']

export const keyInstallOver1s: Rule = {
  meta: {
    id: 'key-install-over-1s',
    category: 'timing',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'D',
    class: 'HEUR',
    statement: 'The pairwise key is sent to the driver within 1 s of the completion.',
    why: 'Traffic starts with the key. Access points repeat handshake messages about once a second, so that a second more means a message that got lost on the air.',
    harmless: 'When a scan was open in between: keys wait for the end of every task. The finding says so then.',
    next: 'Look at the four handshake messages in a packet capture or in the log of the access point: which one was repeated, and which side did not answer.',
    limits: [],
    numbers: '1 s',
    source:
      'hostapd wpa_auth.c (100 ms / 1000 ms, 4 tries); network/wdi-datapath-operation-sequence-diagrams† (order: completion, handshake, keys)',
    needs: ['ROAM_COMPLETE or CONNECT_COMPLETE', 'SET_ADD_CIPHER_KEYS with peer'],
    examples: {
      bad: [
        {
          title: 'keys 1.2 s after the completion',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
+1282  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+1286  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+1300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a scan in between explains the delay, and the finding names it',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
  +90  M1   TASK_SCAN            2  102  repeat=1
  +91  M3   TASK_SCAN            2  102  status=success
+1500  IND  SCAN_COMPLETE        2  102  status=success
+1503  M1   SET_ADD_CIPHER_KEYS  1  103  (pairwise peer=AP-B) (group)
+1507  M3   SET_ADD_CIPHER_KEYS  1  103  status=success
+1600  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'exactly 1 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
+1082  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+1086  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+1300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: '802.1X may take its time',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
  +82  IND  ROAM_COMPLETE        1  101  status=success
+2082  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+2086  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+2300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check(session, trace) {
    if (session.outcome !== 'success') return notApplicable('no successful association')
    if (!JUDGED.includes(session.class)) return notApplicable('a class without keys, or with an authentication server')
    const m4 = session.task?.m4
    const m1 = session.key?.m1
    if (!m4 || !m1) return notApplicable('completion or pairwise key not in the capture')
    const limit = trace.settings.keyInstallUs
    const undone = overLimit(trace, m1.atUs - m4.atUs, limit)
    if (undone === null) return PASS
    const late = `The pairwise key was sent ${duration(m1.atUs - m4.atUs)} after ${m4.message.name} (expected within ${duration(limit)})`
    const blocking = taskBetween(session, m4.atUs, m1.atUs, trace)
    const cause =
      blocking === null
        ? 'a handshake message was probably repeated'
        : `it had to wait for ${blocking.message.name} on port ${blocking.port ?? '?'}`
    return violation({
      atUs: m1.atUs,
      message: `${late}; ${cause}.`,
      evidence: [m4, ...(blocking?.m1 ? [blocking.m1] : []), m1],
      session,
      undone,
      ...(blocking === null ? {} : {blame: 'host' as const}),
    })
  },
}

/** A task of the adapter that was open between completion and key: keys are serialised with tasks. */
function taskBetween(session: Session, fromUs: number, toUs: number, trace: Trace): Task | null {
  const overlaps = ({adapter, m1, closedUs}: Task) =>
    adapter === session.adapter && m1 !== null && m1.atUs <= toUs && (closedUs ?? Infinity) > fromUs
  return trace.tasks.find(overlaps) ?? null
}
