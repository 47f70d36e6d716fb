import type {TraceEvent} from '../../events/event.js'
import {autoConfigId, said} from '../../sessions/windows/event-facts.js'
import {count} from '../count.js'
import {between} from '../doubt.js'
import {inQuotes} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {shown} from '../told-events.js'
import {duration, PASS, violation} from '../verdict.js'

export const windows8021xRestarted: Rule = {
  meta: {
    id: 'windows-8021x-restarted',
    category: 'autoconfig',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'O',
    class: 'DESC',
    statement: 'An 802.1X authentication that begins has an answer before it begins again.',
    why: 'Each restart is time without a connection, mostly whole seconds of a timer. It explains connects and roams that succeed and are slow.',
    harmless: 'When the user was asked for a password meanwhile.',
    next: 'Read the reason of the restart: a time-out says that nobody answered, so follow the EAPOL frames through driver, AP and server.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 12014; win32/api/dot1x/ne-dot1x-onex_auth_restart_reason',
    needs: ['events 12011, 12012 and 12014 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'the first start is not answered',
          scenario: `
     0  LOG  8000   adapter  -  ssid=corp profile=corp
   +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
   +90  LOG  11001  adapter  -  ssid=corp
   +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +100  LOG  12011  adapter  -  ssid=corp eap=25
+18100  LOG  12014  adapter  -  ssid=corp eap=25 why="Onex Auth Timeout"
+18700  LOG  12012  adapter  -  ssid=corp
+18800  LOG  11005  adapter  -  ssid=corp
+18810  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
`,
        },
        {
          title: 'inconclusive: an answer may have been lost',
          scenario: `
capture loss=9000..9100

     0  LOG  8000   adapter  -  ssid=corp profile=corp
   +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
   +90  LOG  11001  adapter  -  ssid=corp
   +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +100  LOG  12011  adapter  -  ssid=corp eap=25
+18100  LOG  12014  adapter  -  ssid=corp eap=25 why="Onex Auth Timeout"
+18700  LOG  12012  adapter  -  ssid=corp
+18800  LOG  11005  adapter  -  ssid=corp
+18810  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
`,
        },
      ],
      good: [
        {
          title: 'of a roam 12014 is the beginning',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +12  LOG  12014  adapter  -  ssid=corp eap=25 why="MSM Initiated"
+300  LOG  12012  adapter  -  ssid=corp
+310  LOG  11005  adapter  -  ssid=corp
`,
        },
        {
          title: 'restarted after an answer',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +100  LOG  12011  adapter  -  ssid=corp eap=25
 +600  LOG  12012  adapter  -  ssid=corp
 +610  LOG  12014  adapter  -  ssid=corp eap=25 why="Onex User Changed"
+1100  LOG  12012  adapter  -  ssid=corp
+1200  LOG  11005  adapter  -  ssid=corp
+1210  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['connect', 'roam'],
  check({told, kind}, trace) {
    let begun: TraceEvent | null = null
    const restarts: {readonly from: TraceEvent; readonly to: TraceEvent}[] = []
    let starts = 0
    for (const event of told) {
      const id = autoConfigId(event)
      if (id === 12012 || id === 12013) begun = null
      else if (id === 12011 || id === 12014) {
        if (id === 12014 && begun !== null) restarts.push({from: begun, to: event})
        begun = event
        starts++
      }
    }
    const [first] = restarts
    const last = restarts.at(-1)
    if (first === undefined || last === undefined) return starts === 0 ? undefined : PASS
    const why = inQuotes(said(first.to, 'why')) ?? 'no reason is given'
    return violation({
      atUs: first.to.atUs,
      message: `802.1X was restarted ${count(restarts.length, 'time')} in this ${kind} before it had an answer, first after ${duration(first.to.atUs - first.from.atUs)}: ${why}.`,
      evidence: [first.from, ...shown(restarts.map(({to}) => to))],
      expected: ['12012 or 12013 before 12014'],
      undone: restarts.every(({from, to}) => between(trace, from, to).length > 0) ? ['L-LOSS'] : [],
    })
  },
}
