import {seconds} from '../../events/units.js'
import type {LegacyAssociation} from '../../sessions/legacy.js'
import {absence} from '../doubt.js'
import {overLimit} from '../limit.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(10)

export const n80211AssocOver10s: Rule = {
  meta: {
    id: 'n80211-assoc-over-10s',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'DV',
    statement: 'An association is completed, or its operation ended, within 10 s.',
    why: 'Past the limit Windows resets the driver, and Driver Verifier stops the machine.',
    harmless: 'Driver Verifier polls: it may speak a little later than this rule.',
    next: 'Ask the driver team for the timeouts of authentication and association; their sum must stay below 10 s.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s',
    source: 'devtest/ndis-wlantimedassociation (0x00094007); network/general-association-operation-guidelines†',
    needs: ['ASSOCIATION_START', 'ASSOCIATION_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'completed 1 ms too late',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
10006  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
10007  IND  ROAMING_COMPLETION      0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the capture ends after 9 s',
          scenario: `
capture model=native80211 to=9000

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
`,
        },
      ],
      good: [
        {
          title: 'exactly 10 s',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
    1  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
10001  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
10002  IND  ROAMING_COMPLETION      0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the roam ended first: another rule asks for the completion',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
  302  IND  ROAMING_COMPLETION      0  status=UNREACHABLE
  400  IND  ROAMING_START           0  reason=LOST
  405  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
  700  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
  702  IND  ROAMING_COMPLETION      0  status=success
  900  IND  LINK_QUALITY            0
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
  if (start === null) return notApplicable('the start is not in the capture')
  const whom = mac ?? 'an unknown AP'
  if (completion !== null) {
    const undone = overLimit(trace, completion.atUs - start.atUs, LIMIT)
    if (undone === null) return PASS
    return violation({
      atUs: completion.atUs,
      message: `The association with ${whom} took ${duration(completion.atUs - start.atUs)} (limit ${duration(LIMIT)}).`,
      evidence: [start, completion],
      undone,
    })
  }
  const limit = start.atUs + LIMIT
  if (endedBy !== null && endedBy.atUs <= limit) return PASS
  return violation({
    atUs: limit,
    message: `The association with ${whom} was neither completed nor ended in ${duration(LIMIT)}.`,
    evidence: endedBy === null ? [start] : [start, endedBy],
    expected: [`ASSOCIATION_COMPLETION for ${whom}`],
    undone: absence(trace, start.atUs, limit),
  })
}
