import type {Outcome} from '../../sessions/session.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const CRITICAL = 1
/** The AP ended the connection: deauthentication or disassociation. */
const BY_PEER: ReadonlySet<number> = new Set([13, 14])
/** Outcomes of roams in which the driver did try to leave. */
const LEFT: ReadonlySet<Outcome | null> = new Set(['success', 'failed', 'aborted-after-disassoc'])

export const criticalBtmNotFollowed: Rule = {
  meta: {
    id: 'critical-btm-not-followed',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'O',
    class: 'HEUR',
    statement: 'When the AP announces that it will soon end the connection, the driver takes one of the candidates.',
    why: 'The AP keeps its word: the connection ends anyway, and then without a prepared successor.',
    harmless: 'Legal. Some APs announce the end and never carry it out.',
    next: 'See whether a DISASSOCIATION with status 13 or 14 follows; the finding shows it. Then ask the driver team why none of the candidates was good enough.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_ROAM_TRIGGER',
    needs: ['TASK_ROAM with RoamTrigger', 'ROAM_COMPLETE'],
    examples: {
      bad: [
        {
          title: 'the driver stays, and 4 s later the AP throws it out',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B flags=0x4) auth=RSNA_PSK RoamFlag=1 RoamTrigger=1 BSSTransitionSupported=1
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
+5000  IND  DISASSOCIATION     1  -    AP-A status=14 disassoc-frame(reason 12)
`,
        },
      ],
      good: [
        {
          title: 'the driver goes',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=(AP-B flags=0x4) auth=RSNA_PSK RoamFlag=1 RoamTrigger=1 BSSTransitionSupported=1
   +1  M3   TASK_ROAM            1  101  status=success
  +12  IND  DISASSOCIATION       1  -    AP-A status=10
  +70  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +71  IND  ROAM_COMPLETE        1  101  status=success
 +110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +310  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the roam may have been lost',
          scenario: `
capture loss=100..200

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B flags=0x4) auth=RSNA_PSK RoamFlag=1 RoamTrigger=1 BSSTransitionSupported=1
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'any other roam may end where it began',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check({task, outcome, tail, oldPeer}, trace) {
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const trigger = trace.reader.connectTask(task.m1).settings?.roamTrigger
    if (trigger == null) return notApplicable('RoamTrigger of the task is not exported')
    if (trigger !== CRITICAL) return notApplicable('no critical transition')
    if (LEFT.has(outcome)) return PASS
    if (outcome !== 'stayed' || task.m4 === null) return notApplicable('the roam did not come to its end')
    const {m1, m4} = task
    const thrownOut = tail.find(event => {
      const isEnd = event.message.name === 'DISASSOCIATION'
      return isEnd && BY_PEER.has(trace.reader.disassociation(event).status ?? 0)
    })
    const after =
      thrownOut === undefined ? '' : `; the AP ended the connection ${duration(thrownOut.atUs - m4.atUs)} later`
    return violation({
      atUs: m4.atUs,
      message: `The driver stayed on ${oldPeer ?? 'its AP'}, which had announced the end of the connection${after}.`,
      evidence: [m1, m4, ...(thrownOut === undefined ? [] : [thrownOut])],
      expected: ['ASSOCIATION_RESULT with status 0 for another AP'],
      undone: between(trace, m1, m4),
    })
  },
}
