import type {Maybe} from '../../events/units.js'
import type {Session} from '../../sessions/session.js'
import {chosenEntry} from '../chosen-entry.js'
import type {Rule} from '../rule.js'
import {sameDevice} from '../same-device.js'
import {bandOrder, lastSignal, type Signal} from '../serving-signal.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const CRITICAL = 1
/** Reasons that say that the old AP is gone, so that any other is better. */
const LOST: ReadonlySet<number> = new Set([11, 62])

export const roamToWeakerAp: Rule = {
  meta: {
    id: 'roam-to-weaker-ap',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'V',
    class: 'HEUR',
    statement: 'A roam goes to an AP that is at least about as strong as the one that is left.',
    why: 'The user pays an interruption for a worse connection, and the next roam is not far.',
    harmless:
      'When the old AP was overloaded or asked the station to leave. Not judged for critical transitions, for lost APs, and for a change to a higher band of the same device.',
    next: 'Ask the driver team how candidates are ranked, and whether the signal of the entry was still fresh when it was chosen.',
    limits: [],
    numbers: '6 / 10 dB',
    source: 'Juniper Mist roaming SLE (more than 6 dB decrease); Cisco Meraki roaming health (5 dB, 10 dB)',
    needs: ['signal of the chosen entry', 'LINK_STATE_CHANGE with RSSI, or BSS_ENTRY_LIST, of the old AP'],
    examples: {
      bad: [
        {
          title: '9 dB weaker',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 rssi=-66
    0  M1   TASK_ROAM            1  101  entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'exactly 6 dB weaker',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 rssi=-66
    0  M1   TASK_ROAM            1  101  entries=(AP-B rssi=-72) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the signal of the old AP is older than 10 s',
          scenario: `
capture from=-20000

-10001  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 rssi=-66
     0  M1   TASK_ROAM            1  101  entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM            1  101  status=success
   +12  IND  DISASSOCIATION       1  -    AP-A status=10
   +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
   +71  IND  ROAM_COMPLETE        1  101  status=success
  +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
  +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'from 2.4 to 5 GHz of the same device',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  BSS_ENTRY_LIST       1  -    (AP-A rssi=-60 ssid=net band=2.4)
    0  M1   TASK_ROAM            1  101  entries=(AP-A2 rssi=-70 band=5) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-A2 status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-A2) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-A2 quality=70
`,
        },
        {
          title: 'the old AP was lost',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 rssi=-66
    0  M1   TASK_ROAM            1  101  entries=(AP-B rssi=-75) auth=RSNA_PSK RoamFlag=1 RoamNeededReason=11
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=11
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +310  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const {outcome, success, task, oldPeer, adapter} = session
    if (outcome !== 'success' || success === null || !task?.m1) return notApplicable('no successful roam')
    if (oldPeer === null || success.bssid === null) return notApplicable('the AP before or after the roam is not known')
    if (isForced(session, trace)) return notApplicable('a critical transition, or the old AP was lost')
    const entry = chosenEntry(success, session, trace)
    if (entry?.rssi == null) return notApplicable('the signal of the chosen entry is not exported')
    const {db, strongDb, freshUs} = trace.settings.weaker
    const serving = lastSignal(task.m1, oldPeer, adapter, freshUs, trace)
    if (serving === null) return notApplicable(`no signal of the serving AP in the last ${duration(freshUs)}`)
    if (sameDevice(oldPeer, success.bssid, adapter, trace)) {
      const rises = risesInBand(serving, success.entry.band || entry.band)
      if (rises !== false) return notApplicable('a change of band of the same device, or bands not exported')
    }
    const lossDb = serving.rssi - entry.rssi
    if (lossDb <= db) return PASS
    return violation({
      atUs: success.event.atUs,
      message: `The roam went from ${oldPeer} with ${serving.rssi} dBm (${duration(task.m1.atUs - serving.event.atUs)} before the command) to ${success.bssid} with ${entry.rssi} dBm: ${lossDb} dB weaker${lossDb > strongDb ? ', a strong case' : ''} (limit ${db} dB).`,
      evidence: [success.event, task.m1, serving.event],
      session,
    })
  },
}

function isForced({task, trigger}: Session, trace: Trace): boolean {
  const settings = task?.m1 ? trace.reader.connectTask(task.m1).settings : null
  const reasons: Maybe<number>[] = [settings?.roamNeededReason, trigger && trace.reader.roamingNeeded(trigger).reason]
  return settings?.roamTrigger === CRITICAL || reasons.some(reason => reason != null && LOST.has(reason))
}

/** null: a band is not exported. */
function risesInBand(serving: Signal, band: Maybe<number>): boolean | null {
  const to = bandOrder(band)
  return serving.band === null || to === null ? null : to > serving.band
}
