import type {Candidate} from '../../wdi/facts.js'
import {judgeAttempts, placeOf, type Tried} from '../attempts.js'
import {candidatesFor, hostCandidates} from '../host-candidates.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_BSS_SELECTION_FLAGS: the host prefers this entry. */
const PREFERRED = 0x1

export const candidateNotPreferred: Rule = {
  meta: {
    id: 'candidate-not-preferred',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement:
      'A driver that does not rank access points itself joins one that the host prefers, while there is one left.',
    why: 'The host marks entries by what it knows of load, band and history. Passing them over costs throughput and brings the next roam sooner.',
    harmless: 'A driver with a ranking of its own may have had a reason, such as a better signal at that moment.',
    next: 'Compare the signals of the candidates; ask the driver team whether the selection reads WDI_TLV_BSS_SELECTION_PARAMETERS.',
    limits: ['L-CAP'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_BSS_SELECTION_FLAGS',
    needs: ['selection flags of the candidates', 'ASSOCIATION_RESULT', 'ConnectBSSSelectionOverride'],
    examples: {
      bad: [
        {
          title: 'the preferred AP is never tried',
          scenario: `
capture model=wificx override=0

    0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'one of two preferred ones was left untried',
          scenario: `
capture model=wificx override=0

    0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x1) (AP-D flags=0x1) (AP-C flags=0x2) auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +40  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
      good: [
        {
          title: 'the preferred one had failed before',
          scenario: `
capture model=wificx override=0

    0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +40  IND  ASSOCIATION_RESULT   1  -    (AP-B status=2)
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'the driver may choose for itself',
          scenario: `
capture model=wificx override=1

    0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x1) (AP-C flags=0x0) auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
        {
          title: 'one of two preferred ones is as good as the other',
          scenario: `
capture model=wificx override=0

    0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x1) (AP-C flags=0x5) auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-C) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-C quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => (tried.attempt.succeeded ? judge(tried, trace) : undefined))
  },
}

function judge(tried: Tried, trace: Trace): Judgement {
  const {attempt, session, task} = tried
  const {bssid} = attempt
  const {override} = session.adapter
  if (override === null) return notApplicable('the capability to choose access points is not known')
  if (override === 1) return notApplicable('the driver may choose access points of its own')
  if (bssid === null) return notApplicable('the BSSID of the result is not exported')
  const candidates = hostCandidates(task, attempt.event, trace)
  if (candidates?.every(({flags}) => flags !== undefined) !== true) {
    return notApplicable('the selection flags are not exported')
  }
  if (candidates.every(({flags}) => flags === null)) return notApplicable('the host gave no selection flags')
  const chosen = candidatesFor(candidates, bssid, task, trace)
  if (chosen.length === 0) return notApplicable('the joined access point is none of the candidates')
  if (chosen.some(isPreferred)) return PASS
  const before = session.attempts.filter(({number, succeeded}) => number < attempt.number && !succeeded)
  const failed = before.flatMap(other => (other.bssid ? candidatesFor(candidates, other.bssid, task, trace) : []))
  const left = candidates.filter(candidate => isPreferred(candidate) && !failed.includes(candidate))
  if (left.length === 0) return PASS
  const names = listing(left.map(candidate => candidate.bssid ?? 'an unknown AP'))
  const order = listing(session.attempts.map(other => other.bssid ?? 'an unknown AP'))
  return violation({
    ...placeOf(tried),
    message: `The driver joined ${bssid}, which the host does not prefer, and left out ${names}, which it does (flags: ${listing(candidates.map(flagsOf))}; tried in this order: ${order}).`,
    expected: [`an attempt on ${names} first`],
  })
}

function isPreferred({flags}: Candidate): boolean {
  return ((flags ?? 0) & PREFERRED) !== 0
}

function flagsOf({bssid, flags}: Candidate): string {
  return `${bssid ?? 'an unknown AP'} ${flags == null ? 'none' : `0x${flags.toString(16)}`}`
}
