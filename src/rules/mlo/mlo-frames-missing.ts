import {judgeAttempts, placeOf} from '../attempts.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloFramesMissing: Rule = {
  meta: {
    id: 'mlo-frames-missing',
    category: 'mlo',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'In a task that allows MLO a successful result carries the association request and the response.',
    why: 'The host reads the links and the MLD address of the AP from these frames. Without them it cannot set up keys for the links.',
    harmless: 'With a driver older than WDI 2.0.12, which knows no MLO; the host should not have set the flag then.',
    next: 'Driver team: attach both frame bodies to the result, also when the connection in the end uses one link only.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § Association',
    needs: ['TASK_CONNECT, TASK_ROAM with MloConnectionSupported', 'ASSOCIATION_RESULT with its TLV list'],
    examples: {
      bad: [
        {
          title: 'the response is missing',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link} local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'both frames',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
        {
          title: 'without MLO the frames are optional',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'an export of selected fields cannot show what is missing',
          scenario: `
capture tlvs=0

   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => {
      const {bssid, succeeded, entry} = tried.attempt
      if (!succeeded) return undefined
      const allowed = tried.given.settings?.mloConnectionSupported
      if (allowed == null) return notApplicable('MloConnectionSupported of the task is not exported')
      if (allowed !== 1) return notApplicable('MLO is not enabled for the task')
      const frames = [
        ['association request (0x2E)', entry.request],
        ['association response (0x2F)', entry.response],
      ] as const
      const missing = frames.flatMap(([name, frame]) => (frame === null ? [name] : []))
      if (missing.length > 0) {
        return violation({
          ...placeOf(tried),
          message: `The task allows MLO, but the result of ${bssid ?? 'an unknown BSSID'} has no ${missing.join(' and no ')}.`,
          expected: missing,
        })
      }
      if (frames.some(([, frame]) => frame === undefined))
        return notApplicable('the TLV list of the result is not exported')
      return PASS
    })
  },
}
