import type {SecurityClass} from '../../sessions/session.js'
import {overLimit} from '../limit.js'
import type {Rule} from '../rule.js'
import type {Settings} from '../settings.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const roamOverVoiceBudget: Rule = {
  meta: {
    id: 'roam-over-voice-budget',
    category: 'timing',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'D',
    class: 'HEUR',
    statement:
      'From the command to the installed key a roam takes no longer than published targets for voice: 150 ms with a pre-shared key, 300 ms with 802.1X, 100 ms with fast transition.',
    why: 'This is the gap that people hear. Beyond these figures a call stutters.',
    harmless: 'For anything but voice. The figures are those of one vendor for one handset and serve as a yardstick.',
    next: 'Split the time: up to the association it is the driver’s, after it that of handshake, server and host. With 802.1X, fast transition or cached keys save the most.',
    limits: [],
    numbers: '150 / 300 / 100 ms, configurable',
    source: 'Cisco 8821 Wireless LAN Deployment Guide § Roaming (roaming time per authentication)',
    needs: ['TASK_ROAM (M1)', 'ASSOCIATION_RESULT', 'SET_ADD_CIPHER_KEYS with peer (M1 and M3)'],
    examples: {
      bad: [
        {
          title: 'pre-shared key, 190 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +186  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +190  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'pre-shared key, exactly 150 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +146  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +150  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: '802.1X has 300 ms',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +246  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +250  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +400  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the key was not answered: nothing is measured',
          scenario: `
capture to=1000

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +186  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const {success, key, totals} = session
    const m1 = session.task?.m1
    if (session.outcome !== 'success' || success === null || !m1) return notApplicable('no successful roam')
    const budget = budgetOf(session.class, trace.settings)
    if (budget === null) return notApplicable('no figure for this class')
    if (totals.tService === null) return notApplicable('the end of the key exchange is not measured')
    const undone = overLimit(trace, totals.tService, budget)
    if (undone === null) return PASS
    const tReq = success.event.atUs - m1.atUs
    return violation({
      atUs: m1.atUs + totals.tService,
      message: `From the command to the installed key the roam (${session.class}) took ${duration(totals.tService)} (target ${duration(budget)}); ${duration(tReq)} up to the association, ${duration(totals.tService - tReq)} after it.`,
      evidence: [m1, success.event, ...(key === null ? [] : [key.m1]), ...(key?.m3 ? [key.m3] : [])],
      session,
      undone,
    })
  },
}

function budgetOf(securityClass: SecurityClass | null, {voiceBudgetUs}: Settings): number | null {
  return securityClass === null || securityClass === 'unknown' ? null : voiceBudgetUs[securityClass]
}
