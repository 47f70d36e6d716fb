import {between} from '../doubt.js'
import {unseenStart} from '../legacy-doubt.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, PASS, violation} from '../verdict.js'

export const n80211ConnectionUnpaired: Rule = {
  meta: {
    id: 'n80211-connection-unpaired',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'Each connection start has one completion, and each completion one start.',
    why: 'Windows cannot tell which connect request succeeded; it shows the wrong network as connected or waits for ever.',
    harmless: 'When the other half lies before the capture or in a gap.',
    next: 'Ask the driver team whether a cancelled connection is completed at all, and whether one is completed twice.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'network/ndis-status-dot11-connection-completion†; network/ndis-status-dot11-connection-start†',
    needs: ['CONNECTION_START', 'CONNECTION_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'a second start without a completion',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+100  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'completed twice',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
 +10  IND  CONNECTION_START        0
+105  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  CONNECTION_COMPLETION   0  status=success
+320  IND  CONNECTION_COMPLETION   0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the start may lie before the capture',
          scenario: `
capture model=native80211

   0  IND  CONNECTION_COMPLETION   0  status=success
`,
        },
      ],
      good: [
        {
          title: 'pairs',
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
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_CONNECTION_START', 'DOT11_CONNECTION_COMPLETION'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    const open = state.connection?.start ?? null
    if (event.message.name === 'DOT11_CONNECTION_START') {
      if (open === null) return PASS
      return violation({
        atUs: event.atUs,
        message: `CONNECTION_START ${duration(event.atUs - open.atUs)} after the previous one, which has no CONNECTION_COMPLETION.`,
        evidence: [event, open],
        expected: ['CONNECTION_COMPLETION before it'],
        undone: between(trace, open, event),
      })
    }
    if (open !== null) return PASS
    return violation({
      atUs: event.atUs,
      message: 'CONNECTION_COMPLETION without a CONNECTION_START before it.',
      evidence: [event],
      expected: ['CONNECTION_START before it'],
      undone: unseenStart(event, state.operationsKnown, named(KIND), trace),
    })
  },
}

const KIND = ['DOT11_CONNECTION_START', 'DOT11_CONNECTION_COMPLETION']
