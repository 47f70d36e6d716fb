import type {TraceEvent} from '../../events/event.js'
import {ALL_STATIONS} from '../../events/units.js'
import type {Association} from '../../sessions/association.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloDisassocNotMld: Rule = {
  meta: {
    id: 'mlo-disassoc-not-mld',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'The disassociation of a multi-link connection names the MLD address of the AP.',
    why: 'A link address says that one link is gone, while the whole connection is. The host may keep state of the connection, or not find the peer.',
    harmless: 'Where link and MLD address of the AP are the same; then nothing is reported.',
    next: 'Driver team: translate the address before indicating it, also when the frame of the AP came in on one link.',
    limits: ['L-MLD'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-disassociation § MLO',
    needs: ['DISASSOCIATION', 'ASSOCIATION_RESULT with both frames, or link infos of LINK_STATE_CHANGE'],
    examples: {
      bad: [
        {
          title: 'the link address of the AP',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    AP-B status=13 deauth-frame(reason 3)
`,
        },
      ],
      good: [
        {
          title: 'the MLD address of the AP',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    MLD-B status=13 deauth-frame(reason 3)
`,
        },
        {
          title: 'a connection without MLO has one address only',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-B quality=60
+9000  IND  DISASSOCIATION     1  -  AP-B status=13 deauth-frame(reason 3)
`,
        },
        {
          title: 'everybody',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    ALL status=13 deauth-frame(reason 3)
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DISASSOCIATION'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (adapter === null || !trace.isStation(adapter, event.port)) return undefined
    const {address} = trace.reader.disassociation(event)
    if (address == null) return notApplicable('the address of the disassociation is not exported')
    const connections = multiLinkConnections(event, trace)
    if (connections.length === 0) return notApplicable('no connection of the port that is known as MLO')
    if (address === ALL_STATIONS) return PASS
    const peers = trace.peersOf(adapter)
    const mld = peers.mld(address)
    const connection = connections.find(({peer}) => mld !== null && peer !== null && peers.mld(peer) === mld)
    if (mld === null || connection === undefined) return notApplicable('the MLD address of the connection is not known')
    if (address === mld) return PASS
    return violation({
      atUs: event.atUs,
      message: `The disassociation names ${address}, a link of the AP; the MLD address of the connection is ${mld}.`,
      evidence: [event, ...(connection.since === null ? [] : [connection.since])],
      expected: [`DISASSOCIATION of ${mld}`],
    })
  },
}

/** The association just before the event, and that before its task: a roam may report the old one late. */
function multiLinkConnections(event: TraceEvent, trace: Trace): Association[] {
  const m1 = trace.taskOf(event)?.m1
  const associations = [trace.before(event), ...(m1 ? [trace.before(m1)] : [])]
  return associations.filter(({mlo}) => mlo === true)
}
