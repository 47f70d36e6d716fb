import {joinedPeer} from '../joined-peer.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** Key types that every link has its own of. */
const GROUP_KEYS: ReadonlyMap<number, string> = new Map([
  [2, 'group'],
  [3, 'IGTK'],
  [4, 'BIGTK'],
])

export const mloGroupKeyWithoutLink: Rule = {
  meta: {
    id: 'mlo-group-key-without-link',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'On a multi-link connection each group key says for which link it is.',
    why: 'Every link has group keys of its own. The driver must guess, and broadcast and multicast traffic of the other links cannot be decrypted.',
    harmless: 'When only one link is in use. The pages print one value for IGTK and BIGTK; here IGTK is 3 and BIGTK 4.',
    next: 'Report it to Microsoft with the key entries (never with key bytes). See first whether the association result gave the host all it needs to know about the links.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-set-cipher-key-info; netcx/wificx-wi-fi-7 § 4-way handshake',
    needs: ['SET_ADD_CIPHER_KEYS with its entries', 'a connection that is known as MLO'],
    examples: {
      bad: [
        {
          title: 'a group key without link id',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'one group key for each link; the pairwise key is for all',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0) (group link=1)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
        {
          title: 'a connection without MLO',
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
      ],
    },
  },
  subject: 'event',
  names: ['SET_ADD_CIPHER_KEYS'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const joined = joinedPeer(event, trace)
    if (joined?.kind !== 'joined') return joined
    if (joined.mlo !== true) return notApplicable('the connection is not known as MLO')
    const keys = trace.reader.keys(event)
    if (keys === undefined) return notApplicable('the key entries are not exported')
    const groupKeys = keys.filter(({type}) => type != null && GROUP_KEYS.has(type))
    if (groupKeys.length === 0) return undefined
    const without = groupKeys.filter(({linkId}) => linkId === null)
    if (without.length === 0) {
      return groupKeys.some(({linkId}) => linkId === undefined)
        ? notApplicable('the link ids of the keys are not exported')
        : PASS
    }
    const shown = without.map(({type, keyId}) => `${GROUP_KEYS.get(type ?? 0)} (key id ${keyId ?? 'unknown'})`)
    return violation({
      atUs: event.atUs,
      message: `Keys for the multi-link connection with ${joined.peer} without link id: ${listing(shown)}.`,
      evidence: [event, ...(joined.since === null ? [] : [joined.since])],
      expected: ['link id (0x203) in each group, IGTK and BIGTK entry'],
      undone: joined.doubt,
    })
  },
}
