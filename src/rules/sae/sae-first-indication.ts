import type {Session} from '../../sessions/session.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeTalk, saeTalks} from '../sae-talks.js'
import {ASKS, askedWords} from '../sae-words.js'
import {unseenSinceCommand} from '../since-command.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const saeFirstIndication: Rule = {
  meta: {
    id: 'sae-first-indication',
    category: 'sae',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'The SAE exchange with an AP begins with a request for commit parameters, unless it fails at once.',
    why: 'The host computes commit and confirm; a driver that begins in the middle either sends parameters of an older attempt or has skipped a step of the authentication.',
    harmless: 'When the first indications lie before the capture.',
    next: 'Ask the driver team whether SAE state of an earlier attempt with this AP was kept, and why.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication § Initial request',
    needs: ['SAE_AUTH_PARAMS_NEEDED with BSSID and type'],
    examples: {
      bad: [
        {
          title: 'the exchange begins with a commit frame of the AP',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=1 confirm-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=3
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the capture begins inside the connect',
          scenario: `
capture from=0

10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=1 confirm-params
16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=3
30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
92  IND  CONNECT_COMPLETE        1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the second AP has an exchange of its own',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B AP-C auth=WPA3_SAE
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
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=54 code=17 response)
+100  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=0
+105  M1   SET_SAE_AUTH_PARAMS     1  105  AP-C type=0 commit-params
+106  M3   SET_SAE_AUTH_PARAMS     1  105  status=success
+114  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=1 commit-frame
+119  M1   SET_SAE_AUTH_PARAMS     1  106  AP-C type=1 confirm-params
+120  M3   SET_SAE_AUTH_PARAMS     1  106  status=success
+128  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=2 confirm-frame
+133  M1   SET_SAE_AUTH_PARAMS     1  107  AP-C type=3
+134  M3   SET_SAE_AUTH_PARAMS     1  107  status=success
+180  IND  ASSOCIATION_RESULT      1  -    (AP-C status=0 auth=WPA3_SAE)
+182  IND  CONNECT_COMPLETE        1  101  status=success
+210  M1   SET_ADD_CIPHER_KEYS     1  108  (pairwise peer=AP-C) (group)
+214  M3   SET_ADD_CIPHER_KEYS     1  108  status=success
+410  IND  LINK_STATE_CHANGE       1  -    AP-C quality=70
`,
        },
        {
          title: 'an error is reported before anything was sent',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=2
+12  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+14  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    if (session.sae.length === 0) return undefined
    const talks = saeTalks(session, trace).filter(({indications}) => indications.length > 0)
    if (talks.length === 0) return notApplicable('the BSSID of SAE indications is not exported')
    return talks.map(talk => judge(talk, session, trace))
  },
}

function judge({bssid, indications}: SaeTalk, {task}: Session, trace: Trace): Judgement {
  const [first] = indications
  const type = first?.indication.type
  if (first === undefined || task === null || type == null)
    return notApplicable('the type of SAE indications is not exported')
  if (type === ASKS.commitParameters || type === ASKS.error) return PASS
  return violation({
    atUs: first.event.atUs,
    message: `The first SAE indication for ${bssid} in the task is ${askedWords(type)}, not a request for commit parameters.`,
    evidence: [first.event, ...(task.m1 === null ? [] : [task.m1])],
    expected: [`SAE_AUTH_PARAMS_NEEDED of type 0 for ${bssid} before it`],
    undone: unseenSinceCommand(task, first.event, trace),
  })
}
