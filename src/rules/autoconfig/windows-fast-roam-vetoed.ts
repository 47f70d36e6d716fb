import {reasonWords} from '../../autoconfig/reasons.js'
import {flagIn, numberIn} from '../../sessions/windows/event-facts.js'
import type {Rule} from '../rule.js'
import {PASS, violation} from '../verdict.js'

/** WLAN_REASON_CODEs and ONEX_REASON_CODEs. */
const REASONS = {first: 0x10000, last: 0x5ffff}

export const windowsFastRoamVetoed: Rule = {
  meta: {
    id: 'windows-fast-roam-vetoed',
    category: 'autoconfig',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'When keys for the new access point are cached, Windows uses them.',
    why: 'The 802.1X of Windows refused the short way, so that the roam took a whole authentication. The roam is slow, and it is not the driver’s doing.',
    harmless: 'After a change of user or of the profile, when the cached keys must not be used.',
    next: 'Look at the error, and at what happened to user and profile before the roam.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 21009, 21055',
    needs: ['events 21009 and 21055 of WLAN AutoConfig, which only traces have'],
    examples: {
      bad: [
        {
          title: '802.1X refuses',
          scenario: `
  0  LOG  11004  adapter  -  ssid=corp
+10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
+12  LOG  21009  adapter  -  error=1168
+20  LOG  12014  adapter  -  ssid=corp eap=25
+800 LOG  12012  adapter  -  ssid=corp
+810 LOG  11005  adapter  -  ssid=corp
`,
        },
      ],
      good: [
        {
          title: 'cached keys are used',
          scenario: `
  0  LOG  11004  adapter  -  ssid=corp
+10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
+12  LOG  21055  adapter  -  AP-B fast=true
+40  LOG  11005  adapter  -  ssid=corp
`,
        },
        {
          title: 'there are no cached keys: nobody refused',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +12  LOG  21055  adapter  -  AP-B fast=false
 +20  LOG  12014  adapter  -  ssid=corp eap=25
+800  LOG  12012  adapter  -  ssid=corp
+810  LOG  11005  adapter  -  ssid=corp
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['21009', '21055'],
  check(event) {
    if (event.message.name === '21055') return flagIn(event, 'fast') === true ? PASS : undefined
    const error = numberIn(event, 'error')
    return violation({
      atUs: event.atUs,
      message: `802.1X refused fast roaming and asked for a full authentication${error === null ? '' : `: ${words(error)}`}.`,
      evidence: [event],
    })
  },
}

const words = (error: number): string =>
  error >= REASONS.first && error <= REASONS.last ? reasonWords(error) : `error ${error}`
