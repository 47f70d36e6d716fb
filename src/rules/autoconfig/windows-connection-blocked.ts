import {numberIn} from '../../sessions/windows/event-facts.js'
import {count} from '../count.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {violation} from '../verdict.js'

export const windowsConnectionBlocked: Rule = {
  meta: {
    id: 'windows-connection-blocked',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'Windows does not block a network.',
    why: 'After failures Windows leaves a network alone for minutes. During that time it does not connect although everything may work again, which is easily taken for a fault of the driver.',
    harmless: 'When another network serves the user meanwhile.',
    next: 'The block is the consequence: look for the failed connects before it. Connecting by hand ends the block.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 8004; win32/nativewifi/wlan-reason-code',
    needs: ['event 8004 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'for twenty minutes after two failures',
          scenario: `
    0  LOG  8000  adapter  -  ssid=corp profile=corp
+5000  LOG  8002  adapter  -  ssid=corp reason=0x38003
+9000  LOG  8000  adapter  -  ssid=corp profile=corp
14000  LOG  8002  adapter  -  ssid=corp reason=0x38003
14001  LOG  8004  adapter  -  ssid=corp reason=0x38003 minutes=20
`,
        },
        {
          title: 'only the words of the event were exported',
          scenario: `
0  LOG  8004  adapter  -  ssid=corp why="The operation was cancelled."
`,
        },
      ],
      good: [
        {
          title: 'failed, and not blocked',
          scenario: `
    0  LOG  8000  adapter  -  ssid=corp profile=corp
+5000  LOG  8002  adapter  -  ssid=corp reason=0x38003
`,
        },
        {
          title: 'an earlier block is the reason of a failure',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+100  LOG  8002  adapter  -  ssid=corp reason=0x28007
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['8004'],
  check(event) {
    const minutes = numberIn(event, 'minutes')
    const long = minutes === null ? 'a while' : count(minutes, 'minute')
    return violation({
      atUs: event.atUs,
      message: `Windows blocks the network for ${long}: ${reasonSaid(event)}.`,
      evidence: [event],
    })
  },
}
