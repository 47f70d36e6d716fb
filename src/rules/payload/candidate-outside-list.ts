import {judgeAttempts, placeOf, type Tried} from '../attempts.js'
import {isFtAttempt} from '../ft-attempt.js'
import {hostCandidates} from '../host-candidates.js'
import {isListed} from '../listed.js'
import {listing} from '../listing.js'
import type {Judgement, LimitCode, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const candidateOutsideList: Rule = {
  meta: {
    id: 'candidate-outside-list',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A driver without the selection override tries only access points that the host put on its list.',
    why: 'The host leaves APs out on purpose: wrong network, failed a moment ago, blocked by policy. It also has neither keys nor PMKID ready for others.',
    harmless:
      'With ConnectBSSSelectionOverride in its capabilities the driver may choose for itself; a capture that starts late does not show them. The page on FT seems to allow APs of its own without that.',
    next: 'Look the capability up (roamscope inspect, or the driver). If it is not set, ask the driver team why the selection leaves the list.',
    limits: ['L-CAP', 'L-MLD'],
    numbers: null,
    source:
      'netcx/oid-wdi-task-connect; netcx/oid-wdi-task-roam; wificx/WIFI_STATION_CAPABILITIES § ConnectBSSSelectionOverride; netcx/ndis-status-wdi-indication-ft-assoc-params-needed',
    needs: ['TASK_CONNECT or TASK_ROAM with its candidates', 'ASSOCIATION_RESULT', 'ConnectBSSSelectionOverride'],
    examples: {
      bad: [
        {
          title: 'the list has AP-B, the driver tries AP-C',
          scenario: `
capture model=wificx override=0

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'inconclusive: nobody knows whether the driver may choose',
          scenario: `
capture model=wificx override=?

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'inconclusive: AP-C may be another link of AP-B',
          scenario: `
capture model=wificx override=0

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=WPA3_SAE MFPEnabled=1 MloConnectionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the selection override is declared',
          scenario: `
capture model=wificx override=1

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the host added AP-C later',
          scenario: `
capture model=wificx override=0

   0  M1   TASK_CONNECT                1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT                1  101  status=success
 +20  M1   SET_ASSOCIATION_PARAMETERS  1  102  (AP-C)
 +21  M3   SET_ASSOCIATION_PARAMETERS  1  102  status=success
 +60  IND  ASSOCIATION_RESULT          1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE            1  101  status=failure
`,
        },
        {
          title: 'the list is not exported',
          scenario: `
capture model=wificx override=0 tlvs=0

   0  M1   TASK_CONNECT        1  101  auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-C status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => judge(tried, trace))
  },
}

function judge(tried: Tried, trace: Trace): Judgement {
  const {attempt, session, task} = tried
  const {bssid} = attempt
  const {adapter} = session
  if (adapter.override === 1) return notApplicable('the driver may choose access points of its own')
  if (bssid === null) return notApplicable('the BSSID of the result is not exported')
  const candidates = hostCandidates(task, attempt.event, trace)
  if (candidates === undefined) return notApplicable('the candidates of the host are not exported')
  const list = candidates.flatMap(candidate => candidate.bssid ?? [])
  const listed = isListed(tried, bssid, list, trace)
  if (listed === true) return PASS
  if (trace.families.lacks(adapter, 'PROP'))
    return notApplicable('properties, which may add candidates, are not exported')
  const undone: LimitCode[] = []
  if (adapter.override === null) undone.push('L-CAP')
  if (listed === null) undone.push('L-MLD')
  const byFt = isFtAttempt(tried, trace)
  const override = adapter.override === null ? 'is not known' : 'is 0'
  const ft = byFt ? '; it was an FT attempt, for which the pages disagree' : ''
  return violation({
    ...placeOf(tried),
    message: `The driver tried ${bssid}, which is none of the host's candidates (${listing(list)}); ConnectBSSSelectionOverride, which would permit that, ${override}${ft}.`,
    expected: [`an attempt on one of ${listing(list)}`],
    undone,
    inconclusive: byFt,
  })
}
