import {judgeRequests, placeOf} from '../attempts.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloUsedWhenNotEnabled: Rule = {
  meta: {
    id: 'mlo-used-when-not-enabled',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'Multi-link operation is used in tasks whose settings allow it.',
    why: 'The host does not expect several links: it gives no list of pairs, no keys for the links, and does not map the addresses.',
    harmless:
      'A Multi-Link element that announces a single link; the connection then works, but the host still does not know the MLD.',
    next: 'Ask the driver team whether MloConnectionSupported is read for each task, or only the capability of the adapter.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § Multi-Link connection setup',
    needs: ['TASK_CONNECT, TASK_ROAM with MloConnectionSupported', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'a Multi-Link element in the request of a task without MLO',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'MLO is enabled',
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
          title: 'neither enabled nor used',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{} response)
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
    return judgeRequests(session, trace, (tried, {multiLink}) => {
      const {bssid, succeeded} = tried.attempt
      if (!succeeded) return undefined
      const allowed = tried.given.settings?.mloConnectionSupported
      if (allowed == null) return notApplicable('MloConnectionSupported of the task is not exported')
      if (allowed !== 0) return notApplicable('MLO is enabled for the task')
      if (multiLink === undefined) return notApplicable('the exported request ends early')
      if (!multiLink) return PASS
      return violation({
        ...placeOf(tried),
        message: `The request to ${bssid ?? 'an unknown BSSID'} carries a Multi-Link element, but the task has MloConnectionSupported = 0.`,
        expected: ['a request without Multi-Link element (255/107)'],
      })
    })
  },
}
