import type {TraceEvent} from '../../events/event.js'
import type {AssociationEntry} from '../../wdi/facts.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloMultipleResultContainers: Rule = {
  meta: {
    id: 'mlo-multiple-result-containers',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'A multi-link association is one association and is reported in one result container.',
    why: 'Each container is an association for the host. One for each link looks like two connections of one port.',
    harmless: 'Failed attempts with other APs may stand in the same list; then the confidence is low.',
    next: 'Driver team: report the link on which the frames were exchanged; the other links are found in the frames.',
    limits: [],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § Association',
    needs: ['ASSOCIATION_RESULT with the association request frame'],
    examples: {
      bad: [
        {
          title: 'one container for each link',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) (AP-B2 pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link) (AP-B2 status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'one container',
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
          title: 'two attempts without MLO in one list',
          scenario: `
   0  M1   TASK_CONNECT         1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2) (AP-C status=0 auth=RSNA_PSK request{} response)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    const entries = trace.reader.associationEntries(event)
    if (entries === undefined) return notApplicable('the result entries are not exported')
    const successes = entries.filter(({status}) => status === 0)
    const mlo = successes.find(isMultiLink)
    if (mlo === undefined) return notApplicable('no success that is known as MLO')
    if (entries.length === 1) return PASS
    const others = entries.filter(entry => entry !== mlo)
    return violation({
      atUs: event.atUs,
      message: `The multi-link association with ${mlo.bssid ?? 'an unknown BSSID'} is reported in a list of ${entries.length} containers, beside ${listing(others.map(({bssid}) => bssid ?? 'an unknown BSSID'))}.`,
      evidence: [event],
      expected: ['one result container'],
      ...(others.every(other => isOtherFailure(other, mlo, event, trace)) ? {confidence: 'low' as const} : {}),
    })
  },
}

/** By its request; where that is not exported, by what only multi-link results carry. */
function isMultiLink({request, response, localLink}: AssociationEntry): boolean {
  return request?.multiLink ?? (response?.multiLink === true || localLink != null)
}

/** A failed attempt with an AP that is not surely another link of the same one. */
function isOtherFailure(entry: AssociationEntry, mlo: AssociationEntry, event: TraceEvent, trace: Trace): boolean {
  const adapter = trace.adapterOf(event)
  if (entry.status === 0 || adapter === null || !entry.bssid || !mlo.bssid) return false
  return trace.same(adapter, entry.bssid, mlo.bssid, true) !== true
}
