import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211RoamSsidChange: Rule = {
  meta: {
    id: 'n80211-roam-ssid-change',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A roam stays within the SSID of the connection.',
    why: 'The user lands in a network that nobody chose, with the keys and the profile of another.',
    harmless: 'Never, if both SSIDs are exported as they are.',
    next: 'Ask the driver team how the candidate list is filtered; hidden networks and empty SSIDs are the usual trap.',
    limits: [],
    numbers: null,
    source: 'network/bss-network-candidate-list†',
    needs: ['ASSOCIATION_START with SSID, of the connection and of the roam'],
    examples: {
      bad: [
        {
          title: 'the roam tries an AP of another network',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-A ssid=home
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-A status=success beacon
+310  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
2000  IND  ROAMING_START           0  reason=BETTER
2005  IND  ASSOCIATION_START       0  mac=AP-B ssid=guest
2300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
2302  IND  ROAMING_COMPLETION      0  status=success
2900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'a new connection may go to another network',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-A ssid=home
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-A status=success beacon
+310  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
1500  M1   DISCONNECT_REQUEST      0
1501  M3   DISCONNECT_REQUEST      0  status=success
1502  IND  DISASSOCIATION          0  mac=AP-A reason=OS
2000  M1   CONNECT_REQUEST         0
2001  M3   CONNECT_REQUEST         0  status=success
2010  IND  CONNECTION_START        0
2105  IND  ASSOCIATION_START       0  mac=AP-B ssid=guest
2300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
2310  IND  CONNECTION_COMPLETION   0  status=success
2900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the SSID of the connection is not known',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
   5  IND  ASSOCIATION_START       0  mac=AP-B ssid=guest
 300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 302  IND  ROAMING_COMPLETION      0  status=success
 900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ASSOCIATION_START'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (!state?.roaming) return notApplicable('no roam is open')
    const {ssid, mac, bssType} = trace.reader.legacy(event)
    if (bssType === 'adhoc') return notApplicable('an ad hoc network')
    if (ssid == null) return notApplicable('the SSID of the association is not exported')
    if (state.ssid === null) return notApplicable('the SSID of the connection is not known')
    if (ssid === state.ssid) return PASS
    return violation({
      atUs: event.atUs,
      message: `The roam tries ${mac ?? 'an unknown AP'} of "${ssid}", but the connection is to "${state.ssid}".`,
      evidence: state.roaming.start === null ? [event] : [event, state.roaming.start],
      expected: [`an AP of "${state.ssid}"`],
    })
  },
}
