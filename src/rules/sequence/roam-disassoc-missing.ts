import {completedMove} from '../completed-move.js'
import {absence} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

export const roamDisassocMissing: Rule = {
  meta: {
    id: 'roam-disassoc-missing',
    category: 'sequence',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'A',
    class: 'DESC',
    statement:
      'A driver that moves to another AP during a roam reports the disassociation of the old one before the result for the new one.',
    why: 'The host learns from this indication that the old link is gone: it stops the data path and forgets the old keys. Without it, frames may still be queued for an AP that no longer answers.',
    harmless:
      'On an MLO connection whose link and MLD addresses the trace never maps, old and new AP may be one and the same. The Native 802.11 model wants the opposite.',
    next: 'Ask the driver team where the roam path drops the indication; often it is only sent when the AP or the user ends the connection.',
    limits: ['L-LOSS', 'L-STATE', 'L-MLD'],
    numbers: null,
    source: 'netcx/oid-wdi-task-roam, netcx/ndis-status-wdi-indication-disassociation',
    needs: ['TASK_ROAM', 'ASSOCIATION_RESULT', 'ROAM_COMPLETE', 'association before the roam'],
    examples: {
      bad: [
        {
          title: 'the old AP is never reported as gone',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the indication may have been lost',
          scenario: `
capture model=wificx loss=30..60

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'reported before the result',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the AP had ended the connection before the roam',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
 -200  IND  DISASSOCIATION       1  -    AP-A status=11
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'back to the AP that the port was on',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-A auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-A) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-A quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const move = completedMove(session, trace)
    if (move.kind !== 'move') return move
    if (session.disassociations.length > 0) return PASS
    const {m1, m4, old, oldSince, success, doubt} = move
    return violation({
      atUs: success.event.atUs,
      message: `The roam went from ${old} to ${success.bssid} in ${duration(success.event.atUs - m1.atUs)} without a DISASSOCIATION of ${old}.`,
      evidence: [m1, success.event, m4, ...(oldSince === null ? [] : [oldSince])],
      expected: [`DISASSOCIATION of ${old} before the result for ${success.bssid}`],
      undone: [...absence(trace, m1.atUs, m4.atUs), ...doubt],
    })
  },
}
