import type {AkmCipher} from '../../wdi/facts.js'
import type {Rsn} from '../../wdi/frames.js'
import {wdiCipher} from '../../wdi/suites.js'
import {judgeRequests, placeOf} from '../attempts.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloAkmNotListed: Rule = {
  meta: {
    id: 'mlo-akm-not-listed',
    category: 'mlo',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'In a task that allows MLO the request uses one of the pairs of key management and cipher that the host lists.',
    why: 'Wi-Fi 7 demands certain pairs. With another one the AP refuses the links, or the host cannot make the keys.',
    harmless: 'Open networks and WPA have no RSN element and are not judged.',
    next: 'Driver team: choose AKM and pairwise cipher together from the list (TLV 0x209) instead of one after the other from two lists.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect § WiFi 7; netcx/wificx-wi-fi-7',
    needs: ['TASK_CONNECT, TASK_ROAM with MloConnectionSupported and pairs', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'SAE with CCMP, where the host lists it with GCMP-256 only',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE akm=8/CCMP request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'the second pair of the list',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=24/GCMP256,8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE akm=8/GCMP256 request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
        {
          title: 'without MLO the lists of algorithms decide',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE akm=8/CCMP request{} response)
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
    return judgeRequests(session, trace, (tried, {rsn}) => {
      const {settings, pairs} = tried.given
      if (settings?.mloConnectionSupported == null)
        return notApplicable('MloConnectionSupported of the task is not exported')
      if (settings.mloConnectionSupported !== 1) return notApplicable('MLO is not enabled for the task')
      if (pairs == null) return notApplicable('the task has no pairs of AKM and cipher, or they are not exported')
      if (rsn == null) return notApplicable('no RSN element in the exported request')
      const surplus = pairsOf(rsn).filter(
        ({akm, cipher}) => !pairs.some(pair => pair.akm === akm && pair.cipher === cipher),
      )
      if (surplus.length === 0) return PASS
      return violation({
        ...placeOf(tried),
        message: `The request to ${tried.attempt.bssid ?? 'an unknown BSSID'} uses AKM/cipher ${listing(surplus.map(words))}, the task lists ${listing(pairs.map(words))}.`,
        expected: [`AKM/cipher among ${listing(pairs.map(words))}`],
      })
    })
  },
}

function pairsOf({akms, pairwise}: Rsn): AkmCipher[] {
  return akms.flatMap(akm => pairwise.map(cipher => ({akm, cipher: wdiCipher(cipher)})))
}

const words = ({akm, cipher}: AkmCipher): string => `${akm}/${cipher}`
