import type {TraceEvent} from '../../events/event.js'
import type {Maybe} from '../../events/units.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeTalk, saeTalks} from '../sae-talks.js'
import {ANSWERS, ASKS, saeStatusWords} from '../sae-words.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** A confirm to be sent again, and the end of the driver's own housekeeping: no failures. */
const NO_FAILURE: ReadonlySet<number> = new Set([50, 70, 71])

export const saeFailed: Rule = {
  meta: {
    id: 'sae-failed',
    category: 'sae',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'V',
    class: 'DESC',
    statement: 'SAE with an AP comes to its end; a failure has a status that says on which side and at which step.',
    why: 'A failed exchange explains why a candidate was passed over or the user was asked for the password again. A failed verification of the confirm is what a wrong password looks like.',
    harmless: 'One failed candidate among several in a crowded place.',
    next: 'Set-up: host or driver. Commit: groups, tokens, frames of the AP. Confirm: password, or keys that do not agree. Host timeout: see sae-host-timeout.',
    limits: [],
    numbers: null,
    source: 'dot11wificxtypes/WDI_SAE_STATUS',
    needs: ['SAE_AUTH_PARAMS_NEEDED, SET_SAE_AUTH_PARAMS with type and status'],
    examples: {
      bad: [
        {
          title: 'the host cannot verify the confirm: a wrong password',
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
+43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=2 status=35
+44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
+50  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+52  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'the AP refuses the commit',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=12
+30  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+32  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'a complete exchange',
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
          title: 'the driver cleans up after the connection: status 70',
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
 +88  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=70
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
    return saeTalks(session, trace).map(judge)
  },
}

interface Failure {
  readonly event: TraceEvent
  readonly who: string
  readonly status: Maybe<number>
}

function judge(talk: SaeTalk): Judgement {
  const failures = failuresOf(talk)
  const [first] = failures.filter(({status}) => status !== undefined && !(status !== null && NO_FAILURE.has(status)))
  if (first === undefined) {
    if (failures.some(({status}) => status === undefined))
      return notApplicable('the status of the SAE failure is not exported')
    return failures.length === 0 ? notApplicable('no SAE failure reported') : PASS
  }
  const {event, who, status} = first
  return violation({
    atUs: event.atUs,
    message: `SAE with ${talk.bssid} failed${stageOf(status)}: ${who} gave ${saeStatusWords(status)}.`,
    evidence: failures.map(failure => failure.event),
  })
}

function failuresOf({indications, answers}: SaeTalk): Failure[] {
  const errors = indications.filter(({indication}) => indication.type === ASKS.error)
  const refusals = answers.filter(({answer}) => answer.type === ANSWERS.failure)
  return [
    ...errors.map(({event, indication}) => ({event, who: 'the driver', status: indication.status})),
    ...refusals.map(({event, answer}) => ({event, who: 'the host', status: answer.status})),
  ].sort((a, b) => a.event.seq - b.event.seq)
}

/** Class of a WDI_SAE_STATUS in words. */
function stageOf(status: Maybe<number>): string {
  const inside = (from: number, to: number) => status != null && status >= from && status <= to
  if (inside(1, 7)) return ' in its set-up'
  if (inside(10, 18)) return ' at the commit'
  if (inside(30, 35)) return ' at the confirm'
  return inside(51, 53) ? ' because the host did not answer in time' : ''
}
