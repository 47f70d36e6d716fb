import {unseenStart} from '../legacy-doubt.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211AssocOutsideOperation: Rule = {
  meta: {
    id: 'n80211-assoc-outside-operation',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'In an infrastructure network the station associates only inside a connection or a roam.',
    why: 'Windows did not ask for it and has no keys for the AP. Driver Verifier stops the machine here.',
    harmless: 'When the start of the operation lies before the capture or in a gap. Ad hoc peers may join at any time.',
    next: 'Ask the driver team which background logic associates on its own, and why no roam is announced around it.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source:
      'network/association-operation-guidelines-for-infrastructure-bss-networks†; devtest/ndis-wlanassociation (0x00093004)',
    needs: ['ASSOCIATION_START', 'start and completion of connections and roams'],
    examples: {
      bad: [
        {
          title: 'after the roam was completed',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+400  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the roam may have begun before the capture',
          scenario: `
capture model=native80211

   0  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'inside a connection',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'an ad hoc peer joins',
          scenario: `
capture model=native80211 from=-45000

   0  IND  ASSOCIATION_START       0  mac=AP-C ssid=net bss=adhoc
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ASSOCIATION_START'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    const {mac, bssType} = trace.reader.legacy(event)
    if (bssType === 'adhoc') return notApplicable('an ad hoc network')
    if (state.connection !== null || state.roaming !== null) return PASS
    return violation({
      atUs: event.atUs,
      message: `ASSOCIATION_START for ${mac ?? 'an unknown AP'} with neither a connection nor a roam open.`,
      evidence: [event],
      expected: ['CONNECTION_START or ROAMING_START before it'],
      undone: unseenStart(event, state.operationsKnown, named(KIND), trace),
    })
  },
}

const KIND = [
  'DOT11_CONNECTION_START',
  'DOT11_CONNECTION_COMPLETION',
  'DOT11_ROAMING_START',
  'DOT11_ROAMING_COMPLETION',
]
