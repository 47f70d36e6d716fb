import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftInFipsMode: Rule = {
  meta: {
    id: 'ft-in-fips-mode',
    category: 'ft',
    tier: 2,
    severity: 'error',
    blame: ['driver', 'host'],
    basis: 'V',
    class: 'DESC',
    statement:
      'In FIPS mode there is no fast transition: no candidate carries FT parameters and the driver asks for none.',
    why: 'The key hierarchy of FT is outside the validated boundary. Where certification counts, the connection is not compliant.',
    harmless: 'In a laboratory where FIPS mode was switched on by accident.',
    next: 'FT parameters in the task: report to Microsoft. Only the indication: ask the driver team to honour the two FIPS flags.',
    limits: [],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-ft-assoc-params-needed (seed 001)',
    needs: ['connection settings of the task', 'FT parameters of the entries', 'FT_ASSOC_PARAMS_NEEDED'],
    examples: {
      bad: [
        {
          title: 'the driver does FT although the task says FIPS',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15 FIPSConnection=1
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the host gives FT parameters in host FIPS mode',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15 HostFIPSModeEnabled=1
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'FIPS mode without FT',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15 HostFIPSModeEnabled=1
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
        {
          title: 'FT without FIPS mode',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_ROAM', 'TASK_CONNECT'],
  check({m1, events}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const {settings, candidates} = trace.reader.connectTask(m1)
    if (!settings) return notApplicable('the connection settings are not exported')
    const {hostFipsModeEnabled, fipsConnection} = settings
    if (hostFipsModeEnabled !== 1 && fipsConnection !== 1) return notApplicable('the task is not in FIPS mode')
    const flag = hostFipsModeEnabled === 1 ? 'HostFIPSModeEnabled' : 'FIPSConnection'
    const found: Judgement[] = []
    const offered = candidates?.filter(({ft}) => ft) ?? []
    if (offered.length > 0) {
      found.push(
        violation({
          atUs: m1.atUs,
          message: `The task has ${flag} = 1, but carries FT parameters for ${listing(offered.map(({bssid}) => bssid ?? 'an unknown BSSID'))}.`,
          evidence: [m1],
          expected: ['candidates without FT parameters'],
          blame: 'host',
        }),
      )
    }
    for (const event of events) {
      if (event.message.name !== 'FT_ASSOC_PARAMS_NEEDED') continue
      found.push(
        violation({
          atUs: event.atUs,
          message: `The driver asks for FT parameters of ${trace.reader.ftIndication(event).bssid ?? 'an unknown BSSID'} in a task with ${flag} = 1.`,
          evidence: [event, m1],
          expected: ['an association without FT'],
          blame: 'driver',
        }),
      )
    }
    return found.length === 0 ? PASS : found
  },
}
