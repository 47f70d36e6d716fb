import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211RoamStatusMismatch: Rule = {
  meta: {
    id: 'n80211-roam-status-mismatch',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'The status of a completed roam is success exactly when one of its associations succeeded.',
    why: 'Windows believes the status: it shows a dead link as connected, or drops a good one.',
    harmless: 'When the association in question was not recorded.',
    next: 'Ask the driver team from which attempt the status of the completion is taken; often it is the last instead of the successful one.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/general-roaming-operation-guidelines†',
    needs: ['ROAMING_COMPLETION with status', 'ASSOCIATION_COMPLETION with status'],
    examples: {
      bad: [
        {
          title: 'success without a successful association',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+302  IND  ROAMING_COMPLETION      0  status=success
`,
        },
        {
          title: 'failure although an association succeeded',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=failure
 +900  IND  LINK_QUALITY            0
+2000  M1   DISCONNECT_REQUEST      0
+2001  M3   DISCONNECT_REQUEST      0  status=success
+2002  IND  DISASSOCIATION          0  mac=AP-B reason=OS
`,
        },
        {
          title: 'inconclusive: the association may have been lost',
          scenario: `
capture model=native80211 loss=301..500

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+702  IND  ROAMING_COMPLETION      0  status=success
`,
        },
      ],
      good: [
        {
          title: 'a failure, a success and a successful roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+305  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+600  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+602  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
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
    if (trace.reader.legacy(roam.start).bssType === 'adhoc') return notApplicable('an ad hoc network')
    const {status} = trace.reader.legacy(event)
    if (status == null) return notApplicable('the status of the completion is not exported')
    const {associations} = roam
    const completions = associations.flatMap(({completion}) => (completion === null ? [] : [completion]))
    const won = associations.find(({succeeded}) => succeeded)
    if ((status === 0) === (won !== undefined)) return PASS
    const unknown = completions.some(completion => trace.reader.legacy(completion).status == null)
    if (status === 0 && unknown) return notApplicable('the status of an association is not exported')
    const attempts = associations.length === 0 ? 'no association was tried' : 'no association succeeded'
    return violation({
      atUs: event.atUs,
      message:
        status === 0
          ? `ROAMING_COMPLETION says success, but ${attempts}.`
          : `ROAMING_COMPLETION says status ${status}, but the association with ${won?.mac ?? 'an unknown AP'} succeeded.`,
      evidence: [event, roam.start, ...completions],
      expected: [status === 0 ? 'a failure status' : 'status success'],
      // A lost success, or the end of one roam and the start of another.
      undone: between(trace, won?.completion ?? roam.start, event),
    })
  },
}
