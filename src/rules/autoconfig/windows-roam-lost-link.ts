import type {TraceEvent} from '../../events/event.js'
import {said} from '../../sessions/windows/event-facts.js'
import {between} from '../doubt.js'
import {endOfRoam} from '../end-of-roam.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {shown} from '../told-events.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {whoDisconnected} from '../who-disconnected.js'

export const windowsRoamLostLink: Rule = {
  meta: {
    id: 'windows-roam-lost-link',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'either',
    basis: 'O',
    class: 'DESC',
    statement: 'A roam that Windows tells of ends in a connection.',
    why: 'Instead of changing the access point the machine lost the network: sessions end, and Windows must connect anew.',
    harmless: 'When the user walked out of coverage: then there was nothing to roam to.',
    next: 'Ask for a driver trace of such a roam. In one of Windows look at NWiFi’s association events (10040 to 10042) between the two moments.',
    limits: ['L-LOSS'],
    numbers: null,
    source:
      'Microsoft-Windows-WLAN-AutoConfig 11004, 11010, 8003, 20007; troubleshoot/windows-client/networking/wireless-network-connectivity-issues-troubleshooting',
    needs: ['events of a roam (11004, 11010, or 20007), and 8003 or 20007 at its end'],
    examples: {
      bad: [
        {
          title: 'the state machine goes from Roaming to Disconnected',
          scenario: `
    0  LOG  20007  adapter  -  from=Connected to=Roaming
+2100  LOG  20007  adapter  -  from=Roaming to=Wait_For_Disconnected
+2150  LOG  20007  adapter  -  from=Wait_For_Disconnected to=Disconnected
`,
        },
        {
          title: 'security begins again, and the driver disconnects',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
4000  LOG  8003   adapter  -  ssid=corp reason=0 why="The network is disconnected by the driver."
`,
        },
        {
          title: 'inconclusive: the end of the roam may have been lost',
          scenario: `
capture loss=1000..1100

   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
4000  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the driver."
`,
        },
        {
          title: 'inconclusive: a new connect begins, perhaps to another network',
          scenario: `
   0  LOG  11004  adapter  -
 +10  LOG  11010  adapter  -  auth=WPA2-Personal
4000  LOG  8000   adapter  -  ssid=corp
4500  LOG  8001   adapter  -  ssid=corp
`,
        },
      ],
      good: [
        {
          title: 'roamed',
          scenario: `
   0  LOG  20007  adapter  -  from=Connected to=Roaming
  +5  LOG  20007  adapter  -  from=Roaming to=Associating
 +60  LOG  20007  adapter  -  from=Associating to=Authenticating
+110  LOG  20007  adapter  -  from=Authenticating to=Connected
`,
        },
        {
          title: 'the user disconnects meanwhile',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
4000  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the user."
`,
        },
        {
          title: 'Windows goes to another network',
          scenario: `
   0  LOG  11004  adapter  -  ssid=guest
 +10  LOG  11010  adapter  -  ssid=guest auth=WPA2-Personal
4000  LOG  8000   adapter  -  ssid=corp
4500  LOG  8001   adapter  -  ssid=corp
`,
        },
        {
          title: 'the capture ends inside the roam',
          scenario: `
capture to=2000

   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['roam'],
  check({windows, told}, trace) {
    // windows-disagrees tells both sides.
    if (windows.disagreement !== null) return undefined
    if (windows.outcome === 'success') return PASS
    const [first] = told
    const end = endOfRoam(told, trace)
    if (windows.outcome !== 'failed' || first === undefined || end === null)
      return notApplicable('the end of the roam is not in the capture')
    const begins = isBeginning(end)
    const ssid = said(end, 'ssid')
    const known = ssid !== null && windows.ssid !== null
    if (begins ? known && ssid !== windows.ssid : isAskedFor(end, trace)) return PASS
    const why = begins ? 'Windows had to connect anew' : end.message.name === '8003' ? reasonSaid(end) : states(told)
    return violation({
      atUs: end.atUs,
      message: `The roam lost the connection after ${duration(end.atUs - first.atUs)}: ${why}.`,
      evidence: [...shown(told.filter(event => event !== end)), end],
      undone: between(trace, first, end),
      inconclusive: begins && !known,
    })
  },
}

const isBeginning = ({message}: TraceEvent): boolean => ['8000', '8002', '20000'].includes(message.name)

const isAskedFor = (end: TraceEvent, trace: Trace): boolean => whoDisconnected(end, trace)?.who === 'others'

const states = (told: readonly TraceEvent[]): string => {
  const names = told.filter(({message}) => message.name === '20007').map(event => said(event, 'to') ?? '?')
  return `the state machine went over ${names.join(', ')}`
}
