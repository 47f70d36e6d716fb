import {blameOfReason} from '../blame-of-reason.js'
import {howOften} from '../how-often.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {allIfFirst, eventsOf, shown, toldWith} from '../told-events.js'
import {PASS, violation} from '../verdict.js'

export const windowsAssociationFailed: Rule = {
  meta: {
    id: 'windows-association-failed',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: ['either', 'driver', 'host'],
    basis: 'V',
    class: 'DESC',
    statement: 'An association that Windows starts succeeds.',
    why: 'Windows names the moment, the network and a reason. It is often the only trace of what the driver and the AP did.',
    harmless: 'At the edge of coverage, or where the AP steers clients away: then the next attempt succeeds.',
    next: 'Read the reason and the 802.11 status code. A time-out asks for a driver trace; a status code comes from the AP.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 11002; win32/nativewifi/wlan-reason-code',
    needs: ['events 11001 and 11002 of WLAN AutoConfig'],
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
        {
          title: 'the second attempt succeeds; the first is still reported',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
  +60  LOG  11002  adapter  -  ssid=corp reason=0x38002 status=17 rssi=255
 +100  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
 +180  LOG  11001  adapter  -  ssid=corp
 +185  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +230  LOG  11005  adapter  -  ssid=corp
 +240  LOG  8001   adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
        {
          title: 'a log of errors only, in which two failures stand for one connect',
          scenario: `
    0  LOG  11002  adapter  -  ssid=corp why="The driver did not answer." rssi=-79
+5000  LOG  11002  adapter  -  ssid=corp why="The driver did not answer." rssi=-80
+5010  LOG  8002   adapter  -  ssid=corp why="The driver did not answer."
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
        {
          title: 'the user gives up before there is an answer',
          scenario: `
   0  LOG  8000   adapter  -  ssid=corp profile=corp
 +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
+900  LOG  8002   adapter  -  ssid=corp reason=0x38001
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['11001', '11002'],
  check(event, trace) {
    if (event.message.name === '11001') return PASS
    const failures = allIfFirst(event, trace, 11002)
    if (failures === null) return undefined
    const told = toldWith(event, trace)
    const ends = eventsOf(told, 8002)
    return violation({
      atUs: event.atUs,
      message: `Windows reports that an association failed: ${reasonSaid(event)}${howOften(failures, 'failure', trace)}.`,
      evidence: [...eventsOf(told, 11000).slice(0, 1), ...shown(failures), ...ends],
      about: [...failures, ...ends],
      blame: blameOfReason(event),
    })
  },
}
