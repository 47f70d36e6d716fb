import type {SaeExchange} from '../../sessions/session.js'
import {between} from '../doubt.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {ANSWERS, ASKS, answeredWords, askedWords} from '../sae-words.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const {commit, confirm, failure, success, commitHashToElement} = ANSWERS

/** Answers that the host may give, by the type of the indication. */
const LEGAL: ReadonlyMap<number, readonly number[]> = new Map([
  [ASKS.commitParameters, [commit, commitHashToElement, failure]],
  [ASKS.commitFrame, [commit, commitHashToElement, confirm, failure]],
  [ASKS.confirmFrame, [success, failure]],
  [ASKS.confirmAgain, [confirm, failure]],
])

export const saeResponseTypeInvalid: Rule = {
  meta: {
    id: 'sae-response-type-invalid',
    category: 'sae',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement:
      'Each SAE indication has its answers: commit parameters to the first, commit or confirm to a commit frame, success to a confirm frame, confirm again when asked; failure to any of them.',
    why: 'The driver is in a state in which it cannot use the answer. It drops it and waits, or sends a frame that the AP rejects.',
    harmless: 'Where a record between indication and answer was lost, the answer may belong to another indication.',
    next: 'Follow the exchange from its beginning: a driver that repeats or skips an indication makes the host answer out of step. Otherwise report it to Microsoft.',
    limits: [],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication; dot11wificxtypes/WDI_SAE_REQUEST_TYPE',
    needs: ['SAE_AUTH_PARAMS_NEEDED and SET_SAE_AUTH_PARAMS with their types'],
    examples: {
      bad: [
        {
          title: 'a confirm although commit parameters were asked for',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=1 confirm-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=51
+30  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+32  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'a second commit after a commit frame: the AP asked for a token',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +20  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
 +22  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=0 commit-params
 +23  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +35  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=1 confirm-params
 +36  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +44  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
 +46  M1   SET_SAE_AUTH_PARAMS     1  105  AP-B type=3
 +47  M3   SET_SAE_AUTH_PARAMS     1  105  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  106  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  106  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'a failure instead of the confirm that should be sent again',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=4 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
+22  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
+23  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=4
+35  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=2 status=1
+36  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
+40  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+42  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({sae}, trace) {
    return sae.flatMap(exchange => judge(exchange, trace) ?? [])
  },
}

function judge({indication, type, answer, answerType, bssid}: SaeExchange, trace: Trace): Judgement | undefined {
  if (answer === null) return undefined
  const legal = LEGAL.get(type ?? -1)
  if (legal === undefined) return notApplicable('an indication that needs no answer, or of a type that is not exported')
  if (answerType === null) return notApplicable('the type of SAE answers is not exported')
  if (legal.includes(answerType)) return PASS
  return violation({
    atUs: answer.atUs,
    message: `The host answered the indication of ${askedWords(type)} for ${bssid ?? 'an unknown BSSID'} with ${answeredWords(answerType)}.`,
    evidence: [indication, answer],
    expected: [`SET_SAE_AUTH_PARAMS of ${listing(legal.map(answeredWords))}`],
    lowered: between(trace, indication, answer),
  })
}
