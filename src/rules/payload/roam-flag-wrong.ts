import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const roamFlagWrong: Rule = {
  meta: {
    id: 'roam-flag-wrong',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'A roam task has the roam flag of the connection settings set.',
    why: 'Drivers tell by this flag whether there is an association to leave and keys to keep; with 0 they may take the slow path of a first connection.',
    harmless: 'A driver that goes by the name of the task does not notice.',
    next: 'This comes from Windows: report the OS build. For the driver team: do not rely on the flag alone.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-connection-settings',
    needs: ['connection settings of TASK_ROAM'],
    examples: {
      bad: [
        {
          title: 'a roam with flag 0',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=40
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=0 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
 +900  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a roam with flag 1',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=40
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM           1  101  status=success
 +900  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
        {
          title: 'a connect may have either value',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK RoamFlag=0
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the settings are not exported',
          scenario: `
capture model=wificx tlvs=0

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=40
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_ROAM           1  101  status=success
 +900  IND  ROAM_COMPLETE       1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['TASK_ROAM'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const flag = trace.reader.connectTask(event).settings?.roamFlag
    if (flag == null) return notApplicable('the connection settings are not exported')
    if (flag !== 0) return PASS
    return violation({
      atUs: event.atUs,
      message: 'TASK_ROAM has the roam flag 0, which means a first connection.',
      evidence: [event],
      expected: ['roam flag 1'],
    })
  },
}
