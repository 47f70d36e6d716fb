import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const roamStayedAfterFailures: Rule = {
  meta: {
    id: 'roam-stayed-after-failures',
    category: 'sequence',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'O',
    class: 'HEUR',
    statement: 'A roam that stays on its AP has no failed attempts to report.',
    why: 'The driver tried other APs while it was still associated and came back. The user kept the connection, but the candidates are worth a look.',
    harmless: 'The pages leave open whether attempts before leaving are reported; the connection is not affected.',
    next: 'Look at status and code of the failed results: they show why no candidate could be joined.',
    limits: [],
    numbers: null,
    source: 'netcx/oid-wdi-task-roam; netcx/oid-wdi-task-connect',
    needs: ['TASK_ROAM', 'ASSOCIATION_RESULT'],
    examples: {
      bad: [
        {
          title: 'one failed attempt, then the driver stays',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
  +82  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
        {
          title: 'inconclusive: the disassociation may have been lost',
          scenario: `
capture model=wificx loss=20..30

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
  +82  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'stayed without any attempt',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +82  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
        {
          title: 'failed after leaving: that is a failed roam',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
  +82  IND  ROAM_COMPLETE       1  101  status=failure
 +500  M1   TASK_SCAN           1  102  repeat=1
 +502  M3   TASK_SCAN           1  102  status=success
+1500  IND  SCAN_COMPLETE       1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check({task, attempts, disassociations}, trace) {
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    if (task.m4 === null) return notApplicable('the roam is not completed in the capture')
    if (task.aborts.length > 0) return notApplicable('the roam was aborted')
    if (attempts.some(({entry}) => entry.status === undefined))
      return notApplicable('the status of a result is not exported')
    const failed = attempts.filter(({succeeded}) => !succeeded)
    if (failed.length === 0 || failed.length < attempts.length || disassociations.length > 0) return PASS
    const tried = failed.map(
      ({bssid, entry}) =>
        `${bssid ?? 'an unknown BSSID'} (status ${entry.status}, code ${entry.code ?? 'not exported'})`,
    )
    return violation({
      atUs: task.m4.atUs,
      message: `The driver stayed on its AP after ${failed.length === 1 ? 'a failed attempt' : `${failed.length} failed attempts`}: ${tried.join(', ')}.`,
      evidence: [task.m4, ...new Set(failed.map(({event}) => event)), task.m1],
      undone: between(trace, task.m1, task.m4),
    })
  },
}
