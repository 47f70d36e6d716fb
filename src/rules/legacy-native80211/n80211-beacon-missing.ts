import {isRsn} from '../legacy-security.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** DOT11_AUTH_ALGORITHM: WPA, WPA-PSK. */
const WPA: ReadonlySet<number> = new Set([3, 4])

export const n80211BeaconMissing: Rule = {
  meta: {
    id: 'n80211-beacon-missing',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A successful association with WPA or RSN returns the last beacon of the AP.',
    why: 'Windows compares the security element of the beacon with that of the handshake. Without it the handshake fails or is not protected against a downgrade.',
    harmless: 'Never for WPA and RSN; open networks need no beacon.',
    next: 'Ask the driver team to keep the last beacon or probe response of the AP that it joins.',
    limits: [],
    numbers: null,
    source: 'windot11/DOT11_ASSOCIATION_COMPLETION_PARAMETERS § uBeaconOffset',
    needs: ['ASSOCIATION_COMPLETION with algorithm and beacon offset'],
    examples: {
      bad: [
        {
          title: 'RSN without a beacon',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP no beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'RSN with a beacon',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA_PSK ucipher=CCMP mcipher=CCMP beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'an open network',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=OPEN no beacon
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
    const {status, auth, beacon, mac} = trace.reader.legacy(event)
    if (status == null) return notApplicable('the status of the association is not exported')
    if (status !== 0) return notApplicable('the association failed')
    if (!auth) return notApplicable('the authentication algorithm is not reported')
    if (!WPA.has(auth) && !isRsn(auth)) return notApplicable('neither WPA nor RSN')
    if (beacon === undefined) return notApplicable('the beacon offset is not exported')
    if (beacon) return PASS
    return violation({
      atUs: event.atUs,
      message: `The successful association with ${mac ?? 'an unknown AP'} (algorithm ${auth}) returns no beacon.`,
      evidence: [event],
      expected: ['beacon offset and size other than 0'],
    })
  },
}
