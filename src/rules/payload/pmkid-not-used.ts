import {sameAp} from '../../sessions/exchanges.js'
import type {AssociationFrame} from '../../wdi/frames.js'
import {judgeRequests, placeOf, type Tried} from '../attempts.js'
import {isFtAttempt} from '../ft-attempt.js'
import {hostCandidates} from '../host-candidates.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** Answer type of SET_SAE_AUTH_PARAMS: the exchange is done. */
const SAE_SUCCESS = 3
/** First and last WDI_AUTH_ALGORITHM that announces itself by an RSN element. */
const RSNA = 6
const WPA3_ENTERPRISE = 11

export const pmkidNotUsed: Rule = {
  meta: {
    id: 'pmkid-not-used',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A PMKID that the host gives for an access point is in the RSN element of the request to it.',
    why: 'Without the PMKID the AP starts a full 802.1X or SAE authentication: hundreds of milliseconds without traffic at every roam.',
    harmless:
      'A PMKID that came when the request had already left cannot be in it; only the time of the result is recorded, so judge a late one with care.',
    next: 'Ask the driver team why the RSN element is built without it; compare with ASSOCIATION_PARAMETERS_REQUEST if the driver asks for PMKIDs late.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect (PMKID cache paragraph)',
    needs: ['PMKID of the candidate', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'the RSN element has no PMKID',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=40
    0  M1   TASK_ROAM            1  101  entries=(AP-B pmkid=K1) auth=RSNA RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +15  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA request{pmkids=[]} response)
  +72  IND  ROAM_COMPLETE        1  101  status=success
 +220  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +224  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +400  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the second request to the same AP lacks it like the first',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{pmkids=[]})
+120  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{pmkids=[]})
+121  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'another PMKID than the one of this AP',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) (AP-C pmkid=K2) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{pmkids=[K2]})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'among others in the list',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{pmkids=[K9,K1]})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the PMKID came after the result',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT                1  101  entries=AP-B AP-C auth=RSNA
  +1  M3   TASK_CONNECT                1  101  status=success
 +60  IND  ASSOCIATION_RESULT          1  -    (AP-B status=51 request{pmkids=[]})
 +70  M1   SET_ASSOCIATION_PARAMETERS  1  102  (AP-B pmkid=K1)
 +71  M3   SET_ASSOCIATION_PARAMETERS  1  102  status=success
 +90  IND  CONNECT_COMPLETE            1  101  status=failure
`,
        },
        {
          title: 'the attempt with the PMKID failed, the next one goes without',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=53 request{pmkids=[K1]} response)
+120  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{pmkids=[]})
+121  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the request is not exported',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, request) => judge(tried, request, trace))
  },
}

function judge(tried: Tried, request: AssociationFrame, trace: Trace): Judgement {
  const {attempt, given, task} = tried
  const {bssid} = attempt
  if (bssid === null) return notApplicable('the BSSID of the result is not exported')
  const candidates = hostCandidates(task, attempt.event, trace)?.filter(candidate => candidate.bssid === bssid)
  if (candidates?.every(({pmkid}) => pmkid !== undefined) !== true) {
    return notApplicable('the PMKIDs of the host are not exported')
  }
  const pmkids = candidates.flatMap(({pmkid}) => pmkid ?? [])
  if (pmkids.length === 0) return notApplicable('the host gave no PMKID for the access point')
  if (isFtAttempt(tried, trace)) return notApplicable('the attempt was made by FT')
  if (hasDoneSae(tried, trace)) return notApplicable('a new SAE authentication was completed')
  if (mayHaveFailed(tried, pmkids)) return notApplicable('an attempt with the PMKID may have failed before')
  if (request.rsn === undefined) return notApplicable('the RSN element of the request cannot be read')
  if (request.rsn === null && !usesRsn(tried)) return notApplicable('the request needs no RSN element')
  const carried = request.rsn?.pmkids ?? []
  if (pmkids.some(pmkid => carried.includes(pmkid))) return PASS
  const late = given.candidates?.every(candidate => candidate.bssid !== bssid || !candidate.pmkid) === true
  return violation({
    ...placeOf(tried),
    message: `The host gave PMKID ${listing(pmkids)} for ${bssid}, but the request carries ${request.rsn === null ? 'no RSN element' : carried.length === 0 ? 'none' : `only ${listing(carried)}`}.`,
    expected: [`PMKID ${listing(pmkids)} in the RSN element of the request`],
    // When the request left is not recorded: a PMKID that came during the task may have missed it.
    ...(late ? {confidence: 'medium' as const} : {}),
  })
}

/** Every algorithm that the attempt may have been made with puts an RSN element into the request. */
function usesRsn({attempt, given}: Tried): boolean {
  const {auth} = attempt.entry
  const algorithms = auth ? [auth] : (given.auth ?? [])
  return algorithms.length > 0 && algorithms.every(one => one >= RSNA && one <= WPA3_ENTERPRISE)
}

function hasDoneSae({attempt, session}: Tried, trace: Trace): boolean {
  const peers = trace.peersOf(session.adapter)
  return session.sae.some(
    ({answer, answerType, bssid}) =>
      answerType === SAE_SUCCESS &&
      answer !== null &&
      answer.seq < attempt.event.seq &&
      sameAp(peers, bssid, attempt.bssid),
  )
}

/** An earlier attempt on the AP in the task, unless its request is known to lack the PMKIDs too. */
function mayHaveFailed({attempt, session}: Tried, pmkids: readonly string[]): boolean {
  const earlier = session.attempts.filter(
    ({number, bssid, succeeded}) => number < attempt.number && bssid === attempt.bssid && !succeeded,
  )
  return earlier.some(({entry: {request}}) => {
    if (request == null || request.rsn === undefined) return true
    return pmkids.some(pmkid => request.rsn?.pmkids.includes(pmkid))
  })
}
