import type {Session} from '../../sessions/session.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeTalk, saeTalks} from '../sae-talks.js'
import {ASKS} from '../sae-words.js'
import {unseenSinceCommand} from '../since-command.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const saeConfirmBeforeCommit: Rule = {
  meta: {
    id: 'sae-confirm-before-commit',
    category: 'sae',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'STD',
    statement: 'A confirm frame of an AP is handed to the host only after a commit frame of the same AP.',
    why: 'Without the commit of the AP the host cannot have derived a key, so the confirm proves nothing. Accepting it would skip the password check.',
    harmless: 'Never by itself; check first whether the commit was lost from the trace.',
    next: 'Driver team: see whether the commit frame was dropped, was reported for another BSSID, or whether frames of two exchanges were mixed.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'IEEE 802.11-2020 § 12.4.8; dot11wificxtypes/WDI_SAE_STATUS (30)',
    needs: ['SAE_AUTH_PARAMS_NEEDED with BSSID and type'],
    examples: {
      bad: [
        {
          title: 'the confirm frame follows the first request',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
+29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=2 status=30
+30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+40  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+42  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'inconclusive: the commit frame may have been lost',
          scenario: `
capture loss=17..20

  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
+29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=2 status=30
+30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+40  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+42  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'commit, then confirm',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
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
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const talks = saeTalks(session, trace)
    return talks.map(talk => judge(talk, session, trace))
  },
}

function judge({bssid, indications}: SaeTalk, {task}: Session, trace: Trace): Judgement {
  if (indications.some(({indication}) => indication.type === undefined))
    return notApplicable('the type of SAE indications is not exported')
  const at = indications.findIndex(({indication}) => indication.type === ASKS.confirmFrame)
  const confirm = indications[at]
  if (task === null || confirm === undefined) return notApplicable('no confirm frame reported')
  const before = indications.slice(0, at)
  if (before.some(({indication}) => indication.type === ASKS.commitFrame)) return PASS
  return violation({
    atUs: confirm.event.atUs,
    message: `A confirm frame of ${bssid} is reported, but no commit frame of this AP before it in the task.`,
    evidence: [confirm.event, ...before.map(({event}) => event)],
    expected: [`SAE_AUTH_PARAMS_NEEDED of type 1 for ${bssid} before it`],
    undone: unseenSinceCommand(task, confirm.event, trace),
  })
}
