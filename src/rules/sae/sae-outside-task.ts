import {enclosingTask} from '../enclosing-task.js'
import type {Rule} from '../rule.js'
import {askedWords} from '../sae-words.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const saeOutsideTask: Rule = {
  meta: {
    id: 'sae-outside-task',
    category: 'sae',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'A station asks for SAE parameters only while a connect or roam of its port is open.',
    why: 'The host has no connection attempt to which the request belongs and will not answer it, or answers with the state of an older attempt. The driver then waits in vain.',
    harmless:
      'When the command lies before the capture. SoftAP ports use the same indication for their clients and are not judged.',
    next: 'Ask the driver team what started the authentication: a retry after the task was completed, or a roam that the firmware makes on its own.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: null,
    source: 'netcx/wificx-wpa3-sae-authentication § Connection initiation',
    needs: ['SAE_AUTH_PARAMS_NEEDED', 'TASK_CONNECT and TASK_ROAM commands (M1)'],
    examples: {
      bad: [
        {
          title: 'the driver authenticates once more after the connect is completed',
          scenario: `
    0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
   +1  M3   TASK_CONNECT            1  101  status=success
  +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
  +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
  +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
  +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
  +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
  +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
  +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
  +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
  +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
  +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
  +92  IND  CONNECT_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
 +320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
+5000  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=0
`,
        },
        {
          title: 'inconclusive: 20 s into the capture the command may lie before it',
          scenario: `
capture from=0

20000  IND  SAE_AUTH_PARAMS_NEEDED  1  -  AP-B type=0
`,
        },
      ],
      good: [
        {
          title: 'before the start response: the task is open from its command on',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +60  M3   TASK_CONNECT            1  101  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
        {
          title: 'a client joins the SoftAP of port 2',
          scenario: `
capture ap=2

+5000  IND  SAE_AUTH_PARAMS_NEEDED  2  -  AP-C type=0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SAE_AUTH_PARAMS_NEEDED'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (adapter === null || !trace.isStation(adapter, event.port)) return undefined
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const {task, doubt} = enclosingTask(event, trace)
    if (task !== null) return PASS
    const ends = ['CONNECT_COMPLETE', 'ROAM_COMPLETE']
    const last = trace.previous(event, ({step, message}) => step === 'IND' && ends.includes(message.name))
    const {bssid, type} = trace.reader.saeIndication(event)
    const since = last === null ? '' : `; the last one ended ${duration(event.atUs - last.atUs)} earlier`
    return violation({
      atUs: event.atUs,
      message: `SAE_AUTH_PARAMS_NEEDED, ${askedWords(type)}, for ${bssid ?? 'an unknown BSSID'} while no connect or roam is open on the port${since}.`,
      evidence: [event],
      expected: ['M1 of TASK_CONNECT or TASK_ROAM before it, and its completion after it'],
      undone: doubt,
    })
  },
}
