import {ALL_STATIONS} from '../../events/units.js'
import {between} from '../doubt.js'
import type {LimitCode, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211DisassocBeforeAssoc: Rule = {
  meta: {
    id: 'n80211-disassoc-before-assoc',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A disassociation names an address with which an association was completed, or everybody.',
    why: 'Windows looks the peer up and finds none; the indication is lost or hits another connection.',
    harmless: 'When the association is older than the capture.',
    next: 'Ask the driver team whether attempts that failed are followed by a disassociation; the failed completion is enough.',
    limits: ['L-EDGE', 'L-STATE'],
    numbers: null,
    source: 'network/ndis-status-dot11-disassociation†',
    needs: ['DISASSOCIATION with address', 'ASSOCIATION_COMPLETION with status'],
    examples: {
      bad: [
        {
          title: 'of an AP with which the attempt had failed',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+305  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+500  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+510  IND  CONNECTION_COMPLETION   0  status=success
+520  IND  DISASSOCIATION          0  mac=AP-B reason=ROAMING
+900  IND  LINK_QUALITY            0
+950  IND  ROAMING_START           0  reason=BETTER
+955  IND  ASSOCIATION_START       0  mac=AP-D ssid=net
+990  IND  ASSOCIATION_COMPLETION  0  mac=AP-D status=success beacon
+992  IND  ROAMING_COMPLETION      0  status=success
+999  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the association may be older than the capture',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+310  IND  DISASSOCIATION          0  mac=AP-A reason=ROAMING
+900  IND  LINK_QUALITY            0
+950  IND  ROAMING_START           0  reason=BETTER
+955  IND  ASSOCIATION_START       0  mac=AP-D ssid=net
+990  IND  ASSOCIATION_COMPLETION  0  mac=AP-D status=success beacon
+992  IND  ROAMING_COMPLETION      0  status=success
+999  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'the first disassociation of a capture',
          scenario: `
capture model=native80211

-100  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the wildcard address',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+510  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
+950  M1   DISCONNECT_REQUEST      0
+951  M3   DISCONNECT_REQUEST      0  status=success
+952  IND  DISASSOCIATION          0  mac=ALL reason=OS
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_DISASSOCIATION'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    const {mac} = trace.reader.legacy(event)
    if (mac == null) return notApplicable('the address of the disassociation is not exported')
    if (mac === ALL_STATIONS) return notApplicable('the wildcard address')
    if (!state.known) return notApplicable('the association of the port is not known')
    if ((state.joined.get(mac) ?? event.seq) < event.seq) return PASS
    const {historyFrom} = state
    const undone: LimitCode[] = historyFrom === null ? ['L-EDGE'] : between(trace, historyFrom, event)
    return violation({
      atUs: event.atUs,
      message: `DISASSOCIATION of ${mac}, with which no association was completed.`,
      evidence: historyFrom === null ? [event] : [event, historyFrom],
      expected: [`ASSOCIATION_COMPLETION with success for ${mac} before it`],
      undone,
    })
  },
}
