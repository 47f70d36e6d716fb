import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const fipsWithMfp: Rule = {
  meta: {
    id: 'fips-with-mfp',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'host',
    basis: 'V',
    class: 'MUST',
    statement: 'A task enables host FIPS mode or protected management frames, never both.',
    why: 'In host FIPS mode the host encrypts itself and the driver has no keys to protect management frames with; the driver cannot obey both.',
    harmless: 'A driver that ignores the FIPS flag may connect all the same.',
    next: 'This comes from Windows or from the service that made the profile: report the profile and the OS build, not the driver.',
    limits: [],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect',
    needs: ['connection settings of the task'],
    examples: {
      bad: [
        {
          title: 'both flags set',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK HostFIPSModeEnabled=1 MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'FIPS mode alone',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK HostFIPSModeEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a FIPS connection, which is another flag, with protected management frames',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK FIPSConnection=1 MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['TASK_CONNECT', 'TASK_ROAM'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const {hostFipsModeEnabled, mfpEnabled} = trace.reader.connectTask(event).settings ?? {}
    if (hostFipsModeEnabled == null || mfpEnabled == null)
      return notApplicable('the connection settings are not exported')
    if (hostFipsModeEnabled === 0 || mfpEnabled === 0) return PASS
    return violation({
      atUs: event.atUs,
      message: `${event.message.name} enables host FIPS mode (HostFIPSModeEnabled ${hostFipsModeEnabled}) and protected management frames (MFPEnabled ${mfpEnabled}) at once.`,
      evidence: [event],
      expected: ['one of the two flags at 0'],
    })
  },
}
