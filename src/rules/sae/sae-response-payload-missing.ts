import type {Maybe} from '../../events/units.js'
import type {Rule} from '../rule.js'
import {ANSWERS, answeredWords} from '../sae-words.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const saeResponsePayloadMissing: Rule = {
  meta: {
    id: 'sae-response-payload-missing',
    category: 'sae',
    tier: 2,
    severity: 'error',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement:
      'An SAE answer brings what its type promises: commit parameters, confirm parameters, or the status of the failure.',
    why: 'The driver has nothing to put into its frame and must give the candidate up.',
    harmless: 'When the export shows selected fields only; then it is not judged.',
    next: 'Report it to Microsoft with the bytes of the command. The driver should answer such a command with a failure instead of sending a frame without content.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_SAE_REQUEST_TYPE',
    needs: ['SET_SAE_AUTH_PARAMS with its TLV list'],
    examples: {
      bad: [
        {
          title: 'a commit without commit parameters',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=failure
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'a failure without status',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=2
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'a success needs no parameters',
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
          title: 'an export of selected fields cannot show what is missing',
          scenario: `
capture tlvs=0

  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+22  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SET_SAE_AUTH_PARAMS'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const {bssid, type, hasCommit, hasConfirm, status} = trace.reader.saeAnswer(event)
    if (type == null) return notApplicable('the type of SAE answers is not exported')
    const needed = NEEDED[type]
    if (needed === undefined) return PASS
    const present: Maybe<boolean> =
      type === ANSWERS.failure ? isThere(status) : type === ANSWERS.confirm ? hasConfirm : hasCommit
    if (present === undefined) return notApplicable('the TLV list of SAE answers is not exported')
    if (present === true) return PASS
    return violation({
      atUs: event.atUs,
      message: `SET_SAE_AUTH_PARAMS for ${bssid ?? 'an unknown BSSID'}, ${answeredWords(type)}, has no ${needed}.`,
      evidence: [event],
      expected: [needed],
    })
  },
}

const NEEDED: Readonly<Record<number, string>> = {
  [ANSWERS.commit]: 'commit parameters (0x150)',
  [ANSWERS.commitHashToElement]: 'commit parameters (0x150)',
  [ANSWERS.confirm]: 'confirm parameters (0x151)',
  [ANSWERS.failure]: 'SAE status (0x14C)',
}

const isThere = (value: Maybe<number>): boolean | undefined => (value === undefined ? undefined : value !== null)
