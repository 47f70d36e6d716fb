import {enclosingTask} from '../enclosing-task.js'
import {laterTask} from '../later-task.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftOutsideRoamTask: Rule = {
  meta: {
    id: 'ft-outside-roam-task',
    category: 'ft',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'A driver asks for fast-transition parameters only while a roam of the port is open.',
    why: 'Outside a roam the host has no candidate with FT parameters to compute the answer from; the request goes unanswered and the attempt is lost.',
    harmless:
      'When the command lies before the capture or in a gap. Inside a connect with the roam flag (a reconnect) the wording of the page decides, not its spirit.',
    next: 'Ask the driver team whether a roam of its own or a late retry raised the indication.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-ft-assoc-params-needed (seed 001)',
    needs: ['FT_ASSOC_PARAMS_NEEDED', 'TASK_ROAM commands (M1)'],
    examples: {
      bad: [
        {
          title: 'after the roam was completed',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
    0  M1   TASK_ROAM               1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +2  M3   TASK_ROAM               1  101  status=success
  +30  IND  ROAM_COMPLETE           1  101  status=success
  +40  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
`,
        },
        {
          title: 'inside a connect',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT                        1  101  entries=AP-B auth=RSNA RoamFlag=1
   +1  M3   TASK_CONNECT                        1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA)
  +45  IND  CONNECT_COMPLETE                    1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the command may lie before the capture',
          scenario: `
capture model=wificx from=0

   12  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
`,
        },
      ],
      good: [
        {
          title: 'inside a roam',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-B status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-B) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-B quality=70
`,
        },
        {
          title: 'commands are not exported',
          scenario: `
capture model=wificx families=M3,IND

 +40  IND  FT_ASSOC_PARAMS_NEEDED  1  -    AP-B request{} response{}
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['FT_ASSOC_PARAMS_NEEDED'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (adapter === null) return undefined
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const {task, doubt} = enclosingTask(event, trace)
    if (task?.message.name === 'TASK_ROAM') return PASS
    const bssid = trace.reader.ftIndication(event).bssid ?? 'an unknown BSSID'
    const where = task === null ? 'while no roam is open on the port' : `inside ${task.message.name}, which is no roam`
    const reconnect = task?.m1 ? trace.reader.connectTask(task.m1).settings?.roamFlag === 1 : false
    return violation({
      atUs: event.atUs,
      message: `FT_ASSOC_PARAMS_NEEDED for ${bssid} ${where}.`,
      evidence: task?.m1 ? [event, task.m1] : [event],
      expected: ['M1 of TASK_ROAM before it'],
      undone: task?.m1 ? [...doubt, ...laterTask(task, task.m1, event, trace)] : doubt,
      ...(reconnect ? {confidence: 'low'} : {}),
    })
  },
}
