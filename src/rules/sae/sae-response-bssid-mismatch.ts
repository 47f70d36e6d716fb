import type {SaeExchange, Session} from '../../sessions/session.js'
import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import {mayBeMlo} from '../task-mlo.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const saeResponseBssidMismatch: Rule = {
  meta: {
    id: 'sae-response-bssid-mismatch',
    category: 'sae',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'The host answers an SAE indication for the BSSID that asked.',
    why: 'The driver gets parameters for an AP with which it is not talking and has none for the one that waits.',
    harmless:
      'On an MLO connection link and MLD address of one AP may alternate; where they cannot be mapped the verdict is inconclusive.',
    next: 'See whether the driver changed the candidate while the host was still working on the old one. Otherwise report it to Microsoft.',
    limits: ['L-MLD'],
    numbers: null,
    source: 'netcx/oid-wdi-set-sae-auth-params',
    needs: ['SAE_AUTH_PARAMS_NEEDED and SET_SAE_AUTH_PARAMS with their BSSIDs'],
    examples: {
      bad: [
        {
          title: 'AP-B asks, AP-C is answered',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B AP-C auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-C type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'inconclusive: with MLO allowed, the other address may be the MLD of the same AP',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE MloConnectionSupported=1
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  MLD-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'each AP gets its own answers',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B AP-C auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=41)
 +30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=0
 +35  M1   SET_SAE_AUTH_PARAMS     1  103  AP-C type=0 commit-params
 +36  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +44  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=1 commit-frame
 +49  M1   SET_SAE_AUTH_PARAMS     1  104  AP-C type=1 confirm-params
 +50  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +58  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=2 confirm-frame
 +63  M1   SET_SAE_AUTH_PARAMS     1  105  AP-C type=3
 +64  M3   SET_SAE_AUTH_PARAMS     1  105  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-C status=0 auth=WPA3_SAE)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  106  (pairwise peer=AP-C) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  106  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return session.sae.flatMap(exchange => judge(exchange, session, trace) ?? [])
  },
}

function judge(
  {indication, bssid, answer}: SaeExchange,
  {task, adapter}: Session,
  trace: Trace,
): Judgement | undefined {
  if (answer === null || task === null) return undefined
  const answered = trace.reader.saeAnswer(answer).bssid
  if (answered == null || bssid === null) return notApplicable('the BSSID of the indication or answer is not exported')
  const same = trace.same(adapter, answered, bssid, mayBeMlo(task, trace))
  if (same === true) return PASS
  return violation({
    atUs: answer.atUs,
    message: `SAE_AUTH_PARAMS_NEEDED was made for ${bssid}, the host answered for ${answered}.`,
    evidence: [indication, answer],
    expected: [`SET_SAE_AUTH_PARAMS for ${bssid}`],
    undone: same === null ? ['L-MLD'] : [],
    lowered: between(trace, indication, answer),
  })
}
