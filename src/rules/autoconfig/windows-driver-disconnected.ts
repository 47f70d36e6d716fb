import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {numberIn} from '../../sessions/windows/event-facts.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {shown, toldWith} from '../told-events.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'
import {whoDisconnected} from '../who-disconnected.js'

/** Driver, NWiFi and AutoConfig tell of one disconnect at slightly different times (heuristic). */
const NEAR = seconds(2)

export const windowsDriverDisconnected: Rule = {
  meta: {
    id: 'windows-driver-disconnected',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'either',
    basis: 'V',
    class: 'DESC',
    statement: 'A connection ends because the user, a policy or a better network ends it, not because the driver does.',
    why: 'Windows did not ask for it: the driver indicated that the connection was over. That is the disconnect that users complain about.',
    harmless: 'Out of coverage, when the AP was restarted, or when the machine went to sleep.',
    next: 'The driver may have given up, or the AP may have thrown the station out: Windows does not log which. Record a driver trace, or the NWiFi provider, which has the reason.',
    limits: [],
    numbers: null,
    source:
      'Microsoft-Windows-WLAN-AutoConfig 8003; win32/nativewifi/wlan-reason-code; published records of 8003 (number 0 with the driver, 5 with a policy; no page explains it)',
    needs: ['event 8003 of WLAN AutoConfig with its number, or with its words in English'],
    examples: {
      bad: [
        {
          title: 'in words',
          scenario: `
0  LOG  8003  adapter  -  ssid=corp why="The network is disconnected by the driver."
`,
        },
        {
          title: 'by the number, which is less certain',
          scenario: `
0  LOG  8003  adapter  -  ssid=corp reason=0 why="A rede está desconectada pelo driver."
`,
        },
        {
          title: 'NWiFi tells the reason',
          scenario: `
    0  LOG  NWIFI-10042  adapter  -  AP-A reason=4
   +3  LOG  11004        adapter  -  ssid=corp
+1000  LOG  8003         adapter  -  ssid=corp reason=0x3800B
`,
        },
      ],
      good: [
        {
          title: 'by a policy',
          scenario: `
0  LOG  8003  adapter  -  ssid=corp reason=5 why="The network is disconnected due to a policy disabling auto connect on this interface."
`,
        },
        {
          title: 'somebody called for it',
          scenario: `
  0  LOG  20001  adapter  -
+40  LOG  8003   adapter  -  ssid=corp why="A rede está desconectada."
`,
        },
        {
          title: 'neither number nor English words',
          scenario: `
0  LOG  8003  adapter  -  ssid=corp why="A rede está desconectada pelo driver."
`,
        },
        {
          title: 'the driver’s own messages say more',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1        -  AP-A quality=60
    0  IND  DISASSOCIATION     1        -  AP-A status=13 deauth-frame(reason 4)
 +900  LOG  8003               adapter  -  ssid=corp why="The network is disconnected by the driver."
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['8003'],
  check(event, trace) {
    const disconnector = whoDisconnected(event, trace)
    if (disconnector === null)
      return notApplicable('event 8003 says who ended the connection only in words of its language')
    if (disconnector.who !== 'driver') return PASS
    const around = trace.around(event, NEAR)
    if (around.some(other => isBreak(other, trace)))
      return notApplicable('the driver’s own messages tell of the disconnect')
    const nwifi = around.filter(({message}) => message.name === 'NWIFI-10042')
    const reasons = nwifi.map(one => numberIn(one, 'reason')).filter(reason => reason !== null)
    const more = reasons.length === 0 ? '' : `; NWiFi tells of a disassociation with reason ${reasons[0]}`
    return violation({
      atUs: event.atUs,
      message: `The connection ended by the driver’s side, not on request: ${reasonSaid(event)}${more}.`,
      evidence: [...shown(nwifi), ...shown(toldWith(event, trace).filter(other => other !== event)), event],
      about: [event],
      ...(disconnector.sure ? {} : {confidence: 'medium' as const}),
    })
  },
}

/** Those of a roam leave the old AP; the connection goes on. */
const isBreak = (event: TraceEvent, trace: Trace): boolean =>
  event.message.name.endsWith('DISASSOCIATION') && trace.taskOf(event)?.message.name !== 'TASK_ROAM'
