import type {TraceEvent} from '../../events/event.js'
import {isFailure} from '../../sessions/task.js'
import {between} from '../doubt.js'
import type {Observation, Rule} from '../rule.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const resetStateLeak: Rule = {
  meta: {
    id: 'reset-state-leak',
    category: 'abort-reset',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement:
      'After a dot11 reset the port is as new: it has nothing to report about a connection until the next connect or start of an AP.',
    why: 'Something of the old connection has survived the reset: a timer, a link monitor, an association in the firmware. It may hit the next connection.',
    harmless: 'An indication that crossed the completion; the first 5 ms are therefore left out.',
    next: 'Driver team: stop the source of the indication when the port is reset, and see what else of the old connection is kept.',
    limits: ['L-LOSS'],
    numbers: '5 ms, heuristic',
    source: 'netcx/oid-wdi-task-dot11-reset',
    needs: ['DOT11_RESET_COMPLETE', 'indications of the port'],
    examples: {
      bad: [
        {
          title: 'the link monitor goes on',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
 -100  M1   TASK_DISCONNECT       1  101  AP-A reason=3
  -99  M3   TASK_DISCONNECT       1  101  status=success
  -90  IND  DISASSOCIATION        1  -    AP-A status=7
  -80  IND  DISCONNECT_COMPLETE   1  101  status=success
    0  M1   TASK_DOT11_RESET      1  102
   +1  M3   TASK_DOT11_RESET      1  102  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  102  status=success
+2000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=30
`,
        },
        {
          title: 'inconclusive: a connect may have been lost',
          scenario: `
capture loss=500..600

-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
 -100  M1   TASK_DISCONNECT       1  101  AP-A reason=3
  -99  M3   TASK_DISCONNECT       1  101  status=success
  -90  IND  DISASSOCIATION        1  -    AP-A status=7
  -80  IND  DISCONNECT_COMPLETE   1  101  status=success
    0  M1   TASK_DOT11_RESET      1  102
   +1  M3   TASK_DOT11_RESET      1  102  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  102  status=success
+2000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=30
`,
        },
      ],
      good: [
        {
          title: 'another port reports',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE     2  -    AP-B quality=60
 -100  M1   TASK_DISCONNECT       1  101  AP-A reason=3
  -99  M3   TASK_DISCONNECT       1  101  status=success
  -90  IND  DISASSOCIATION        1  -    AP-A status=7
  -80  IND  DISCONNECT_COMPLETE   1  101  status=success
    0  M1   TASK_DOT11_RESET      1  102
   +1  M3   TASK_DOT11_RESET      1  102  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  102  status=success
+2000  IND  LINK_STATE_CHANGE     2  -    AP-B quality=30
`,
        },
        {
          title: 'a connect began in the meantime',
          scenario: `
 -10  M1   TASK_DOT11_RESET      1  102
  -9  M3   TASK_DOT11_RESET      1  102  status=success
  -2  IND  DOT11_RESET_COMPLETE  1  102  status=success
   0  M1   TASK_CONNECT          1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT          1  101  status=success
 +60  IND  ASSOCIATION_RESULT    1  -    (AP-B status=0 auth=RSNA_PSK)
 +62  IND  CONNECT_COMPLETE      1  101  status=success
+100  M1   SET_ADD_CIPHER_KEYS   1  103  (pairwise peer=AP-B) (group)
+104  M3   SET_ADD_CIPHER_KEYS   1  103  status=success
+300  IND  LINK_STATE_CHANGE     1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_DOT11_RESET'],
  check({m4}, trace) {
    if (m4 === null) return notApplicable('the reset is not completed in the capture')
    if (isFailure(m4.status)) return notApplicable('the reset failed')
    const lagUs = Math.max(trace.capture.granularityUs, trace.settings.resetLagUs)
    const leaks: Observation[] = []
    for (let event = step(m4, trace); event !== null && isLeak(event); event = step(event, trace)) {
      if (event.atUs - m4.atUs > lagUs) leaks.push(leak(event, m4, trace))
    }
    return leaks.length === 0 ? PASS : leaks
  },
}

const isLeak = named(
  ['DISASSOCIATION', 'LINK_STATE_CHANGE', 'ROAMING_NEEDED', 'FT_ASSOC_PARAMS_NEEDED', 'SAE_AUTH_PARAMS_NEEDED'],
  'IND',
)
const usesPort = named(['TASK_CONNECT', 'TASK_ROAM', 'TASK_START_AP', 'TASK_DOT11_RESET'], 'M1')
const associates = named('ASSOCIATION_RESULT')

/** Next leak, or the event that ends the time in which there may be none. */
function step(after: TraceEvent, trace: Trace): TraceEvent | null {
  return trace.next(after, event => isLeak(event) || usesPort(event) || associates(event))
}

function leak(event: TraceEvent, m4: TraceEvent, trace: Trace): Observation {
  return violation({
    atUs: event.atUs,
    message: `${event.message.name} ${duration(event.atUs - m4.atUs)} after the reset of the port, without a connect or start of an AP in between.`,
    evidence: [event, m4],
    about: [event],
    expected: ['TASK_CONNECT or TASK_START_AP before it'],
    undone: between(trace, m4, event),
  })
}
