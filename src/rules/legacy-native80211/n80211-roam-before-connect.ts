import {START_EDGE} from '../../sessions/hang-limits.js'
import {between} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211RoamBeforeConnect: Rule = {
  meta: {
    id: 'n80211-roam-before-connect',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'A station roams only after a connection was completed with success, and until Windows takes the port back to its initial state.',
    why: 'Windows has no connection that the roam could belong to. The port is neither connected nor free, and profiles and keys of the old network may be used.',
    harmless:
      'When the connection is older than the capture; any sign of it (link quality, an association, its loss) silences the rule.',
    next: 'Ask the driver team why the roam logic runs before the connection is up, or after it was reset.',
    limits: ['L-EDGE'],
    numbers: null,
    source: 'network/general-roaming-operation-guidelines†; network/ndis-status-dot11-roaming-start†',
    needs: ['ROAMING_START', 'CONNECTION_START, CONNECTION_COMPLETION', 'reset and disconnect requests'],
    examples: {
      bad: [
        {
          title: 'the connection had failed',
          scenario: `
capture model=native80211

-5000  M1   CONNECT_REQUEST         0
-4999  M3   CONNECT_REQUEST         0  status=success
-4990  IND  CONNECTION_START        0
-4980  IND  ASSOCIATION_START       0  mac=AP-A ssid=net
-4700  IND  ASSOCIATION_COMPLETION  0  mac=AP-A status=UNREACHABLE
-4690  IND  CONNECTION_COMPLETION   0  status=failure
    0  IND  ROAMING_START           0  reason=BETTER
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
        {
          title: '45 s of capture without any sign of a connection',
          scenario: `
capture model=native80211 to=60000 from=-45000

    0  IND  ROAMING_START           0  reason=BETTER
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'connected',
          scenario: `
capture model=native80211

-5000  M1   CONNECT_REQUEST         0
-4999  M3   CONNECT_REQUEST         0  status=success
-4990  IND  CONNECTION_START        0
-4980  IND  ASSOCIATION_START       0  mac=AP-A ssid=net
-4700  IND  ASSOCIATION_COMPLETION  0  mac=AP-A status=success beacon
-4690  IND  CONNECTION_COMPLETION   0  status=success
-4000  IND  LINK_QUALITY            0
    0  IND  ROAMING_START           0  reason=BETTER
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
        {
          title: '10 s into the capture the connection may be older',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=BETTER
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'link quality shows that the port was connected all along',
          scenario: `
capture model=native80211 from=-45000

-3000  IND  LINK_QUALITY            0
    0  IND  ROAMING_START           0  reason=BETTER
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
  names: ['DOT11_ROAMING_START'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    const {link, linkSince} = state
    if (link === 'connected') return PASS
    if (link === 'older than the capture') return notApplicable('the connection is older than the capture')
    const watched = event.atUs - trace.silence.startUs
    if (linkSince === null) {
      if (watched < START_EDGE) return notApplicable('the capture does not cover the connection')
      return violation({
        atUs: event.atUs,
        message: `ROAMING_START ${duration(watched)} into the capture, in which the port shows no sign of a connection.`,
        evidence: [event],
        expected: ['CONNECTION_COMPLETION with success before it'],
        lowered: ['L-EDGE'],
        undone: trace.silence.lost(trace.silence.startUs, event.atUs) ? ['L-LOSS'] : [],
      })
    }
    return violation({
      atUs: event.atUs,
      message: `ROAMING_START ${duration(event.atUs - linkSince.atUs)} after ${legacyName(linkSince)}, since when no connection was completed with success.`,
      evidence: [event, linkSince],
      expected: ['CONNECTION_COMPLETION with success before it'],
      undone: between(trace, linkSince, event),
    })
  },
}
