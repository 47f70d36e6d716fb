import type {LegacyAssociation} from '../../sessions/legacy.js'
import {between} from '../doubt.js'
import {unseenStart} from '../legacy-doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Judgement, Rule} from '../rule.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211AssocUnpaired: Rule = {
  meta: {
    id: 'n80211-assoc-unpaired',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'Each association start has one completion before its operation ends, and each completion one start.',
    why: 'Windows takes its picture of the AP (algorithms, beacon, PHY) from the completion. Without the pair it works with that of another AP.',
    harmless: 'When the other half lies before the capture or in a gap.',
    next: 'Ask the driver team whether cancelled attempts are completed, and whether the address of the completion is that of the start.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'network/ndis-status-dot11-association-start†; network/ndis-status-dot11-association-completion†',
    needs: ['ASSOCIATION_START', 'ASSOCIATION_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'the roam ends with an attempt still open',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+302  IND  ROAMING_COMPLETION      0  status=UNREACHABLE
+400  IND  ROAMING_START           0  reason=LOST
+405  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'a completion for an AP that was never tried',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
 +10  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the start may lie before the capture',
          scenario: `
capture model=native80211

   0  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'pairs',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+199  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+200  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    return trace.legacyOf(adapter)?.associations.map(association => judge(association, trace))
  },
}

function judge({start, completion, endedBy, mac}: LegacyAssociation, trace: Trace): Judgement {
  const whom = mac ?? 'an unknown AP'
  if (start === null && completion !== null) {
    const known = trace.legacyBefore(completion)?.associationsKnown ?? false
    return violation({
      atUs: completion.atUs,
      message: `ASSOCIATION_COMPLETION for ${whom} without an ASSOCIATION_START before it.`,
      evidence: [completion],
      expected: [`ASSOCIATION_START for ${whom}`],
      undone: unseenStart(completion, known, named(KIND), trace),
    })
  }
  if (completion !== null) return PASS
  if (start === null || endedBy === null) return notApplicable('the operation does not end in the capture')
  if (endedBy.message.kind === 'log') return notApplicable('the adapter was halted')
  return violation({
    atUs: endedBy.atUs,
    message: `ASSOCIATION_START for ${whom} has no ASSOCIATION_COMPLETION when ${legacyName(endedBy)} comes ${duration(endedBy.atUs - start.atUs)} later.`,
    evidence: [endedBy, start],
    expected: [`ASSOCIATION_COMPLETION for ${whom} before ${legacyName(endedBy)}`],
    undone: between(trace, start, endedBy),
  })
}

const KIND = [
  'DOT11_ASSOCIATION_START',
  'DOT11_ASSOCIATION_COMPLETION',
  'DOT11_CONNECTION_START',
  'DOT11_CONNECTION_COMPLETION',
  'DOT11_ROAMING_START',
  'DOT11_ROAMING_COMPLETION',
]
