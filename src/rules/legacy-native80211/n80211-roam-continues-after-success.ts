import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211RoamContinuesAfterSuccess: Rule = {
  meta: {
    id: 'n80211-roam-continues-after-success',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A roam that has associated with an AP is completed; no further AP is tried.',
    why: 'The driver throws away a working association, and Windows has begun to use it.',
    harmless: 'Only if the end of the roam and the start of the next were not recorded.',
    next: 'Ask the driver team why the roam loop goes on after a success. A second success (n80211-assoc-success-twice) is its consequence.',
    limits: [],
    numbers: null,
    source: 'network/roaming-operation-guidelines-for-infrastructure-bss-networks† (seed 000)',
    needs: ['ROAMING_START, ROAMING_COMPLETION', 'ASSOCIATION_START', 'ASSOCIATION_COMPLETION with status'],
    examples: {
      bad: [
        {
          title: 'another attempt 10 ms after the success',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  ASSOCIATION_START       0  mac=AP-C
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=UNREACHABLE
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'another attempt after a failure',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+310  IND  ASSOCIATION_START       0  mac=AP-C
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the attempt belongs to a new roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+305  IND  ROAMING_START           0  reason=BETTER
+310  IND  ASSOCIATION_START       0  mac=AP-C
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ASSOCIATION_START'],
  check(event, trace) {
    const roam = trace.legacyBefore(event)?.roaming
    if (!roam?.start) return notApplicable('no roam is open')
    const {mac, bssType} = trace.reader.legacy(event)
    if (bssType === 'adhoc') return notApplicable('an ad hoc network')
    const won = roam.associations.find(
      ({succeeded, completion}) => succeeded && completion !== null && completion.seq < event.seq,
    )
    if (!won?.completion) return PASS
    return violation({
      atUs: event.atUs,
      message: `ASSOCIATION_START for ${mac ?? 'an unknown AP'} ${duration(event.atUs - won.completion.atUs)} after the roam had associated with ${won.mac ?? 'an unknown AP'}.`,
      evidence: [event, won.completion, roam.start],
      expected: [`ROAMING_COMPLETION after the success for ${won.mac ?? 'the first AP'}`],
      // The end of the roam may be lost, and this attempt that of a connection.
      undone: between(trace, roam.start, event),
    })
  },
}
