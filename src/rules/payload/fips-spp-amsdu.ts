import {judgeRequests, placeOf} from '../attempts.js'
import {RSN, rsnBit} from '../capability-bits.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const fipsSppAmsdu: Rule = {
  meta: {
    id: 'fips-spp-amsdu',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'In host FIPS mode the request does not offer SPP A-MSDU: bit 10 of the RSN capabilities is 0.',
    why: 'The host encrypts each frame itself; an aggregate whose header is protected by the radio cannot be built or checked there, and the data path breaks.',
    harmless: 'While the AP does not set its own bit, nothing is aggregated that way.',
    next: 'Ask the driver team to clear the bit when HostFIPSModeEnabled is 1.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/oid-wdi-task-connect (FIPS rules)',
    needs: ['HostFIPSModeEnabled of the task', 'association request frame with RSN element'],
    examples: {
      bad: [
        {
          title: 'offered in FIPS mode',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA HostFIPSModeEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{spp-amsdu=1})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'not offered in FIPS mode',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA HostFIPSModeEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{spp-amsdu=0})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'offered outside FIPS mode',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{spp-amsdu=1})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, request) => {
      const fips = tried.given.settings?.hostFipsModeEnabled
      if (fips == null) return notApplicable('HostFIPSModeEnabled of the task is not exported')
      if (fips === 0) return notApplicable('the task is not in host FIPS mode')
      const offered = rsnBit(request, RSN.sppAmsduCapable)
      if (offered === undefined) return notApplicable('the RSN element of the request cannot be read')
      if (offered === null) return notApplicable('the request has no RSN element')
      if (!offered) return PASS
      return violation({
        ...placeOf(tried),
        message: `The task is in host FIPS mode, but the request to ${tried.attempt.bssid ?? 'the AP'} offers SPP A-MSDU (RSN capabilities 0x${(request.rsn?.capabilities ?? 0).toString(16).padStart(4, '0')}, bit 10).`,
        expected: ['bit 10 of the RSN capabilities at 0'],
      })
    })
  },
}
