import {unseenStart} from '../legacy-doubt.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {PASS, violation} from '../verdict.js'

export const n80211RoamUnpaired: Rule = {
  meta: {
    id: 'n80211-roam-unpaired',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A roam that is completed was started.',
    why: 'Windows drops the completion or takes it for that of another roam; the connection state of the two sides differs from then on.',
    harmless: 'When the start lies before the capture or in a gap.',
    next: 'Ask the driver team whether the roam was completed twice or never announced.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'network/ndis-status-dot11-roaming-completion†',
    needs: ['ROAMING_START', 'ROAMING_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'the roam is completed twice',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+310  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the start may lie before the capture',
          scenario: `
capture model=native80211

   0  IND  ROAMING_COMPLETION      0  status=success
`,
        },
      ],
      good: [
        {
          title: 'a pair',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_COMPLETION'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    if (state.roaming !== null) return PASS
    return violation({
      atUs: event.atUs,
      message: 'ROAMING_COMPLETION without a ROAMING_START before it.',
      evidence: [event],
      expected: ['ROAMING_START before it'],
      undone: unseenStart(event, state.operationsKnown, named(KIND), trace),
    })
  },
}

const KIND = ['DOT11_ROAMING_START', 'DOT11_ROAMING_COMPLETION']
