import type {TraceEvent} from '../../events/event.js'
import type {Adapter} from '../../sessions/adapter.js'
import {chosenEntry} from '../chosen-entry.js'
import type {Judgement, Rule} from '../rule.js'
import {sameDevice} from '../same-device.js'
import {lastSignal} from '../serving-signal.js'
import {type Roam, resultUs, successfulRoams} from '../successful-roams.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const pingPong: Rule = {
  meta: {
    id: 'ping-pong',
    category: 'roam-quality',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'S',
    class: 'HEUR',
    statement: 'A roam is worth its interruption: the station does not go back to the old AP a few seconds later.',
    why: 'Two interruptions for nothing. Voice and video stutter, and the station is busy with itself.',
    harmless:
      'On the way through a door or a lift. Ten seconds are the choice of this catalogue; no Wi-Fi standard defines them.',
    next: 'Compare the signals of both APs at both roams. Close together: the hysteresis of the driver is too small. Far apart: see who asked for the second roam, and why.',
    limits: [],
    numbers: 'W = 10 s',
    source:
      '3GPP TR 36.839 (ping-pong, minimum time of stay); Cisco 8821 guide (3 s needed on an AP for seamless roaming)',
    needs: ['two successful roams of a port', 'association before the first'],
    examples: {
      bad: [
        {
          title: 'back after 6 s',
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
+6000  M1   TASK_ROAM            1  103  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+6001  M3   TASK_ROAM            1  103  status=success
+6012  IND  DISASSOCIATION       1  -    AP-B status=10
+6070  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
+6071  IND  ROAM_COMPLETE        1  103  status=success
+6110  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-A) (group)
+6114  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+6300  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
      ],
      good: [
        {
          title: 'back after 10.001 s',
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
+10001  M1   TASK_ROAM            1  103  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+10002  M3   TASK_ROAM            1  103  status=success
+10013  IND  DISASSOCIATION       1  -    AP-B status=10
+10071  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
+10072  IND  ROAM_COMPLETE        1  103  status=success
+10111  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-A) (group)
+10115  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+10301  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
        {
          title: 'on to a third AP',
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
+6000  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+6001  M3   TASK_ROAM            1  103  status=success
+6012  IND  DISASSOCIATION       1  -    AP-B status=10
+6070  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+6071  IND  ROAM_COMPLETE        1  103  status=success
+6110  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+6114  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+6300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'a disconnect and a connect lie in between',
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
+1000  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 3)
+1100  M1   TASK_CONNECT         1  103  entries=AP-B auth=RSNA_PSK RoamFlag=1
+1101  M3   TASK_CONNECT         1  103  status=success
+1160  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+1162  IND  CONNECT_COMPLETE     1  103  status=success
+1200  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-B) (group)
+1204  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+1400  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+6000  M1   TASK_ROAM            1  105  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+6001  M3   TASK_ROAM            1  105  status=success
+6012  IND  DISASSOCIATION       1  -    AP-B status=10
+6070  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
+6071  IND  ROAM_COMPLETE        1  105  status=success
+6110  M1   SET_ADD_CIPHER_KEYS  1  106  (pairwise peer=AP-A) (group)
+6114  M3   SET_ADD_CIPHER_KEYS  1  106  status=success
+6300  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    return successfulRoams(adapter, trace).flatMap(roams => judgePort(roams, adapter, trace))
  },
}

function judgePort(roams: readonly Roam[], adapter: Adapter, trace: Trace): Judgement[] {
  /** Last return by pair of APs. */
  const returns = new Map<string, number>()
  return roams.slice(1).map((back, i) => {
    const away = roams[i] as Roam
    const ap = (address: string | null) => (address === null ? null : (trace.peersOf(adapter).mld(address) ?? address))
    const [from, over, start, to] = [
      away.session.oldPeer,
      away.success.bssid,
      back.session.oldPeer,
      back.success.bssid,
    ].map(ap)
    if (!from || !over || !start || !to) return notApplicable('an AP of two successive roams is not known')
    if (from === over) return notApplicable('the first of two roams stayed on its AP')
    if (start !== over || interrupted(away, back, trace))
      return notApplicable('a disconnect or connect lies between the roams')
    const stayUs = resultUs(back) - resultUs(away)
    const {pingPongUs, pingPongStrongUs, pingPongPairUs} = trace.settings
    if (to !== from || stayUs > pingPongUs) return PASS
    const pair = [from, over].sort().join()
    const before = returns.get(pair)
    returns.set(pair, resultUs(back))
    const again = before !== undefined && resultUs(back) - before <= pingPongPairUs
    const strong = stayUs <= pingPongStrongUs || again
    const details = [
      strong ? `a strong case${again ? ', the pair reversed twice' : ''}` : null,
      signals(away, adapter, trace),
      sameDevice(from, over, adapter, trace) ? 'both are radios of one device: a flip of the band' : null,
    ].filter(text => text !== null)
    return violation({
      atUs: resultUs(back),
      message: `The roam from ${from} to ${over} was undone after ${duration(stayUs)} (limit ${duration(pingPongUs)})${details.map(text => `; ${text}`).join('')}.`,
      evidence: [back.success.event, back.m1, away.success.event, away.m1],
      session: back.session,
    })
  })
}

/** The connection ended, or another one was made, after the first roam and before the second. */
function interrupted(away: Roam, back: Roam, trace: Trace): boolean {
  const breaks = (event: TraceEvent) =>
    event.seq >= back.m1.seq || isNewBegin(event) || (isLeave(event) && !LATE.has(trace.meaningOf(event) ?? ''))
  const event = trace.next(away.success.event, breaks)
  return event !== null && event.seq < back.m1.seq
}

const isNewBegin = named(['TASK_CONNECT', 'TASK_DISCONNECT', 'TASK_DOT11_RESET'], 'M1')
const isLeave = named('DISASSOCIATION')
/** Meanings of a DISASSOCIATION that leave the new association as it is. */
const LATE: ReadonlySet<string> = new Set(['old peer, late', 'late or other'])

function signals({session, success, m1}: Roam, adapter: Adapter, trace: Trace): string | null {
  const {oldPeer} = session
  const rssi = chosenEntry(success, session, trace)?.rssi
  const serving = oldPeer === null ? null : lastSignal(m1, oldPeer, adapter, trace.settings.weaker.freshUs, trace)
  return rssi == null || serving === null ? null : `signals at the first roam ${serving.rssi} and ${rssi} dBm`
}
