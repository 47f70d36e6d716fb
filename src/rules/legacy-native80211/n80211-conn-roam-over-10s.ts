import {seconds} from '../../events/units.js'
import type {LegacyOperation} from '../../sessions/legacy.js'
import {overLimit} from '../limit.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(10)

export const n80211ConnRoamOver10s: Rule = {
  meta: {
    id: 'n80211-conn-roam-over-10s',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'DV',
    statement: 'A connection or roam is completed within 10 s of its start.',
    why: 'The user waits, and Driver Verifier stops the machine.',
    harmless: 'Driver Verifier polls: it may stay silent on a small excess.',
    next: 'Add up the attempts: many candidates with long timeouts are the usual cause. Ask the driver team to give up in time.',
    limits: [],
    numbers: '10 s',
    source: 'devtest/ndis-wlantimedconnectionroaming (0x00094008)',
    needs: ['CONNECTION_START, ROAMING_START', 'their completions'],
    examples: {
      bad: [
        {
          title: '1 ms too late',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 5000  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
 5005  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
10000  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
10001  IND  ROAMING_COMPLETION      0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the clock ticks every 16 ms',
          scenario: `
capture model=native80211 granularity=16

    0  IND  ROAMING_START           0  reason=LOST
    0  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 5008  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
 5008  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
 9984  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
10000  IND  ROAMING_COMPLETION      0  status=success
10896  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'exactly 10 s',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 9000  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
10000  IND  ROAMING_COMPLETION      0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    return trace.legacyOf(adapter)?.operations.map(operation => judge(operation, trace))
  },
}

function judge({kind, start, completion, associations}: LegacyOperation, trace: Trace): Judgement {
  if (start === null || completion === null) return notApplicable('start or completion is not in the capture')
  const undone = overLimit(trace, completion.atUs - start.atUs, LIMIT)
  if (undone === null) return PASS
  const attempts = associations.length === 1 ? '1 attempt' : `${associations.length} attempts`
  return violation({
    atUs: completion.atUs,
    message: `The ${kind === 'roaming' ? 'roam' : 'connection'} took ${duration(completion.atUs - start.atUs)} with ${attempts} (limit ${duration(LIMIT)}).`,
    evidence: [start, completion],
    undone,
  })
}
