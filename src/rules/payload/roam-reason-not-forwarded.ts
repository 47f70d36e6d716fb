import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** What may give the host a reason of its own: its scan, or a transition request of the AP. */
const OWN_REASONS = ['TASK_SCAN', 'ACTION_FRAME_RECEIVED']

export const roamReasonNotForwarded: Rule = {
  meta: {
    id: 'roam-reason-not-forwarded',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: "The roam that answers a driver's trigger repeats the reason of that trigger.",
    why: 'By the reason the driver tells how urgent the roam is and which AP it must leave; statistics of roam reasons are wrong without it.',
    harmless:
      'The host may have decided to roam for a reason of its own in the same seconds, after a scan or a request of the AP.',
    next: 'Look at what lies between trigger and task. Without a scan in between report it to Windows with the OS build.',
    limits: [],
    numbers: '10 s, heuristic',
    source: 'netcx/wdi-tlv-roaming-needed-parameters; netcx/wdi-tlv-connection-settings',
    needs: ['ROAMING_NEEDED with its reason', 'RoamNeededReason of TASK_ROAM'],
    examples: {
      bad: [
        {
          title: 'the driver says 15, the task 10',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=40
 -100  IND  ROAMING_NEEDED     1  -    reason=15
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'only the latest of two triggers counts',
          scenario: `
capture model=wificx

-9000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=40
-8000  IND  ROAMING_NEEDED     1  -    reason=10
 -100  IND  ROAMING_NEEDED     1  -    reason=15
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the reason is passed on',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=40
 -100  IND  ROAMING_NEEDED     1  -    reason=15
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'the trigger was more than 10 s ago',
          scenario: `
capture model=wificx from=-20000

-15000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=40
-10001  IND  ROAMING_NEEDED     1  -    reason=15
     0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
    +1  M3   TASK_ROAM          1  101  status=success
  +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'an earlier roam has answered the trigger',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=40
 -100  IND  ROAMING_NEEDED     1  -    reason=15
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
+2000  M1   TASK_ROAM          1  102  entries=AP-C auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+2001  M3   TASK_ROAM          1  102  status=success
+2900  IND  ROAM_COMPLETE      1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const m1 = session.task?.m1
    if (!m1) return notApplicable('the command (M1) is not in the capture')
    const {roamReasonUs} = trace.settings
    const latest = trace.previous(m1, named('ROAMING_NEEDED'), m1.atUs - roamReasonUs)
    if (latest === null) return notApplicable(`no trigger in the ${duration(roamReasonUs)} before the roam`)
    if (trace.next(latest, named('TASK_ROAM', 'M1')) !== m1)
      return notApplicable('an earlier roam has answered the trigger')
    const {reason} = trace.reader.roamingNeeded(latest)
    const forwarded = trace.reader.connectTask(m1).settings?.roamNeededReason
    if (reason == null || forwarded == null) return notApplicable('the reason of trigger or task is not exported')
    if (reason === forwarded) return PASS
    const other = trace.previous(m1, named(OWN_REASONS), latest.atUs)
    const between = other !== null && other.seq > latest.seq
    return violation({
      atUs: m1.atUs,
      message: `The driver asked for a roam with reason ${reason}, but TASK_ROAM ${duration(m1.atUs - latest.atUs)} later has reason ${forwarded}${between ? `, with ${other.message.name} in between` : ''}.`,
      evidence: [m1, latest],
      expected: [`RoamNeededReason ${reason}`],
      ...(between ? {confidence: 'low' as const} : {}),
    })
  },
}
