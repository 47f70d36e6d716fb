import type {Session} from '../../sessions/session.js'
import {candidatesFor, hostCandidates} from '../host-candidates.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeTalk, saeTalks} from '../sae-talks.js'
import {ASKS} from '../sae-words.js'
import {unseenSinceCommand} from '../since-command.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const saeDespitePmkid: Rule = {
  meta: {
    id: 'sae-despite-pmkid',
    category: 'sae',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement:
      'With a PMKID for an AP the driver first tries to associate with it, and begins SAE only after that has failed.',
    why: 'SAE costs two more exchanges on the air and a computation of the host, which the cached key is there to save.',
    harmless:
      'An attempt with the PMKID that the AP never answered need not be reported before SAE begins, so this is a hint only.',
    next: 'When it happens in every roam, ask the driver team whether the PMKIDs of the candidates are used at all.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication § (Re)Association using PMKID',
    needs: ['TASK_CONNECT, TASK_ROAM with candidates and PMKIDs', 'SAE_AUTH_PARAMS_NEEDED', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'SAE at once, although the host gave a PMKID',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
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
          title: 'inconclusive: a failed attempt with the PMKID may have been lost',
          scenario: `
capture loss=3..8

   0  M1   TASK_CONNECT            1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
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
      good: [
        {
          title: 'the AP did not know the PMKID: SAE follows the refusal',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
  +8  IND  ASSOCIATION_RESULT      1  -    (AP-B status=54 code=53 request response)
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
          title: 'the PMKID belongs to another candidate',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B (AP-C pmkid=K1) auth=WPA3_SAE
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
    if (!session.task?.m1) return undefined
    return saeTalks(session, trace).flatMap(talk => judge(talk, session, trace) ?? [])
  },
}

function judge({bssid, indications}: SaeTalk, session: Session, trace: Trace): Judgement | undefined {
  const {task, attempts} = session
  const first = indications.find(({indication}) => indication.type === ASKS.commitParameters)?.event
  if (first === undefined || !task?.m1) return undefined
  const candidates = hostCandidates(task, first, trace)
  if (candidates === undefined) return notApplicable('the candidates of the task are not exported')
  const given = candidatesFor(candidates, bssid, task, trace)
  if (!given.some(({pmkid}) => pmkid)) return notApplicable('the host gave no PMKID for the AP')
  const isHere = (other: string | null) => other !== null && trace.same(task.adapter, other, bssid, false) === true
  if (attempts.some(({bssid: other, succeeded, event}) => !succeeded && event.seq < first.seq && isHere(other)))
    return PASS
  return violation({
    atUs: first.atUs,
    message: `SAE with ${bssid} begins ${duration(first.atUs - task.m1.atUs)} after the command without an attempt to use the PMKID that the host gave for it.`,
    evidence: [first, task.m1],
    expected: [`ASSOCIATION_RESULT with a failure for ${bssid} before it`],
    undone: unseenSinceCommand(task, first, trace),
  })
}
