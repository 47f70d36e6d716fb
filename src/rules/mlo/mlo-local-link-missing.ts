import {judgeEntries} from '../result-entries.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloLocalLinkMissing: Rule = {
  meta: {
    id: 'mlo-local-link-missing',
    category: 'mlo',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'The result of a multi-link association names the address of the own link on which it was made.',
    why: 'Without this address the host cannot derive the keys of the links: MLO does not work, though the AP accepted it.',
    harmless: 'Never, where the request frame shows a Multi-Link element and the TLV list is complete.',
    next: 'Driver team: add the local link address (TLV 0x206) to the result container of every multi-link association.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-association-result; netcx/wificx-wi-fi-7 § Association',
    needs: ['ASSOCIATION_RESULT with its TLV list and the association request frame'],
    examples: {
      bad: [
        {
          title: 'both frames, but no local link address',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'with the local link address',
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
          title: 'MLO was allowed, but the AP has one link only: no Multi-Link element in the request',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/CCMP
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{} response)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the request frame was cut by the export',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{truncated} response)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    return judgeEntries(event, trace, ({status, bssid, request, localLink}) => {
      if (status !== 0) return undefined
      if (request?.multiLink === undefined) return notApplicable('no association request frame exported')
      if (!request.multiLink) return notApplicable('no Multi-Link element in the request')
      if (localLink === undefined) return notApplicable('the TLV list of the result is not exported')
      if (localLink !== null) return PASS
      return violation({
        atUs: event.atUs,
        message: `The association with ${bssid ?? 'an unknown BSSID'} was requested with a Multi-Link element, but its result has no local link address.`,
        evidence: [event],
        expected: ['local link address (0x206) in the result container'],
      })
    })
  },
}
