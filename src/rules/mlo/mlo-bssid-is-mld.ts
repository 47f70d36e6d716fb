import {judgeRequests, placeOf} from '../attempts.js'
import {hostCandidates} from '../host-candidates.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloBssidIsMld: Rule = {
  meta: {
    id: 'mlo-bssid-is-mld',
    category: 'mlo',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'The BSSID of a multi-link result is the address of the link of the AP, not that of its MLD.',
    why: 'The host looks the BSSID up among its scan results and candidates. With the MLD address it finds neither and treats the AP as unknown.',
    harmless:
      'An AP may use one address for its MLD and one of its links; such a BSSID is among the candidates and is not reported.',
    next: 'Driver team: put the BSSID of the link on which the association was made into the result container.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § Association',
    needs: ['ASSOCIATION_RESULT with both association frames', 'TASK_CONNECT, TASK_ROAM with candidates'],
    examples: {
      bad: [
        {
          title: 'the result names the MLD of the AP',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B pmkids=[K1]} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'the result names the link',
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
          title: 'one address for link and MLD: the host itself offered it',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(MLD-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (MLD-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, request) => {
      const {attempt, task} = tried
      const {bssid, succeeded, entry, event} = attempt
      if (!succeeded) return undefined
      if (!request.multiLink) return notApplicable('no Multi-Link element in the request')
      const mld = entry.response?.mldAddress
      if (mld == null) return notApplicable('no Multi-Link element with an MLD address in the response')
      if (bssid !== mld) return PASS
      const candidates = hostCandidates(task, event, trace)
      if (candidates === undefined) return notApplicable('the candidates of the task are not exported')
      if (candidates.some(candidate => candidate.bssid === bssid)) return PASS
      return violation({
        ...placeOf(tried),
        message: `The result names ${bssid}, which is the MLD address of the AP by the response and no candidate of the task.`,
        expected: ['the BSSID of a link of the AP'],
      })
    })
  },
}
