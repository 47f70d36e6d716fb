import {judgeAttempts, placeOf} from '../attempts.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_PHY_TYPE_ANY. */
const ANY = 0

export const phyNotAllowed: Rule = {
  meta: {
    id: 'phy-not-allowed',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'Where a task lists PHY types, an association uses only those.',
    why: 'The list carries decisions of the user or the administrator (no 802.11b, no Wi-Fi 6 with this router); ignoring it brings back the trouble that it was meant to avoid.',
    harmless:
      'Only the report may be wrong: some drivers list every PHY that the radio knows instead of the ones in use.',
    next: 'Compare the rates and capabilities in the association request with the list, then ask the driver team which of the two is wrong.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters (PHY list)',
    needs: ['PHY list of the task', 'PHY list of the result'],
    examples: {
      bad: [
        {
          title: 'HE although the task allows HT and VHT',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK phy=HT,VHT
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 phy=VHT,HE)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'one of the list',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK phy=HT,VHT
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 phy=VHT)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the task has no list',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 phy=EHT)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => {
      const {phys: allowed} = tried.given
      const {bssid, entry} = tried.attempt
      if (allowed === undefined) return notApplicable('the PHY list of the task is not exported')
      if (allowed === null || allowed.includes(ANY)) return notApplicable('the task does not restrict the PHY')
      if (entry.phys == null) return notApplicable('the PHY list of the result is not exported')
      const others = entry.phys.filter(phy => !allowed.includes(phy))
      if (others.length === 0) return PASS
      return violation({
        ...placeOf(tried),
        message: `The result for ${bssid ?? 'an unknown AP'} names PHY type ${listing(others)}, but the task allows only ${listing(allowed)}.`,
        expected: [`PHY types among ${listing(allowed)}`],
      })
    })
  },
}
