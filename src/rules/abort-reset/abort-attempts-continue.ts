import {ms} from '../../events/units.js'
import {type Contact, contactsOf} from '../contacts.js'
import {laterTask} from '../later-task.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {unseenSinceCommand} from '../since-command.js'
import {mayBeMlo} from '../task-mlo.js'
import {duration, PASS, violation} from '../verdict.js'

/** A candidate that was tried before may still be reported in this time after the abort. */
const GRACE = ms(50)

export const abortAttemptsContinue: Rule = {
  meta: {
    id: 'abort-attempts-continue',
    category: 'abort-reset',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'After an abort the driver ends the attempt that is running and begins no other.',
    why: 'The user has chosen another network, or the host wants the port for something else. A late success puts the port onto an AP that nobody asked for.',
    harmless:
      'A result for the attempt that was running is legal. Where nothing shows which one that was, the confidence is low.',
    next: 'Driver team: test the abort flag before each candidate, not only at the end of the list.',
    limits: ['L-LOSS'],
    numbers: '50 ms',
    source: 'netcx/oid-wdi-task-connect (abort paragraph)',
    needs: ['ABORT_TASK', 'ASSOCIATION_RESULT, FT_ASSOC_PARAMS_NEEDED, SAE_AUTH_PARAMS_NEEDED with BSSID'],
    examples: {
      bad: [
        {
          title: 'the next candidate is tried 100 ms after the abort',
          scenario: `
   0  M1   TASK_CONNECT          1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT          1  101  status=success
 +40  IND  ASSOCIATION_RESULT    1  -    (AP-B status=41)
 +50  M1   ABORT_TASK            1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK            1  102  status=success
+150  IND  ASSOCIATION_RESULT    1  -    (AP-C status=41)
+152  IND  CONNECT_COMPLETE      1  101  status=aborted
+200  M1   TASK_DOT11_RESET      1  103
+201  M3   TASK_DOT11_RESET      1  103  status=success
+210  IND  DOT11_RESET_COMPLETE  1  103  status=success
`,
        },
        {
          title: 'SAE with a new AP begins 5 ms after the abort',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B AP-C auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +20  M1   ABORT_TASK              1  103  target=TASK_CONNECT id=101 port=1
 +21  M3   ABORT_TASK              1  103  status=success
 +25  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=0
 +30  IND  CONNECT_COMPLETE        1  101  status=aborted
+200  M1   TASK_DOT11_RESET        1  104
+201  M3   TASK_DOT11_RESET        1  104  status=success
+210  IND  DOT11_RESET_COMPLETE    1  104  status=success
`,
        },
        {
          title: 'inconclusive: an event of the AP before the abort may have been lost',
          scenario: `
capture loss=10..30

   0  M1   TASK_CONNECT          1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT          1  101  status=success
 +40  IND  ASSOCIATION_RESULT    1  -    (AP-B status=41)
 +50  M1   ABORT_TASK            1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK            1  102  status=success
+150  IND  ASSOCIATION_RESULT    1  -    (AP-C status=41)
+152  IND  CONNECT_COMPLETE      1  101  status=aborted
+200  M1   TASK_DOT11_RESET      1  103
+201  M3   TASK_DOT11_RESET      1  103  status=success
+210  IND  DOT11_RESET_COMPLETE  1  103  status=success
`,
        },
      ],
      good: [
        {
          title: 'the result of the attempt that was running',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +20  M1   ABORT_TASK              1  103  target=TASK_CONNECT id=101 port=1
 +21  M3   ABORT_TASK              1  103  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=5)
 +91  IND  CONNECT_COMPLETE        1  101  status=aborted
+200  M1   TASK_DOT11_RESET        1  104
+201  M3   TASK_DOT11_RESET        1  104  status=success
+210  IND  DOT11_RESET_COMPLETE    1  104  status=success
`,
        },
        {
          title: 'a first result exactly 50 ms after the abort',
          scenario: `
   0  M1   TASK_CONNECT          1  101  entries=AP-B AP-C auth=RSNA_PSK
  +1  M3   TASK_CONNECT          1  101  status=success
 +50  M1   ABORT_TASK            1  102  target=TASK_CONNECT id=101 port=1
 +51  M3   ABORT_TASK            1  102  status=success
+100  IND  ASSOCIATION_RESULT    1  -    (AP-B status=5)
+100  IND  CONNECT_COMPLETE      1  101  status=aborted
+200  M1   TASK_DOT11_RESET      1  103
+201  M3   TASK_DOT11_RESET      1  103  status=success
+210  IND  DOT11_RESET_COMPLETE  1  103  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check({task, events, adapter}, trace) {
    const abort = task?.aborts[0]?.m1
    if (task === null || !abort) return undefined
    const contacts = events.flatMap(event => contactsOf(event, trace))
    const before = contacts.filter(({event}) => event.seq < abort.seq)
    const mlo = mayBeMlo(task, trace)
    const isNew = ({bssid}: Contact) => before.every(other => trace.same(adapter, other.bssid, bssid, mlo) === false)
    const later = contacts.filter(
      ({event, opens}) => event.seq > abort.seq && (opens || event.atUs > abort.atUs + GRACE),
    )
    const offending = later.filter(isNew)
    const [first] = offending
    if (first === undefined) return PASS
    const others = [...new Set(offending.map(({bssid}) => bssid))].filter(bssid => bssid !== first.bssid)
    const also = others.length === 0 ? '' : `; then for ${listing(others)}`
    const running = before.some(
      ({bssid, result}) => !result && !before.some(other => other.result && other.bssid === bssid),
    )
    return violation({
      atUs: first.event.atUs,
      message: `${duration(first.event.atUs - abort.atUs)} after the abort ${first.event.message.name} comes for ${first.bssid}, with which the task had nothing to do before${also}.`,
      evidence: [abort, ...new Set(offending.map(({event}) => event))],
      expected: [`${task.message.counterpart ?? 'the completion'} without further candidates`],
      undone: [...unseenSinceCommand(task, abort, trace), ...laterTask(task, abort, first.event, trace)],
      ...(first.result && !running ? {confidence: 'low' as const} : {}),
    })
  },
}
