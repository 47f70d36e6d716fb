import {seconds} from '../../events/units.js'
import type {LegacyOperation} from '../../sessions/legacy.js'
import {absence} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(10)

export const n80211RoamNotCompleted: Rule = {
  meta: {
    id: 'n80211-roam-not-completed',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement:
      'A roam that is started is completed: before a reset completes, before the adapter halts, and within 10 s.',
    why: 'Windows waits for the completion; until it comes the port accepts no connect, and the user sees a frozen connection.',
    harmless: 'A completion after more than 10 s is only late and has a rule of its own.',
    next: 'Ask the driver team which branch of the roam returns without the completion.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s',
    source: 'network/ndis-status-dot11-roaming-start†; devtest/ndis-wlantimedconnectionroaming',
    needs: ['ROAMING_START', 'ROAMING_COMPLETION'],
    examples: {
      bad: [
        {
          title: 'no completion in 10 s',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
`,
        },
        {
          title: 'inconclusive: the capture ends after 9 s',
          scenario: `
capture model=native80211 to=9000

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
`,
        },
      ],
      good: [
        {
          title: 'completed late: another rule says so',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
11000  IND  ROAMING_COMPLETION      0  status=success
12000  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'of nested starts only the last is judged',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
+310  IND  ROAMING_START           0  reason=LOST
+315  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
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
    return roams.map(roam => judge(roam, trace))
  },
}

function judge({start, completion, cutBy}: LegacyOperation, trace: Trace): Judgement {
  if (start === null) return notApplicable('the start is not in the capture')
  if (completion !== null) return PASS
  if (cutBy?.message.name === 'DOT11_ROAMING_START') return notApplicable('another roam was started inside it')
  const limit = start.atUs + LIMIT
  const cut = cutBy !== null && cutBy.atUs < limit ? cutBy : null
  const before =
    cut === null ? `in ${duration(LIMIT)}` : `before ${legacyName(cut)} ${duration(cut.atUs - start.atUs)} later`
  return violation({
    atUs: limit,
    message: `ROAMING_START has no ROAMING_COMPLETION ${before}.`,
    evidence: cut === null ? [start] : [start, cut],
    expected: ['ROAMING_COMPLETION'],
    undone: absence(trace, start.atUs, cut?.atUs ?? limit),
  })
}
