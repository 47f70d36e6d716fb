import type {TraceEvent} from '../../events/event.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** DOT11_ASSOC_STATUS: cancelled, better AP found. */
const WITHOUT_ATTEMPT: ReadonlySet<number> = new Set([5, 11])
/** Radio off, PHY disabled. */
const RADIO_OFF: ReadonlySet<number> = new Set([3, 4])

export const n80211RoamWithoutAttempt: Rule = {
  meta: {
    id: 'n80211-roam-without-attempt',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A driver without any candidate does not start a roam; one that starts a roam tries an AP.',
    why: 'Empty roams fill the log and make Windows scan and reconnect although nothing was tried.',
    harmless: 'When the radio was switched off or the port was reset in between.',
    next: 'Ask the driver team to build the candidate list before the start is indicated.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/general-roaming-operation-guidelines†',
    needs: ['ROAMING_START', 'ROAMING_COMPLETION with status', 'ASSOCIATION_START'],
    examples: {
      bad: [
        {
          title: 'failed without an attempt',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
+302  IND  ROAMING_COMPLETION      0  status=failure
+400  IND  ROAMING_START           0  reason=LOST
+405  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the attempt may have been lost',
          scenario: `
capture model=native80211 loss=100..200

   0  IND  ROAMING_START           0  reason=LOST
+302  IND  ROAMING_COMPLETION      0  status=failure
+400  IND  ROAMING_START           0  reason=LOST
+405  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'given up for a better AP',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
+302  IND  ROAMING_COMPLETION      0  status=BETTER_AP
+400  IND  ROAMING_START           0  reason=BETTER
+405  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the radio was switched off',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
+100  IND  PHY_STATE_CHANGED       0  state=0
+302  IND  ROAMING_COMPLETION      0  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_COMPLETION'],
  check(event, trace) {
    const roam = trace.legacyBefore(event)?.roaming
    if (!roam?.start) return notApplicable('the start of the roam is not in the capture')
    const {status} = trace.reader.legacy(event)
    if (status == null) return notApplicable('the status of the completion is not exported')
    if (status === 0) return notApplicable('the roam succeeded')
    if (WITHOUT_ATTEMPT.has(status)) return notApplicable('the roam was cancelled, or given up for a better AP')
    if (roam.associations.length > 0) return PASS
    const explained = RADIO_OFF.has(status) || roam.events.some(other => explains(other, trace))
    if (explained) return notApplicable('the radio was off, or the port was reset')
    return violation({
      atUs: event.atUs,
      message: `The roam failed with status ${status} ${duration(event.atUs - roam.start.atUs)} after its start without an ASSOCIATION_START.`,
      evidence: [event, roam.start],
      expected: ['ASSOCIATION_START between start and completion, or no roam at all'],
      undone: between(trace, roam.start, event),
    })
  },
}

function explains(event: TraceEvent, trace: Trace): boolean {
  if (event.message.name === 'OID_DOT11_RESET_REQUEST') return true
  return event.message.name === 'DOT11_PHY_STATE_CHANGED' && trace.reader.legacy(event).state === 0
}
