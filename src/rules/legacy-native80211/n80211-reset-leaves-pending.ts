import type {TraceEvent} from '../../events/event.js'
import {isFailure} from '../../sessions/task.js'
import {between} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211ResetLeavesPending: Rule = {
  meta: {
    id: 'n80211-reset-leaves-pending',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'Before a reset request completes, pending connections, associations and roams are completed, and an existing association is reported as ended.',
    why: 'Windows starts from scratch after the reset. An indication of the old operation that comes later, or never, leaves it in the wrong state.',
    harmless: 'Only if the completions were not recorded.',
    next: 'Ask the driver team to flush all pending operations in the reset handler before it completes the request.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/oid-dot11-reset-request†; network/mac-phy-reset-operation†',
    needs: ['OID_DOT11_RESET_REQUEST (M1, M3)', 'start and completion indications', 'DISASSOCIATION'],
    examples: {
      bad: [
        {
          title: 'a roam is still open when the reset completes',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+100  M1   RESET_REQUEST           0
+120  M3   RESET_REQUEST           0  status=success
`,
        },
        {
          title: 'the association is not reported as ended',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
2000  M1   RESET_REQUEST           0
2020  M3   RESET_REQUEST           0  status=success
`,
        },
        {
          title: 'inconclusive: the disassociation may have been lost',
          scenario: `
capture model=native80211 loss=2005..2010

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
2000  M1   RESET_REQUEST           0
2020  M3   RESET_REQUEST           0  status=success
`,
        },
      ],
      good: [
        {
          title: 'everything is completed before the reset',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+100  M1   RESET_REQUEST           0
+105  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=CANCELLED
+106  IND  ROAMING_COMPLETION      0  status=CANCELLED
+120  M3   RESET_REQUEST           0  status=success
`,
        },
        {
          title: 'the association is reported as ended',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
2000  M1   RESET_REQUEST           0
2010  IND  DISASSOCIATION          0  mac=AP-B reason=OS
2020  M3   RESET_REQUEST           0  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['OID_DOT11_RESET_REQUEST'],
  check({m1, m3}, trace) {
    if (m3 === null) return notApplicable('the reset is pending, or its completion is not exported')
    if (isFailure(m3.status)) return notApplicable('the reset failed')
    const state = trace.legacyBefore(m3)
    if (state === null) return undefined
    const {connection, roaming, associating, peer} = state
    const pending = [connection?.start, roaming?.start, ...associating.map(({start}) => start)]
    const open = pending.filter((start): start is TraceEvent => start != null)
    const joined = peer === null ? null : trace.previous(m3, named('DOT11_ASSOCIATION_COMPLETION'))
    const [first] = [...open, ...(joined === null ? [] : [joined])].sort((a, b) => a.seq - b.seq)
    if (first === undefined) return PASS
    const left = [
      ...open.map(start => ({what: legacyName(start), lacks: 'completion'})),
      ...(joined === null ? [] : [{what: `the association with ${peer}`, lacks: 'DISASSOCIATION'}]),
    ]
    return violation({
      atUs: m3.atUs,
      message: `The reset request completes with ${left.map(({what, lacks}) => `${what} without ${lacks}`).join(' and ')}.`,
      evidence: [...open, ...(joined === null ? [] : [joined]), m3, ...(m1 === null ? [] : [m1])],
      expected: left.map(({what, lacks}) => `a ${lacks} for ${what} before it`),
      undone: between(trace, first, m3),
    })
  },
}
