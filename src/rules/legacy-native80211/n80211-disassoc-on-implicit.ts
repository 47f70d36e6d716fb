import {ALL_STATIONS} from '../../events/units.js'
import {isOsReason} from '../../sessions/legacy-port.js'
import {between} from '../doubt.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211DisassocOnImplicit: Rule = {
  meta: {
    id: 'n80211-disassoc-on-implicit',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement: 'Leaving the old AP by associating with another is not indicated as a disassociation.',
    why: 'Windows takes the indication for the loss of the connection and may stop the roam that is about to succeed.',
    harmless:
      'A disassociation before the roam (a frame was received, the AP was lost) is explicit and legal. WDI drivers must do the opposite.',
    next: 'Ask the driver team to drop the indication inside an association; drivers that were ported from WDI often keep it.',
    limits: [],
    numbers: null,
    source: 'network/implicit-disassociation-operations†; devtest/ndis-wlandisassociation (0x00093006)',
    needs: ['ASSOCIATION_START with address', 'DISASSOCIATION with address'],
    examples: {
      bad: [
        {
          title: 'the old AP is reported as gone while the new one is being joined',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +50  IND  DISASSOCIATION          0  mac=AP-A reason=ROAMING
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'explicit: the AP was lost before the roam',
          scenario: `
capture model=native80211

-100  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the AP that is being joined sends a deauthentication',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +50  IND  DISASSOCIATION          0  mac=AP-B reason=PEER_DEAUTH
 +60  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=failure
 +65  IND  ASSOCIATION_START       0  mac=AP-C ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-C status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_DISASSOCIATION'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    const open = state?.associating.at(-1)
    if (!state || !open?.start) return notApplicable('no association is open')
    if (trace.reader.legacy(open.start).bssType === 'adhoc') return notApplicable('an ad hoc network')
    const {mac, reason} = trace.reader.legacy(event)
    const joining = state.associating.map(association => association.mac)
    if (mac == null || joining.includes(null))
      return notApplicable('the address of the disassociation or of the association is not exported')
    if (mac === ALL_STATIONS || joining.includes(mac)) return PASS
    if (isOsReason(reason ?? null)) return notApplicable('Windows asked for the disassociation')
    return violation({
      atUs: event.atUs,
      message: `DISASSOCIATION of ${mac} ${duration(event.atUs - open.start.atUs)} after ASSOCIATION_START for ${open.mac}, before its completion.`,
      evidence: [event, open.start],
      expected: [`no indication: joining ${open.mac} ends the association with ${mac} by itself`],
      undone: between(trace, open.start, event),
    })
  },
}
