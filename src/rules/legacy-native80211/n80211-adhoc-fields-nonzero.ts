import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const ZERO = '00:00:00:00:00:00'

export const n80211AdhocFieldsNonzero: Rule = {
  meta: {
    id: 'n80211-adhoc-fields-nonzero',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'In an infrastructure network the ad hoc fields of the roaming start are zero.',
    why: 'Windows may take the roam for a change of an ad hoc cell.',
    harmless: 'Never; the structure was not cleared.',
    next: 'Ask the driver team to zero the structure before it is filled.',
    limits: [],
    numbers: null,
    source: 'windot11/DOT11_ROAMING_START_PARAMETERS',
    needs: ['ROAMING_START with AdhocBSSID and AdhocSSID'],
    examples: {
      bad: [
        {
          title: 'an ad hoc BSSID in an infrastructure roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST adhoc-bssid=AP-B
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'zero',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'an ad hoc network needs them',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=13 bss=adhoc adhoc-bssid=AP-B adhoc-ssid=cell
+302  IND  ROAMING_COMPLETION      0  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_START'],
  check(event, trace) {
    const {bssType, adhocBssid, adhocSsid} = trace.reader.legacy(event)
    if (bssType === 'adhoc') return notApplicable('an ad hoc network')
    const set = [
      adhocBssid && adhocBssid !== ZERO ? `AdhocBSSID ${adhocBssid}` : null,
      adhocSsid ? `AdhocSSID "${adhocSsid}"` : null,
    ].filter(field => field !== null)
    if (set.length > 0) {
      return violation({
        atUs: event.atUs,
        message: `ROAMING_START of an infrastructure network has ${set.join(' and ')} instead of zero.`,
        evidence: [event],
      })
    }
    const unknown = adhocBssid === undefined || adhocSsid === undefined
    return unknown ? notApplicable('the ad hoc fields are not exported') : PASS
  },
}
