import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211AssocNested: Rule = {
  meta: {
    id: 'n80211-assoc-nested',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'An attempt that failed is completed before the next AP is tried.',
    why: 'Windows attributes frames and keys to the wrong AP, and the failed attempt is missing from its statistics.',
    harmless: 'Only if the completion was not recorded. Ad hoc peers may join side by side.',
    next: 'Ask the driver team for the branch that goes on to the next AP without completing the last.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/association-operation-guidelines-for-infrastructure-bss-networks†',
    needs: ['ASSOCIATION_START', 'ASSOCIATION_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'the next AP is tried while the first attempt is open',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+200  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+210  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the completion may have been lost',
          scenario: `
capture model=native80211 loss=100..110

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+200  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'one after the other',
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
  subject: 'event',
  names: ['DOT11_ASSOCIATION_START'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    const {mac, bssType} = trace.reader.legacy(event)
    if (bssType === 'adhoc') return notApplicable('an ad hoc network')
    const open = state.associating.at(-1)
    if (!open?.start) return PASS
    return violation({
      atUs: event.atUs,
      message: `ASSOCIATION_START for ${mac ?? 'an unknown AP'} ${duration(event.atUs - open.start.atUs)} after that for ${open.mac ?? 'an unknown AP'}, which has no ASSOCIATION_COMPLETION yet.`,
      evidence: [event, open.start],
      expected: [`ASSOCIATION_COMPLETION for ${open.mac ?? 'the first AP'} before it`],
      undone: between(trace, open.start, event),
    })
  },
}
