import type {TraceEvent} from '../../events/event.js'
import {said} from '../../sessions/windows/event-facts.js'
import {blameOfReason} from '../blame-of-reason.js'
import {howOften} from '../how-often.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {eventsOf, shown, toldWith} from '../told-events.js'
import {duration, PASS, violation} from '../verdict.js'

export const windows8021xFailed: Rule = {
  meta: {
    id: 'windows-8021x-failed',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: ['either', 'host'],
    basis: 'V',
    class: 'DESC',
    statement: 'An 802.1X authentication that begins succeeds.',
    why: 'It is a talk between the supplicant of Windows and the authentication server; the driver only carries its frames. The finding keeps such failures apart from those of the driver.',
    harmless: 'When a password or certificate had expired and the user was told so.',
    next: 'Take reason, error and EAP codes to the people of the authentication server. When nobody answered at all, look in the trace of the driver whether the frames were carried.',
    limits: [],
    numbers: null,
    source:
      'Microsoft-Windows-WLAN-AutoConfig 12013, 21013; win32/api/dot1x/ne-dot1x-onex_reason_code; win32/nativewifi/wlan-reason-code',
    needs: ['events 12012 and 12013 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'the server rejects the user',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +100  LOG  12011  adapter  -  ssid=corp eap=25
+3100  LOG  12013  adapter  -  AP-A ssid=corp reason=0x50005 error=0x40420110 eap-reason=0x40420110 eap-error=0x40420110
+3101  LOG  11006  adapter  -  AP-A ssid=corp reason=0x38006
+3105  LOG  8002   adapter  -  ssid=corp reason=0x38006
`,
        },
        {
          title: 'Windows finds no user: the host',
          scenario: `
   0  LOG  12011  adapter  -  ssid=corp eap=13
 +50  LOG  12013  adapter  -  AP-A ssid=corp reason=0x50001
`,
        },
        {
          title: 'an established connection is authenticated anew, and fails',
          scenario: `
capture to=4000000

      0  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
3600000  LOG  12011  adapter  -  ssid=corp eap=25
3618000  LOG  12013  adapter  -  AP-A ssid=corp reason=0x50007
`,
        },
      ],
      good: [
        {
          title: 'authenticated',
          scenario: `
   0  LOG  8000   adapter  -  ssid=corp profile=corp
 +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +90  LOG  11001  adapter  -  ssid=corp
 +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
+100  LOG  12011  adapter  -  ssid=corp eap=25
+600  LOG  12012  adapter  -  ssid=corp
+700  LOG  11005  adapter  -  ssid=corp
+710  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
`,
        },
        {
          title: 'security failed without 802.1X',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
+2095  LOG  11006  adapter  -  AP-A ssid=corp reason=0x48005
+2100  LOG  8002   adapter  -  ssid=corp reason=0x38006
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['12012', '12013', '21013'],
  check(event, trace) {
    if (event.message.name === '12012') return PASS
    const told = toldWith(event, trace)
    if ((told.find(isLogged) ?? told.find(({message}) => message.name === '21013')) !== event) return undefined
    const failures = eventsOf(told, isLogged(event) ? 12013 : 21013)
    const starts = eventsOf(told, 12011, 12014).filter(({seq}) => seq < event.seq)
    const [start] = starts
    const after = start === undefined ? '' : ` ${duration(event.atUs - start.atUs)} after it began`
    const eap = said(start ?? event, 'eap')
    const type = eap !== null && /^\d{1,3}$/.test(eap) ? ` (EAP type ${eap})` : ''
    const ends = eventsOf(told, 11006, 8002)
    return violation({
      atUs: event.atUs,
      message: `802.1X${type} failed${after}: ${reasonSaid(event)}${howOften(failures, 'failure', trace)}.`,
      evidence: [...(start ? [start] : []), ...shown(failures), ...shown(ends)],
      about: [...failures, ...ends],
      blame: blameOfReason(event),
    })
  },
}

const isLogged = ({message}: TraceEvent): boolean => message.name === '12013'
