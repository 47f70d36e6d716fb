import type {Attempt, Session} from '../../sessions/session.js'
import {hasDirectCommands} from '../direct-commands.js'
import {absence} from '../doubt.js'
import {isFtAttempt} from '../ft-attempt.js'
import {candidatesFor, hostCandidates} from '../host-candidates.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeTalk, saeTalks} from '../sae-talks.js'
import {ANSWERS, answeredWords} from '../sae-words.js'
import {mayBeMlo} from '../task-mlo.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const SAE = 9

export const saeAssocWithoutAuthentication: Rule = {
  meta: {
    id: 'sae-assoc-without-authentication',
    category: 'sae',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'STD',
    statement:
      'An association that is reported as WPA3-SAE follows an SAE exchange which the host closed with success, or uses a PMKID.',
    why: 'Either the authentication was skipped, which no conformant AP accepts, or the driver reports an algorithm that was not used. In both cases the keys of host and AP will not fit.',
    harmless:
      'SET_SAE_AUTH_PARAMS is a direct command that some exports lack; with SAE indications but without any direct command the verdict is inconclusive. A PMKID that only the driver knows looks the same where the request frame is not exported.',
    next: 'Look at the auth value of the result and at the RSN element of the request; then ask the driver team which path led to the association.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'IEEE 802.11-2020 § 12.4; netcx/wificx-wpa3-sae-authentication § WPA3-SAE association',
    needs: ['TASK_CONNECT, TASK_ROAM with candidates', 'SET_SAE_AUTH_PARAMS', 'ASSOCIATION_RESULT with auth'],
    examples: {
      bad: [
        {
          title: 'associated with SAE, but no exchange took place',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  105  status=success
+320  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the last answer for the AP was a failure',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=2 status=5
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +60  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: SAE took place, but the capture has no direct command',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
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
          title: 'after a complete exchange',
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
        {
          title: 'with the PMKID that the host gave',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  105  status=success
+320  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the exchange may have been lost',
          scenario: `
capture loss=10..50

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  105  status=success
+320  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'without TLV lists a PMKID cannot be excluded',
          scenario: `
capture tlvs=0

   0  M1   TASK_CONNECT         1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS  1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS  1  105  status=success
+320  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const successes = session.attempts.filter(({succeeded, entry}) => succeeded && entry.auth === SAE)
    if (successes.length === 0) return undefined
    if (!session.task?.m1) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(session.adapter, 'PROP')) return notApplicable('properties are not exported')
    return successes.map(attempt => judge(attempt, session, trace))
  },
}

function judge(attempt: Attempt, session: Session, trace: Trace): Judgement {
  const {event: result, bssid, entry} = attempt
  const {task, adapter} = session
  if (!task?.m1 || bssid === null) return notApplicable('the BSSID of the result is not exported')
  if (isFtAttempt({attempt, session}, trace)) return notApplicable('the AP was joined by FT')
  const candidates = hostCandidates(task, result, trace)
  if (candidates === undefined) return notApplicable('the candidates of the task are not exported')
  const pmkids = candidatesFor(candidates, bssid, task, trace).map(({pmkid}) => pmkid)
  if (pmkids.includes(undefined)) return notApplicable('without TLV lists a PMKID cannot be excluded')
  if (pmkids.some(pmkid => pmkid) || (entry.request?.rsn?.pmkids.length ?? 0) > 0)
    return notApplicable('the host gave a PMKID for the AP, or the request carries one')
  const before = saeTalks(session, trace).map(talk => upTo(talk, result.seq))
  const talk = before.find(other => trace.same(adapter, other.bssid, bssid, false) === true)
  const last = talk?.answers.at(-1)
  const types = talk?.answers.map(({answer}) => answer.type) ?? []
  if (types.includes(undefined)) return notApplicable('the type of SAE answers is not exported')
  if (types.includes(ANSWERS.success) && last?.answer.type !== ANSWERS.failure) return PASS
  const unmapped = before.some(
    other => closed(other) && trace.same(adapter, other.bssid, bssid, mayBeMlo(task, trace)) === null,
  )
  const unexported = (talk?.indications.length ?? 0) > 0 && !hasDirectCommands(adapter, trace)
  const what =
    last === undefined
      ? 'without an SAE answer of the host for it'
      : `although the last SAE answer of the host for it was of ${answeredWords(last.answer.type)}`
  return violation({
    atUs: result.atUs,
    message: `${bssid} is associated with WPA3-SAE and without PMKID, ${what}${unexported ? '; the capture has no direct command at all' : ''}.`,
    evidence: [result, task.m1, ...(last === undefined ? [] : [last.event])],
    expected: [`SET_SAE_AUTH_PARAMS of ${answeredWords(ANSWERS.success)} for ${bssid} before the result`],
    inconclusive: unexported,
    undone: [...absence(trace, task.m1.atUs, result.atUs), ...(unmapped ? (['L-MLD'] as const) : [])],
  })
}

const closed = ({answers}: SaeTalk) => answers.some(({answer}) => answer.type === ANSWERS.success)

function upTo(talk: SaeTalk, seq: number): SaeTalk {
  const early = ({event}: {event: {seq: number}}) => event.seq < seq
  return {...talk, indications: talk.indications.filter(early), answers: talk.answers.filter(early)}
}
