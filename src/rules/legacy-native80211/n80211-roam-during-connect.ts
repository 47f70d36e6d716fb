import {between} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

export const n80211RoamDuringConnect: Rule = {
  meta: {
    id: 'n80211-roam-during-connect',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A pending connection is completed before anything about a roam is indicated.',
    why: 'Windows attributes what follows to the connection. Its outcome is lost, and the user sees a connect that never ends.',
    harmless: 'Only if the completion of the connection was not recorded.',
    next: 'Ask the driver team to close the connection, with a failure if need be, before its roam logic starts.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/ndis-status-dot11-connection-start†',
    needs: ['CONNECTION_START, CONNECTION_COMPLETION', 'ROAMING_START, ROAMING_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'a roam starts while the connection is pending',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+100  IND  ROAMING_START           0  reason=BETTER
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+310  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the completion of the connection may have been lost',
          scenario: `
capture model=native80211 loss=50..60

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+100  IND  ROAMING_START           0  reason=BETTER
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'the connection is completed first',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
 +20  IND  ASSOCIATION_START       0  mac=AP-A ssid=net
 +90  IND  ASSOCIATION_COMPLETION  0  mac=AP-A status=success beacon
 +95  IND  CONNECTION_COMPLETION   0  status=success
+100  IND  ROAMING_START           0  reason=BETTER
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_START', 'DOT11_ROAMING_COMPLETION'],
  check(event, trace) {
    const open = trace.legacyBefore(event)?.connection?.start
    if (!open) return PASS
    return violation({
      atUs: event.atUs,
      message: `${legacyName(event)} ${duration(event.atUs - open.atUs)} after CONNECTION_START, whose connection is not completed.`,
      evidence: [event, open],
      expected: ['CONNECTION_COMPLETION before it'],
      undone: between(trace, open, event),
    })
  },
}
