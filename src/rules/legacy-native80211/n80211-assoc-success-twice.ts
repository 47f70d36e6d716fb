import type {LegacyOperation} from '../../sessions/legacy.js'
import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211AssocSuccessTwice: Rule = {
  meta: {
    id: 'n80211-assoc-success-twice',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'A roam associates with one AP at most.',
    why: 'The first association is left without a word; Windows may do the handshake with the wrong AP.',
    harmless: 'Only if the end of the first roam and the start of a second one were not recorded.',
    next: 'If n80211-roam-continues-after-success is reported for the same roam, that is the cause: the driver went on after the first success.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/roaming-operation-guidelines-for-infrastructure-bss-networks† (seed 000)',
    needs: ['ROAMING_START, ROAMING_COMPLETION', 'ASSOCIATION_COMPLETION with status'],
    examples: {
      bad: [
        {
          title: 'two successes in one roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  ASSOCIATION_START       0  mac=AP-C
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: a completion and a new start may have been lost in between',
          scenario: `
capture model=native80211 loss=302..308

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+310  IND  ASSOCIATION_START       0  mac=AP-C
+700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+702  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'a failure, then a success',
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
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const roams = trace.legacyOf(adapter)?.operations.filter(({kind}) => kind === 'roaming') ?? []
    return roams.flatMap(roam => judge(roam, trace))
  },
}

function judge({start, associations}: LegacyOperation, trace: Trace): Judgement[] {
  if (start === null) return [notApplicable('the start of the roam is not in the capture')]
  if (trace.reader.legacy(start).bssType === 'adhoc') return [notApplicable('an ad hoc network')]
  const successes = associations.flatMap(({completion, succeeded, mac}) =>
    succeeded && completion !== null ? [{completion, whom: mac ?? 'an unknown AP'}] : [],
  )
  const [first, ...others] = successes
  if (first === undefined || others.length === 0) return [PASS]
  return others.map(({completion, whom}) =>
    violation({
      atUs: completion.atUs,
      message: `A second successful association in one roam: ${whom}, ${duration(completion.atUs - first.completion.atUs)} after ${first.whom}.`,
      evidence: [completion, first.completion, start],
      expected: [`ROAMING_COMPLETION after the success for ${first.whom}`],
      // The end of the roam may be lost, and the second success that of a connection.
      undone: between(trace, start, completion),
    }),
  )
}
