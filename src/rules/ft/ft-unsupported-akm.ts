import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_AUTH_ALGORITHM values with 802.1X: WPA, RSNA, WPA3-Enterprise 192, WPA3-Enterprise. */
const WITH_8021X: ReadonlySet<number> = new Set([3, 6, 8, 11])

export const ftUnsupportedAkm: Rule = {
  meta: {
    id: 'ft-unsupported-akm',
    category: 'ft',
    tier: 2,
    severity: 'warning',
    blame: ['driver', 'host'],
    basis: 'V',
    class: 'DESC',
    statement: 'Fast transition is used with 802.1X authentication only.',
    why: 'The documented interface has no FT for pre-shared keys or SAE. The host will not answer, or answers with keys that the driver does not expect.',
    harmless: 'A later Windows release may lift the restriction: compare the OS build with the current page.',
    next: 'FT parameters in the task: ask Microsoft, with the OS build. Only the indication: ask the driver team to check the authentication algorithm first.',
    limits: [],
    numbers: null,
    source:
      'netcx/ndis-status-wdi-indication-ft-assoc-params-needed (seed 001); network/fast-roaming-with-802-11k--802-11v--and-802-11r',
    needs: ['authentication list of the task', 'FT parameters of the entries or FT_ASSOC_PARAMS_NEEDED'],
    examples: {
      bad: [
        {
          title: 'the driver does FT with a pre-shared key',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{} response{}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=failure
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
 +900  IND  ROAM_COMPLETE                       1  101  status=failure
`,
        },
        {
          title: 'the host gives FT parameters with SAE',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=WPA3_SAE RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM          1  101  status=success
 +900  IND  ROAM_COMPLETE      1  101  status=success
`,
        },
      ],
      good: [
        {
          title: '802.1X is among the algorithms',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  M1   TASK_ROAM          1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA_PSK,RSNA RoamFlag=1 RoamNeededReason=15
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
    const {auth, candidates} = trace.reader.connectTask(m1)
    const indication = events.find(({message}) => message.name === 'FT_ASSOC_PARAMS_NEEDED')
    const offered = candidates?.some(({ft}) => ft) ?? false
    if (!offered && indication === undefined) return notApplicable('the task has nothing to do with FT')
    if (!auth || auth.length === 0) return notApplicable('the authentication list of the task is not exported')
    if (auth.some(algorithm => WITH_8021X.has(algorithm))) return PASS
    const list = `the authentication list of the task (${auth.join(', ')}) has no 802.1X algorithm`
    if (offered || indication === undefined) {
      return violation({
        atUs: m1.atUs,
        message: `The host gives FT parameters, but ${list}.`,
        evidence: [m1],
        expected: ['algorithm 3, 6, 8 or 11 in the list, or no FT parameters'],
        blame: 'host',
      })
    }
    return violation({
      atUs: indication.atUs,
      message: `The driver asks for FT parameters, but ${list}.`,
      evidence: [indication, m1],
      expected: ['an association without FT'],
      blame: 'driver',
    })
  },
}
