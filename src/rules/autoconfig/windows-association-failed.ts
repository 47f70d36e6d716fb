import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {PASS, violation} from '../verdict.js'
import {reasonSaid} from './reason-said.js'
import {eventsOf} from './told-events.js'

export const windowsAssociationFailed: Rule = {
  meta: {
    id: 'windows-association-failed',
    category: 'autoconfig',
    tier: 1,
    severity: 'error',
    blame: 'either',
    basis: 'V',
    class: 'DESC',
    statement: 'An association that Windows starts succeeds.',
    why: 'Windows names the moment, the network and a reason. It is often the only trace of what the driver and the AP did.',
    harmless: 'At the edge of coverage, or where the AP steers clients away: then the next attempt succeeds.',
    next: 'Read the reason and the 802.11 status code. A time-out asks for a driver trace; a status code comes from the AP.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 11002; nativewifi/wlan-reason-code',
    needs: ['event 11002 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'no answer from the AP',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
+5010  LOG  11002  adapter  -  ssid=corp reason=0x38003 status=0 rssi=-82
+5020  LOG  8002   adapter  -  ssid=corp reason=0x38003
`,
        },
      ],
      good: [
        {
          title: 'associated',
          scenario: `
   0  LOG  8000   adapter  -  ssid=corp profile=corp
 +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
 +90  LOG  11001  adapter  -  ssid=corp
 +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
+130  LOG  11005  adapter  -  ssid=corp
+140  LOG  8001   adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['connect', 'roam'],
  check(session) {
    const failures = eventsOf(session, 11002)
    const started = eventsOf(session, 11000)
    const [first] = failures
    if (first === undefined) return started.length === 0 ? undefined : PASS
    const times = failures.length === 1 ? '' : ` (${count(failures.length, 'failure')} in this ${session.kind})`
    return violation({
      atUs: first.atUs,
      message: `Windows reports that an association failed: ${reasonSaid(first)}${times}.`,
      evidence: [...started.slice(0, 1), ...failures],
    })
  },
}
