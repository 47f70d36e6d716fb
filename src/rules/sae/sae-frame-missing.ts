import type {Maybe} from '../../events/units.js'
import type {Rule, Severity} from '../rule.js'
import {ASKS, askedWords} from '../sae-words.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const saeFrameMissing: Rule = {
  meta: {
    id: 'sae-frame-missing',
    category: 'sae',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'An SAE indication brings what its type announces: the commit frame, the confirm frame, or the status of the error.',
    why: 'The host computes its answer from the frame. Without it the exchange ends here, and the connection fails with a cause that nobody can see.',
    harmless:
      "Microsoft's WiFiCx sample driver sends the confirm frame in the TLV of the commit frame; drivers written after it work, so that this form is only an info.",
    next: 'Driver team: attach the authentication body as received to the TLV that belongs to the type.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_SAE_INDICATION_TYPE',
    needs: ['SAE_AUTH_PARAMS_NEEDED with its TLV list'],
    examples: {
      bad: [
        {
          title: 'a commit indication without commit frame',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1
+29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=2 status=11
+30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+40  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+42  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'the confirm frame in the TLV of the commit frame: an info',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 commit-frame
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
          title: 'every indication with its frame; the first type has none',
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

+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -  AP-B type=1
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SAE_AUTH_PARAMS_NEEDED'],
  check(event, trace) {
    const {bssid, type, status, commitFrame, confirmFrame} = trace.reader.saeIndication(event)
    if (type == null) return notApplicable('the type of SAE indications is not exported')
    const report = (what: string, severity: Severity = 'error') =>
      violation({
        atUs: event.atUs,
        message: `SAE_AUTH_PARAMS_NEEDED for ${bssid ?? 'an unknown BSSID'}, ${askedWords(type)}, ${what}.`,
        evidence: [event],
        expected: [EXPECTED[type] ?? ''],
        severity,
      })
    const needed: Maybe<unknown> =
      type === ASKS.commitFrame
        ? commitFrame
        : type === ASKS.confirmFrame
          ? confirmFrame
          : type === ASKS.error
            ? status
            : true
    if (needed === undefined) return notApplicable('the TLV list of SAE indications is not exported')
    if (needed !== null) return PASS
    if (type === ASKS.error) return report('has no status')
    if (type === ASKS.confirmFrame && commitFrame) return report('carries its frame in the commit-frame TLV', 'info')
    return report('has no frame')
  },
}

const EXPECTED: Readonly<Record<number, string>> = {
  [ASKS.commitFrame]: 'commit frame (0x14D)',
  [ASKS.confirmFrame]: 'confirm frame (0x14E)',
  [ASKS.error]: 'SAE status (0x14C)',
}
