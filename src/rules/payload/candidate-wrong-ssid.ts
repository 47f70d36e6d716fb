import {judgeRequests, placeOf} from '../attempts.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** An SSID of length 0 stands for any. */
const WILDCARD = ''

export const candidateWrongSsid: Rule = {
  meta: {
    id: 'candidate-wrong-ssid',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'The driver asks only for networks whose SSID the task names.',
    why: 'The keys belong to the network that the task names; the handshake with another one fails, or the user is on a network that nobody asked for.',
    harmless: 'APs with several SSIDs on one radio may be tried in the wrong order and still end on the right one.',
    next: 'Ask the driver team how the SSID of the request is chosen, above all for hidden networks and multiple-BSSID sets.',
    limits: ['L-FRAME'],
    numbers: null,
    source:
      'netcx/wdi-tlv-connect-parameters (list of allowed SSIDs); network/bss-network-candidate-list† (roam: same SSID)',
    needs: ['SSID list of the task', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'the request names another network',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ssid=office
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ssid=guest})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the second SSID of the list',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ssid=office,guest
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ssid=guest})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the wildcard SSID',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ssid=*
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ssid=guest})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a reassociation request has its SSID six bytes later',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK ssid=office RoamFlag=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 reassociation=1 request{ssid=office})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, {ssid}) => {
      const {ssids} = tried.given
      if (ssids == null) return notApplicable('the SSID list of the task is not exported')
      if (ssids.length === 0 || ssids.includes(WILDCARD)) return notApplicable('the task names no SSID')
      if (ssid == null) return notApplicable('no SSID element can be read in the request')
      if (ssids.includes(ssid)) return PASS
      return violation({
        ...placeOf(tried),
        message: `The request to ${tried.attempt.bssid ?? 'the AP'} names the SSID "${ssid}", the task only ${listing(ssids.map(name => `"${name}"`))}.`,
        expected: ['an SSID of the task in the request'],
      })
    })
  },
}
