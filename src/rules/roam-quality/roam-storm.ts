import {bursts} from '../bursts.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {resultUs, successfulRoams} from '../successful-roams.js'
import {duration, PASS, violation} from '../verdict.js'

export const roamStorm: Rule = {
  meta: {
    id: 'roam-storm',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'S',
    class: 'HEUR',
    statement: 'A port makes at most five successful roams in a minute.',
    why: 'Each roam interrupts the traffic and costs battery. So many of them are no answer to movement any more.',
    harmless: 'In a walking test through a dense network.',
    next: 'See which APs alternate (ping-pong) and who starts the roams: many ROAMING_NEEDED point to the driver, none to the host or the AP.',
    limits: [],
    numbers: '5 / 60 s',
    source: 'reasoning',
    needs: ['successful roams'],
    examples: {
      bad: [
        {
          title: 'six roams in 55 s',
          scenario: `
capture to=100000

 -5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
     0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM            1  101  status=success
   +12  IND  DISASSOCIATION       1  -    AP-A status=10
   +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
   +71  IND  ROAM_COMPLETE        1  101  status=success
  +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
  +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+11000  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+11001  M3   TASK_ROAM            1  103  status=success
+11012  IND  DISASSOCIATION       1  -    AP-B status=10
+11070  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+11071  IND  ROAM_COMPLETE        1  103  status=success
+11110  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+11114  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+11300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
+22000  M1   TASK_ROAM            1  105  entries=AP-D auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+22001  M3   TASK_ROAM            1  105  status=success
+22012  IND  DISASSOCIATION       1  -    AP-C status=10
+22070  IND  ASSOCIATION_RESULT   1  -    (AP-D status=0 auth=RSNA_PSK)
+22071  IND  ROAM_COMPLETE        1  105  status=success
+22110  M1   SET_ADD_CIPHER_KEYS  1  106  (pairwise peer=AP-D) (group)
+22114  M3   SET_ADD_CIPHER_KEYS  1  106  status=success
+22300  IND  LINK_STATE_CHANGE    1  -    AP-D quality=70
+33000  M1   TASK_ROAM            1  107  entries=AP-E auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+33001  M3   TASK_ROAM            1  107  status=success
+33012  IND  DISASSOCIATION       1  -    AP-D status=10
+33070  IND  ASSOCIATION_RESULT   1  -    (AP-E status=0 auth=RSNA_PSK)
+33071  IND  ROAM_COMPLETE        1  107  status=success
+33110  M1   SET_ADD_CIPHER_KEYS  1  108  (pairwise peer=AP-E) (group)
+33114  M3   SET_ADD_CIPHER_KEYS  1  108  status=success
+33300  IND  LINK_STATE_CHANGE    1  -    AP-E quality=70
+44000  M1   TASK_ROAM            1  109  entries=AP-F auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+44001  M3   TASK_ROAM            1  109  status=success
+44012  IND  DISASSOCIATION       1  -    AP-E status=10
+44070  IND  ASSOCIATION_RESULT   1  -    (AP-F status=0 auth=RSNA_PSK)
+44071  IND  ROAM_COMPLETE        1  109  status=success
+44110  M1   SET_ADD_CIPHER_KEYS  1  110  (pairwise peer=AP-F) (group)
+44114  M3   SET_ADD_CIPHER_KEYS  1  110  status=success
+44300  IND  LINK_STATE_CHANGE    1  -    AP-F quality=70
+55000  M1   TASK_ROAM            1  111  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+55001  M3   TASK_ROAM            1  111  status=success
+55012  IND  DISASSOCIATION       1  -    AP-F status=10
+55070  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
+55071  IND  ROAM_COMPLETE        1  111  status=success
+55110  M1   SET_ADD_CIPHER_KEYS  1  112  (pairwise peer=AP-A) (group)
+55114  M3   SET_ADD_CIPHER_KEYS  1  112  status=success
+55300  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
      ],
      good: [
        {
          title: 'the sixth comes 60.001 s after the first',
          scenario: `
capture to=100000

 -5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
     0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM            1  101  status=success
   +12  IND  DISASSOCIATION       1  -    AP-A status=10
   +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
   +71  IND  ROAM_COMPLETE        1  101  status=success
  +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
  +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+11000  M1   TASK_ROAM            1  103  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+11001  M3   TASK_ROAM            1  103  status=success
+11012  IND  DISASSOCIATION       1  -    AP-B status=10
+11070  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
+11071  IND  ROAM_COMPLETE        1  103  status=success
+11110  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=AP-C) (group)
+11114  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+11300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
+22000  M1   TASK_ROAM            1  105  entries=AP-D auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+22001  M3   TASK_ROAM            1  105  status=success
+22012  IND  DISASSOCIATION       1  -    AP-C status=10
+22070  IND  ASSOCIATION_RESULT   1  -    (AP-D status=0 auth=RSNA_PSK)
+22071  IND  ROAM_COMPLETE        1  105  status=success
+22110  M1   SET_ADD_CIPHER_KEYS  1  106  (pairwise peer=AP-D) (group)
+22114  M3   SET_ADD_CIPHER_KEYS  1  106  status=success
+22300  IND  LINK_STATE_CHANGE    1  -    AP-D quality=70
+33000  M1   TASK_ROAM            1  107  entries=AP-E auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+33001  M3   TASK_ROAM            1  107  status=success
+33012  IND  DISASSOCIATION       1  -    AP-D status=10
+33070  IND  ASSOCIATION_RESULT   1  -    (AP-E status=0 auth=RSNA_PSK)
+33071  IND  ROAM_COMPLETE        1  107  status=success
+33110  M1   SET_ADD_CIPHER_KEYS  1  108  (pairwise peer=AP-E) (group)
+33114  M3   SET_ADD_CIPHER_KEYS  1  108  status=success
+33300  IND  LINK_STATE_CHANGE    1  -    AP-E quality=70
+44000  M1   TASK_ROAM            1  109  entries=AP-F auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+44001  M3   TASK_ROAM            1  109  status=success
+44012  IND  DISASSOCIATION       1  -    AP-E status=10
+44070  IND  ASSOCIATION_RESULT   1  -    (AP-F status=0 auth=RSNA_PSK)
+44071  IND  ROAM_COMPLETE        1  109  status=success
+44110  M1   SET_ADD_CIPHER_KEYS  1  110  (pairwise peer=AP-F) (group)
+44114  M3   SET_ADD_CIPHER_KEYS  1  110  status=success
+44300  IND  LINK_STATE_CHANGE    1  -    AP-F quality=70
+60001  M1   TASK_ROAM            1  111  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+60002  M3   TASK_ROAM            1  111  status=success
+60013  IND  DISASSOCIATION       1  -    AP-F status=10
+60071  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
+60072  IND  ROAM_COMPLETE        1  111  status=success
+60111  M1   SET_ADD_CIPHER_KEYS  1  112  (pairwise peer=AP-A) (group)
+60115  M3   SET_ADD_CIPHER_KEYS  1  112  status=success
+60301  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const {most, withinUs} = trace.settings.roamStorm
    return successfulRoams(adapter, trace).flatMap((roams): Judgement[] => {
      const storms = bursts(roams, resultUs, most + 1, withinUs)
      if (storms.length === 0) return [PASS]
      return storms.map(({members, reached}) => {
        const results = members.map(({success}) => success)
        const spanUs = (results.at(-1) ?? reached.success).event.atUs - (results[0] ?? reached.success).event.atUs
        return violation({
          atUs: resultUs(reached),
          message: `${members.length} successful roams in ${duration(spanUs)} (usual: up to ${most} in ${duration(withinUs)}): ${listing(results.map(({bssid}) => bssid ?? 'an unknown BSSID'))}.`,
          evidence: results.map(({event}) => event),
          session: reached.session,
        })
      })
    })
  },
}
