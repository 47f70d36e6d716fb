import {ALL_STATIONS, type Mac} from '../../events/units.js'
import type {Candidate} from '../../wdi/facts.js'
import {judgeAttempts, placeOf, type Tried} from '../attempts.js'
import {contactsOf} from '../contacts.js'
import {hostCandidates} from '../host-candidates.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_BSS_SELECTION_RECENT_ASSOCIATION_ERROR. */
const RECENT_FAILURE = 0x2

export const recentFailureCandidateChosen: Rule = {
  meta: {
    id: 'recent-failure-candidate-chosen',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'V',
    class: 'HEUR',
    statement: 'The driver tries candidates that failed recently only after those that did not.',
    why: 'What failed a moment ago is likely to fail again, and costs the time of one more attempt.',
    harmless: 'When the AP in question is far stronger than the others.',
    next: 'Ask the driver team whether the selection flags of the host have a place in the ranking.',
    limits: [],
    numbers: null,
    source: 'dot11wificxtypes/WDI_BSS_SELECTION_FLAGS',
    needs: ['TASK_CONNECT, TASK_ROAM with selection flags of the candidates', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'the candidate with the mark comes first',
          scenario: `
capture override=1

   0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'after the other one has failed',
          scenario: `
capture override=1

   0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-C status=41)
+120  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+122  IND  CONNECT_COMPLETE     1  101  status=success
+160  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+164  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+360  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'all have the mark',
          scenario: `
capture override=1

   0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x2) (AP-C flags=0x2) auth=RSNA_PSK
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the other one is disallowed',
          scenario: `
capture override=1

   0  M1   TASK_CONNECT         1  101  entries=(AP-B flags=0x2) (AP-C flags=0x0) auth=RSNA_PSK disallowed=AP-C
  +1  M3   TASK_CONNECT         1  101  status=success
 +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE     1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
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
  const {attempt, task} = tried
  const candidates = hostCandidates(task, attempt.event, trace)
  if (candidates === undefined) return notApplicable('the candidates of the task are not exported')
  if (candidates.every(({flags}) => flags == null)) return notApplicable('no selection flags in the task')
  const chosen = candidates.find(({bssid}) => bssid === attempt.bssid)
  if (chosen?.flags === undefined) return notApplicable('the chosen entry has no flags, or is no candidate of the host')
  if (!isMarked(chosen)) return PASS
  const before = touchedBefore(tried, trace)
  const better = candidates.filter(
    other =>
      other.bssid &&
      other.flags !== undefined &&
      !isMarked(other) &&
      !before.has(other.bssid) &&
      mayBeUsed(other, tried),
  )
  if (better.length === 0) return PASS
  return violation({
    ...placeOf(tried),
    message: `${attempt.bssid} was chosen, which the host had marked as recently failed, while ${listing(better.map(({bssid}) => bssid ?? ''))} without that mark had not been tried.`,
    expected: [`an attempt with ${listing(better.map(({bssid}) => bssid ?? ''))} before it`],
  })
}

const isMarked = ({flags}: Candidate): boolean => ((flags ?? 0) & RECENT_FAILURE) !== 0

/** Access points with which the task had to do before the attempt; a list of results is in the order of the attempts. */
function touchedBefore({attempt, session}: Tried, trace: Trace): Set<Mac> {
  const results = session.attempts.filter(({number}) => number < attempt.number).map(({bssid}) => bssid)
  const earlier = session.events.filter(({seq}) => seq < attempt.event.seq)
  const contacts = earlier.flatMap(event => contactsOf(event, trace).map(({bssid}) => bssid))
  return new Set([...results.filter(bssid => bssid !== null), ...contacts])
}

function mayBeUsed({bssid}: Candidate, {given: {allowed, disallowed}}: Tried): boolean {
  if (!bssid || disallowed?.includes(bssid)) return false
  return allowed == null || allowed.length === 0 || allowed.includes(ALL_STATIONS) || allowed.includes(bssid)
}
