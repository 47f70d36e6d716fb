import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const n80211FailedAssocFields: Rule = {
  meta: {
    id: 'n80211-failed-assoc-fields',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A failed association reports no algorithms, no PHY list, no authorised port and no four-address mode.',
    why: 'Windows may read offsets into memory that was never filled, or show a failed AP as secured.',
    harmless: 'Never; the structure was not cleared after an earlier success.',
    next: 'Ask the driver team to zero the structure before the failure is reported.',
    limits: [],
    numbers: null,
    source: 'windot11/DOT11_ASSOCIATION_COMPLETION_PARAMETERS',
    needs: ['ASSOCIATION_COMPLETION with its fields'],
    examples: {
      bad: [
        {
          title: 'algorithms and an authorised port in a failure',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+200  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE auth=RSNA_PSK ucipher=CCMP PortAuthorized=1
+205  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'a failure without them, a success with them',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+200  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+205  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon auth=RSNA_PSK ucipher=CCMP mcipher=CCMP phy=HT
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ASSOCIATION_COMPLETION'],
  check(event, trace) {
    const {status, mac, auth, unicastCipher, multicastCipher, phys, portAuthorized, fourAddress} =
      trace.reader.legacy(event)
    if (status == null) return notApplicable('the status of the association is not exported')
    if (status === 0) return notApplicable('the association succeeded')
    const fields = [
      {name: 'AuthAlgo', value: auth},
      {name: 'UnicastCipher', value: unicastCipher},
      {name: 'MulticastCipher', value: multicastCipher},
      {name: 'PHY list', value: phys?.length},
      {name: 'PortAuthorized', value: portAuthorized},
      {name: 'FourAddressSupported', value: fourAddress},
    ]
    const set = fields.filter(({value}) => value != null && value !== 0)
    if (set.length > 0) {
      return violation({
        atUs: event.atUs,
        message: `The failed association with ${mac ?? 'an unknown AP'} (status ${status}) has ${set.map(({name}) => name).join(', ')} set.`,
        evidence: [event],
      })
    }
    const unknown = [auth, unicastCipher, multicastCipher, phys, portAuthorized, fourAddress].includes(undefined)
    return unknown ? notApplicable('the fields of the association are not exported') : PASS
  },
}
