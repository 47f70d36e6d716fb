import type {TraceEvent} from '../../events/event.js'
import {autoConfigId, said} from '../../sessions/windows/event-facts.js'
import {blameOfReason} from '../blame-of-reason.js'
import {howOften} from '../how-often.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {eventsOf, shown, toldWith} from '../told-events.js'
import {duration, PASS, violation} from '../verdict.js'

export const windowsSecurityFailed: Rule = {
  meta: {
    id: 'windows-security-failed',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: ['either', 'driver', 'host'],
    basis: 'V',
    class: 'DESC',
    statement: 'What follows an association (802.1X, handshakes, keys) succeeds.',
    why: 'The AP took the station, and still there is no connection: to the user it looks as if the Wi-Fi were broken.',
    harmless: 'Wrong credentials, which windows-passphrase-suspected and windows-8021x-failed name where Windows does.',
    next: 'Read the reason: key time-outs ask for a trace of the frames, a failure of the adapter for one of the driver. Without a reason look at the state machines in the evidence.',
    limits: [],
    numbers: null,
    source:
      'Microsoft-Windows-WLAN-AutoConfig 11006, 11009, 20007, 20013, 21057; win32/nativewifi/wlan-reason-code; troubleshoot/windows-client/networking/wireless-network-connectivity-issues-troubleshooting',
    needs: ['events 11005 and 11006, or moves of the state machines (20007, 21057)'],
    examples: {
      bad: [
        {
          title: 'the key exchange does not end',
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
          title: 'the state machine gives up while authenticating, and no event says why',
          scenario: `
   0  LOG  20007  adapter  -  from=Disconnected to=Reset
  +9  LOG  20007  adapter  -  from=Reset to=Ihv_Configuring
 +50  LOG  20007  adapter  -  from=Ihv_Configuring to=Configuring
 +52  LOG  20007  adapter  -  from=Configuring to=Associating
+221  LOG  20007  adapter  -  from=Associating to=Authenticating
+332  LOG  20007  adapter  -  from=Authenticating to=Roaming
`,
        },
        {
          title: 'the keys could not be given to the adapter: the driver',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +140  LOG  21057  adapter  -  AP-A from=WAIT_FOR_KEY_SUCCESS to=FAILURE
 +141  LOG  11006  adapter  -  AP-A ssid=corp reason=0x48010 error=0xC0000001
 +150  LOG  8002   adapter  -  ssid=corp reason=0x38006
`,
        },
      ],
      good: [
        {
          title: 'secured',
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
          title: 'from Connected to Roaming: a roam, no failure',
          scenario: `
   0  LOG  20007  adapter  -  from=Connected to=Roaming
  +5  LOG  20007  adapter  -  from=Roaming to=Associating
 +60  LOG  20007  adapter  -  from=Associating to=Authenticating
+110  LOG  20007  adapter  -  from=Authenticating to=Connected
`,
        },
        {
          title: '802.1X failed, and with it security: one cause',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
 +100  LOG  12011  adapter  -  ssid=corp eap=25
+3100  LOG  12013  adapter  -  AP-A ssid=corp reason=0x50005 error=0x40420110
+3101  LOG  11006  adapter  -  AP-A ssid=corp reason=0x38006
+3105  LOG  8002   adapter  -  ssid=corp reason=0x38006
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['11005', '11006', '11009', '20007', '20013', '21057'],
  check(event, trace) {
    if (event.message.name === '11005') return PASS
    if (!isLogged(event) && !isMove(event)) return undefined
    const told = toldWith(event, trace)
    if ((told.find(isLogged) ?? told.find(isMove)) !== event) return undefined
    const logged = told.filter(isLogged)
    const failures = logged.length > 0 ? logged : told.filter(isMove)
    const ends = eventsOf(told, 8002)
    const start = told.findLast(other => other.seq < event.seq && begins(other))
    const after = start === undefined ? '' : ` ${duration(event.atUs - start.atUs)} after it began`
    const peer = said(event, 'peer')
    const what = `Security${peer === null ? '' : ` with ${peer}`} failed${after}`
    return violation({
      atUs: event.atUs,
      message: `${what}: ${why(event)}${howOften(failures, 'failure', trace)}.`,
      evidence: [
        ...(start ? [start] : []),
        ...shown(failures),
        ...(logged.length > 0 ? shown(told.filter(isMove)) : []),
        ...ends,
      ],
      about: [...failures, ...ends],
      blame: blameOfReason(event),
    })
  },
}

const isLogged = (event: TraceEvent): boolean => ['11006', '11009', '20013'].includes(event.message.name)

/** Port security that fails, or the connection's state machine that gives up while authenticating. */
function isMove(event: TraceEvent): boolean {
  const to = said(event, 'to')
  if (event.message.name === '21057') return to === 'FAILURE'
  return event.message.name === '20007' && said(event, 'from') === 'Authenticating' && to === 'Roaming'
}

function begins(event: TraceEvent): boolean {
  const id = autoConfigId(event)
  return id === 11003 || id === 11010 || (id === 20007 && said(event, 'to') === 'Authenticating')
}

const why = (event: TraceEvent): string =>
  isLogged(event)
    ? reasonSaid(event)
    : `from ${said(event, 'from') ?? 'an unknown state'} to ${said(event, 'to')}, and no event says why`
