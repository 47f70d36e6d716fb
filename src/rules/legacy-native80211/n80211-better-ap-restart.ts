import type {TraceEvent} from '../../events/event.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** DOT11_ASSOC_STATUS_ROAMING_BETTER_AP_FOUND. */
const BETTER_AP = 11

export const n80211BetterApRestart: Rule = {
  meta: {
    id: 'n80211-better-ap-restart',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'A roam given up for a better AP is completed with that status, and a new roam is started before the better AP is tried.',
    why: 'Windows sees an association that belongs to no roam and does not follow the move.',
    harmless: 'Only if the new start was not recorded.',
    next: 'Ask the driver team to announce the second roam as well.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/dot11-assoc-status-status-codes†',
    needs: ['ROAMING_COMPLETION with status', 'ROAMING_START', 'ASSOCIATION_START'],
    examples: {
      bad: [
        {
          title: 'the better AP is tried without a new roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=CANCELLED
+302  IND  ROAMING_COMPLETION      0  status=BETTER_AP
+310  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+900  IND  LINK_QUALITY            0
+5000  IND  ROAMING_START           0  reason=BETTER
+5005  IND  ASSOCIATION_START       0  mac=AP-D ssid=net
+5300  IND  ASSOCIATION_COMPLETION  0  mac=AP-D status=success beacon
+5302  IND  ROAMING_COMPLETION      0  status=success
+5900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'a new roam first',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=CANCELLED
+302  IND  ROAMING_COMPLETION      0  status=BETTER_AP
+305  IND  ROAMING_START           0  reason=BETTER
+310  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_COMPLETION'],
  check(event, trace) {
    const {status} = trace.reader.legacy(event)
    if (status == null) return notApplicable('the status of the completion is not exported')
    if (status !== BETTER_AP) return notApplicable('the roam was not given up for a better AP')
    const next = trace.next(event, tellsMore)
    if (next === null) return notApplicable('no association follows in the capture')
    if (next.message.name !== 'DOT11_ASSOCIATION_START' || trace.reader.legacy(next).bssType === 'adhoc') return PASS
    const {mac} = trace.reader.legacy(next)
    return violation({
      atUs: next.atUs,
      message: `ASSOCIATION_START for ${mac ?? 'the better AP'} ${duration(next.atUs - event.atUs)} after the roam was given up for it, without a new ROAMING_START.`,
      evidence: [next, event],
      expected: ['ROAMING_START between the two'],
      undone: between(trace, event, next),
    })
  },
}

const STARTS: ReadonlySet<string> = new Set([
  'DOT11_ASSOCIATION_START',
  'DOT11_ROAMING_START',
  'DOT11_CONNECTION_START',
])

/** The next start, or a request of the host that ends the story. */
function tellsMore({message, step}: TraceEvent): boolean {
  return (
    STARTS.has(message.name) || (step === 'M1' && /^OID_DOT11_(CONNECT|DISCONNECT|RESET)_REQUEST$/.test(message.name))
  )
}
