import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const ftParamsOnInitialConnect: Rule = {
  meta: {
    id: 'ft-params-on-initial-connect',
    category: 'ft',
    tier: 2,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'The candidates of a first connection carry no FT reassociation parameters.',
    why: 'There is no key hierarchy yet that they could belong to. A driver that uses them sends an FT request that the AP refuses.',
    harmless: 'A driver that ignores them on a connect loses nothing.',
    next: 'Report it to Microsoft with the OS build; the driver is not at fault.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-bss-entry',
    needs: ['TASK_CONNECT with roam flag and entries'],
    examples: {
      bad: [
        {
          title: 'a first connect with FT parameters',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA
  +1  M3   TASK_CONNECT         1  101  status=success
 +44  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
 +45  IND  CONNECT_COMPLETE     1  101  status=success
 +50  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +54  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+200  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'a reconnect: the roam flag is set',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT         1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1
  +1  M3   TASK_CONNECT         1  101  status=success
 +44  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA)
 +45  IND  CONNECT_COMPLETE     1  101  status=success
 +50  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +54  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+200  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_CONNECT'],
  check({m1}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const {settings, candidates} = trace.reader.connectTask(m1)
    if (settings?.roamFlag == null) return notApplicable('the roam flag is not exported')
    if (settings.roamFlag !== 0) return notApplicable('a reconnect, not a first connection')
    if (candidates === undefined) return notApplicable('the entries of the task are not exported')
    const offered = candidates.filter(({ft}) => ft)
    if (offered.length === 0) {
      const unknown = candidates.some(({ft}) => ft === undefined)
      return unknown ? notApplicable('the FT parameters of the entries are not exported') : PASS
    }
    return violation({
      atUs: m1.atUs,
      message: `TASK_CONNECT with roam flag 0 carries FT parameters for ${offered.map(({bssid}) => bssid ?? 'an unknown BSSID').join(', ')}.`,
      evidence: [m1],
      expected: ['entries without FT parameters'],
    })
  },
}
