import type {SaeExchange, Session} from '../../sessions/session.js'
import {hasDirectCommands} from '../direct-commands.js'
import {absence} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import {ASKS, askedWords} from '../sae-words.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const saeResponseMissing: Rule = {
  meta: {
    id: 'sae-response-missing',
    category: 'sae',
    tier: 1,
    severity: 'warning',
    blame: 'host',
    basis: 'A',
    class: 'DESC',
    statement: 'The host answers every SAE indication but the error, before the exchange goes on.',
    why: 'The driver cannot compute commit and confirm itself. It waits until its own timeout, then the candidate is given up.',
    harmless:
      'SET_SAE_AUTH_PARAMS is a direct command that passes beside the ordinary command path. A capture without any direct command may merely not export them; the verdict is then inconclusive.',
    next: 'Look at the host: AutoConfig events of this moment, load of the machine, a service that was restarted. The driver has done its part.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication § Authentication flow',
    needs: ['SAE_AUTH_PARAMS_NEEDED', 'SET_SAE_AUTH_PARAMS', 'completion of the task'],
    examples: {
      bad: [
        {
          title: 'the confirm frame is never answered',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
+524  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=52
+530  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+532  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'inconclusive: the capture has no direct command at all',
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
        {
          title: 'inconclusive: the answer may have been lost',
          scenario: `
capture loss=26..30

   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
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
          title: 'an error needs no answer',
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
        {
          title: 'the task was aborted while the host thought',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   ABORT_TASK              1  102  target=TASK_CONNECT id=101 port=1
+16  M3   ABORT_TASK              1  102  status=success
+20  IND  CONNECT_COMPLETE        1  101  status=aborted
+30  M1   TASK_DOT11_RESET        1  103
+31  M3   TASK_DOT11_RESET        1  103  status=success
+35  IND  DOT11_RESET_COMPLETE    1  103  status=success
`,
        },
        {
          title: 'properties are not exported',
          scenario: `
capture families=TASK,M3,IND

  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
+38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
+90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
+92  IND  CONNECT_COMPLETE        1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const {task, sae, adapter} = session
    if (sae.length === 0 || task === null) return undefined
    if (task.m4 === null) return notApplicable('the task is not completed in the capture')
    if (task.aborts.length > 0) return notApplicable('the task was aborted')
    if (!trace.families.has(adapter, 'PROP')) return notApplicable('properties are not exported')
    return sae.map(exchange => judge(exchange, session, trace))
  },
}

function judge({indication, bssid, type, answer, end}: SaeExchange, session: Session, trace: Trace): Judgement {
  if (type === null) return notApplicable('the type of SAE indications is not exported')
  if (type === ASKS.error) return notApplicable('an error indication needs no answer')
  if (answer !== null) return PASS
  const endUs = (end ?? session.task?.m4 ?? indication).atUs
  const unexported = !hasDirectCommands(session.adapter, trace)
  const next =
    end === null
      ? ''
      : `, when ${end.message.name === indication.message.name ? 'the next ' : ''}${end.message.name} came`
  const doubt = unexported ? '; the capture has no direct command at all, so that they may not be exported' : ''
  return violation({
    atUs: indication.atUs,
    message: `SAE_AUTH_PARAMS_NEEDED for ${bssid ?? 'an unknown BSSID'}, ${askedWords(type)}, was not answered in ${duration(endUs - indication.atUs)}${next}${doubt}.`,
    evidence: end === null ? [indication] : [indication, end],
    expected: ['M1 of SET_SAE_AUTH_PARAMS'],
    inconclusive: unexported,
    ...(unexported ? {confidence: 'low'} : {}),
    undone: absence(trace, indication.atUs, endUs),
  })
}
