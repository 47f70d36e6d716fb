import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

export const n80211RoamNested: Rule = {
  meta: {
    id: 'n80211-roam-nested',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'DV',
    statement: 'A roam is completed before the next one is started.',
    why: 'Windows keeps one roam per port. A second start leaves it waiting for a completion that never comes; Driver Verifier stops the machine here.',
    harmless: 'Only if the completion was not recorded.',
    next: 'Ask the driver team for the path that starts the second roam: it does not close the first.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/general-roaming-operation-guidelines†; devtest/ndis-wlanconnectionroaming (0x00093005)',
    needs: ['ROAMING_START', 'ROAMING_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'a second start without a completion',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+310  IND  ROAMING_START           0  reason=LOST
+315  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the completion may have been lost',
          scenario: `
capture model=native80211 loss=302..308

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+310  IND  ROAMING_START           0  reason=LOST
+315  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'completed first',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+302  IND  ROAMING_COMPLETION      0  status=UNREACHABLE
+310  IND  ROAMING_START           0  reason=LOST
+315  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'two ports roam at the same time',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +10  IND  ROAMING_START           1  reason=LOST
 +15  IND  ASSOCIATION_START       1  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+700  IND  ASSOCIATION_COMPLETION  1  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      1  status=success
+900  IND  LINK_QUALITY            0
+901  IND  LINK_QUALITY            1
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_START'],
  check(event, trace) {
    const open = trace.legacyBefore(event)?.roaming?.start
    if (!open) return PASS
    return violation({
      atUs: event.atUs,
      message: `ROAMING_START ${duration(event.atUs - open.atUs)} after the previous one, which has no ROAMING_COMPLETION.`,
      evidence: [event, open],
      expected: ['ROAMING_COMPLETION before it'],
      undone: between(trace, open, event),
    })
  },
}
