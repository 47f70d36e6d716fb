import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** 802.11 status codes about key material. */
const CODES: ReadonlyMap<number, string> = new Map([
  [28, 'the R0KH is unreachable'],
  [52, 'invalid FT action frame count'],
  [53, 'invalid PMKID'],
  [54, 'invalid mobility domain element'],
  [55, 'invalid FT element'],
])
const INVALID_PMKID = 53

export const pmkOrFtRejectedByAp: Rule = {
  meta: {
    id: 'pmk-or-ft-rejected-by-ap',
    category: 'ft',
    tier: 1,
    severity: 'info',
    blame: 'ap',
    basis: 'V',
    class: 'STD',
    statement: 'An AP accepts the key material that the station offers.',
    why: 'The roam loses one attempt; with a whole list of such APs the station loses its connection.',
    harmless: 'Now and then, when an AP was restarted or its key cache has run out.',
    next: 'Look at the key distribution between the APs (R0KH and R1KH lists, controller, clock). If all APs refuse, compare the FT messages with ft-params-not-from-os-candidates.',
    limits: [],
    numbers: null,
    source: 'IEEE 802.11-2020 § 9.4.1.9 (status codes); values as in hostapd ieee802_11_defs.h',
    needs: ['ASSOCIATION_RESULT with status and 802.11 status code'],
    examples: {
      bad: [
        {
          title: 'the AP does not know the PMKID',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=(AP-B pmkid=K1) auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +44  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=53 response)
 +45  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the AP cannot reach the key holder of the mobility domain',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1 RoamNeededReason=15
   +1  M3   TASK_ROAM           1  101  status=success
  +44  IND  ASSOCIATION_RESULT  1  -    (AP-B status=44 code=28 auth-response)
  +45  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'refused for want of capacity (code 17)',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA
  +1  M3   TASK_CONNECT        1  101  status=success
 +44  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=17 response)
 +45  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ASSOCIATION_RESULT'],
  check(event, trace) {
    const entries = trace.reader.associationEntries(event)
    if (entries === undefined) return notApplicable('the entries of the result are not exported')
    const session = trace.sessionAt(event)
    return entries.map(({bssid, status, code}) => {
      if (status === 0) return notApplicable('the attempt succeeded')
      if (status == null || code == null) return notApplicable('status or 802.11 status code is not exported')
      const meaning = CODES.get(code)
      if (meaning === undefined) return PASS
      const ft = session?.ft.find(exchange => exchange.bssid === bssid && exchange.indication.seq < event.seq)
      const cause = code === INVALID_PMKID && ft === undefined ? 'PMKID' : 'FT'
      return violation({
        atUs: event.atUs,
        message: `${bssid ?? 'The AP'} refused with 802.11 status code ${code}: ${meaning} (cause: ${cause}).`,
        evidence: ft === undefined ? [event] : [event, ft.indication],
      })
    })
  },
}
