import {reasonWords} from '../../autoconfig/reasons.js'
import type {TraceEvent} from '../../events/event.js'
import {numberIn, reasonCode} from '../../sessions/windows/event-facts.js'
import type {Rule} from '../rule.js'
import {eventsOf, shown, toldWith} from '../told-events.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WLAN_REASON_CODE_MSMSEC_PSK_MISMATCH_SUSPECTED. */
const SUSPECTED = 0x48014

export const windowsPassphraseSuspected: Rule = {
  meta: {
    id: 'windows-passphrase-suspected',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'The passphrase of the profile is that of the network.',
    why: 'The first thing to rule out: Windows suspects the passphrase, and then neither driver nor access point is at fault.',
    harmless:
      'Windows only suspects it: an access point that does not answer looks the same to the station, and so do lost frames. When the next attempt succeeds with the same profile, it was those.',
    next: 'Type the passphrase again. If it was right, look at the frames of the handshake in a driver trace.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 8002, 11004, 11006, 20013; win32/nativewifi/wlan-reason-code (0x48014)',
    needs: ['event 8002 or 11006 with its reason as a number'],
    examples: {
      bad: [
        {
          title: 'suspected while connecting',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
+3095  LOG  11006  adapter  -  AP-A ssid=corp reason=0x48014
+3100  LOG  8002   adapter  -  ssid=corp reason=0x48014
`,
        },
        {
          title: 'only the end of the connect is in the log',
          scenario: `
0  LOG  8002  adapter  -  ssid=corp reason=294932
`,
        },
      ],
      good: [
        {
          title: 'a time-out of the key exchange',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
+2095  LOG  11006  adapter  -  AP-A ssid=corp reason=0x48005
+2100  LOG  8002   adapter  -  ssid=corp reason=0x38006
`,
        },
        {
          title: 'only words were exported',
          scenario: `
0  LOG  8002  adapter  -  ssid=corp why="The network password may be wrong."
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['8002', '11004', '11006', '20013'],
  check(event, trace) {
    if (!suspects(event)) {
      if (event.message.name === '11004') return undefined
      return reasonCode(event) === null ? notApplicable('the reason of the failure is not exported as a number') : PASS
    }
    const told = toldWith(event, trace)
    if (told.find(suspects) !== event) return undefined
    const all = told.filter(suspects)
    const others = eventsOf(told, 8002, 11006, 20013).filter(other => !all.includes(other))
    return violation({
      atUs: event.atUs,
      message: `Windows suspects a wrong passphrase: ${reasonWords(SUSPECTED)}.`,
      evidence: [...shown(all), ...shown(others)],
      about: [...all, ...others],
    })
  },
}

const suspects = (event: TraceEvent): boolean =>
  reasonCode(event) === SUSPECTED || (event.message.name === '11004' && numberIn(event, 'hint') === SUSPECTED)
