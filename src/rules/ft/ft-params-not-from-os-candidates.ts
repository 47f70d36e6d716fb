import type {Candidate, FtParameters} from '../../wdi/facts.js'
import type {AuthenticationFrame} from '../../wdi/frames.js'
import {hostCandidates} from '../host-candidates.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftParamsNotFromOsCandidates: Rule = {
  meta: {
    id: 'ft-params-not-from-os-candidates',
    category: 'ft',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'A driver may pick an AP of its own for FT, but mobility domain, PMKR0Name, SNonce and R0KH-ID of its first FT message come from one candidate of the host.',
    why: 'The host derives the keys from the values it gave for that candidate. With other values, or a mixture of two candidates, the keys do not fit and the AP refuses the reassociation.',
    harmless:
      'Never with decoded frames. The message may or may not start with the six fixed bytes of an authentication frame; both are read.',
    next: 'Ask the driver team how the FT element is assembled when several candidates are listed; the SNonce of the wrong entry is the usual finding.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-ft-assoc-params-needed (seed 001); netcx/wdi-tlv-ft-reassoc-parameters',
    needs: ['FT_ASSOC_PARAMS_NEEDED with its request', 'FT parameters of the task entries'],
    examples: {
      bad: [
        {
          title: 'the SNonce of one candidate with the R0KH-ID of the other',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) (AP-C ft{mde=MD1 pmkr0=R0N snonce=S2 r0kh=r0kh2}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh2}
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
      ],
      good: [
        {
          title: "an AP of the driver's own with the parameters of a listed candidate",
          scenario: `
capture model=wificx override=1

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-D request{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1} response{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}
  +18  M1   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success rsnie mde fte
  +19  M3   SET_FAST_BSS_TRANSITION_PARAMETERS  1  102  status=success
  +25  IND  DISASSOCIATION                      1  -    AP-A status=10
  +44  IND  ASSOCIATION_RESULT                  1  -    (AP-D status=0 auth=RSNA reassociation=1 request{fte})
  +45  IND  ROAM_COMPLETE                       1  101  status=success
  +50  M1   SET_ADD_CIPHER_KEYS                 1  103  (pairwise peer=AP-D) (group)
  +54  M3   SET_ADD_CIPHER_KEYS                 1  103  status=success
 +200  IND  LINK_STATE_CHANGE                   1  -    AP-D quality=70
`,
        },
        {
          title: 'no entry carries FT parameters: nothing to compare with',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE                   1  -    AP-A quality=60
    0  M1   TASK_ROAM                           1  101  entries=AP-B auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM                           1  101  status=success
  +12  IND  FT_ASSOC_PARAMS_NEEDED              1  -    AP-B request{mde=MD1 pmkr0=R0N snonce=S9 r0kh=r0kh9} response{}
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
      ],
    },
  },
  subject: 'event',
  names: ['FT_ASSOC_PARAMS_NEEDED'],
  check(event, trace) {
    const task = trace.taskOf(event)
    if (task?.m1 == null) return notApplicable('no task with its command around the indication')
    const {request, bssid} = trace.reader.ftIndication(event)
    if (!request) return notApplicable('the FT authentication request is not exported')
    const candidates = hostCandidates(task, event, trace)
    if (candidates === undefined) return notApplicable('the entries of the task are not exported')
    const offered = candidates.filter(({ft}) => ft)
    if (offered.length === 0) return notApplicable('no entry of the task shows FT parameters')
    const verdicts = offered.map(({ft}) => agreement(request, ft as FtParameters))
    if (verdicts.includes(true)) return PASS
    if (verdicts.includes(undefined)) return notApplicable('a field of the FT parameters is not exported')
    return violation({
      atUs: event.atUs,
      message: `The FT request for ${bssid ?? 'an unknown BSSID'} (mobility domain ${shown(request.mobilityDomain)}, SNonce ${shown(request.ft?.snonce)}, R0KH-ID ${shown(request.ft?.r0khId)}) agrees with none of the host's candidates: ${offered.map(candidate => differences(request, candidate)).join('; ')}.`,
      evidence: [event, task.m1],
      expected: ['mobility domain, PMKR0Name, SNonce and R0KH-ID of one and the same candidate'],
    })
  },
}

type Field = readonly [name: string, asked: string | null | undefined, offered: string | null | undefined]

/** The PMKR0Name is the one PMKID of the RSN element. */
function fieldsOf({mobilityDomain, rsn, ft}: AuthenticationFrame, offered: FtParameters): Field[] {
  const inElement = <T>(element: unknown, value: T) => (element === undefined ? undefined : value)
  const {pmkR0Name} = offered
  const named = rsn?.pmkids.find(pmkid => pmkid === pmkR0Name) ?? rsn?.pmkids[0] ?? null
  return [
    ['mobility domain', mobilityDomain, offered.mobilityDomain],
    ['PMKR0Name', inElement(rsn, named), pmkR0Name],
    ['SNonce', inElement(ft, ft?.snonce ?? null), offered.snonce],
    ['R0KH-ID', inElement(ft, ft?.r0khId ?? null), offered.r0khId],
  ]
}

/** Whether all four fields agree; undefined: none differs for sure, but one is not exported. */
function agreement(request: AuthenticationFrame, offered: FtParameters): boolean | undefined {
  const fields = fieldsOf(request, offered)
  const known = fields.filter(([, asked, given]) => asked !== undefined && given !== undefined)
  if (known.some(([, asked, given]) => asked !== given)) return false
  return known.length === fields.length ? true : undefined
}

function differences(request: AuthenticationFrame, {bssid, ft}: Candidate): string {
  const different = fieldsOf(request, ft as FtParameters).filter(([, asked, given]) => asked !== given)
  return `${different.map(([name]) => name).join(' and ')} differ${different.length === 1 ? 's' : ''} from ${bssid ?? 'an entry without BSSID'}`
}

function shown(value: string | null | undefined): string {
  if (value == null) return 'absent'
  return value.length > 16 ? `${value.slice(0, 16)}…` : value
}
