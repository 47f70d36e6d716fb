import {endOfRoam} from '../end-of-roam.js'
import type {Rule} from '../rule.js'
import {eventsOf} from '../told-events.js'
import {PASS, violation} from '../verdict.js'

export const windowsDisagrees: Rule = {
  meta: {
    id: 'windows-disagrees',
    category: 'autoconfig',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'O',
    class: 'HEUR',
    statement: 'Driver and Windows tell the same outcome of a connect or roam.',
    why: 'One of them is wrong about the state of the connection. Where the driver reports success and Windows none, its indications came too late, or in a form that Windows did not accept.',
    harmless: 'When the two logs have different clocks, so that events of different attempts were put together.',
    next: 'Compare the times of both sides in the evidence; what Windows expects and the driver did not indicate is the fault.',
    limits: [],
    numbers: '2 s (events of both sides belong together)',
    source: 'reasoning; Microsoft-Windows-WLAN-AutoConfig 8001, 8002, 11005, 20007',
    needs: ['messages of the driver and events of WLAN AutoConfig of the same connect or roam'],
    examples: {
      bad: [
        {
          title: 'the driver connects, and Windows gives up',
          scenario: `
   -5  LOG  8000                 adapter  -    ssid=net
    0  M1   TASK_CONNECT         1        101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1        101  status=success
  +60  IND  ASSOCIATION_RESULT   1        -    (AP-B status=0 auth=RSNA_PSK)
  +62  IND  CONNECT_COMPLETE     1        101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1        102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1        102  status=success
 +300  IND  LINK_STATE_CHANGE    1        -    AP-B quality=70
+1000  LOG  8002                 adapter  -    ssid=net reason=0x38003
`,
        },
      ],
      good: [
        {
          title: 'both tell of success',
          scenario: `
   -5  LOG  8000                 adapter  -    ssid=net
    0  M1   TASK_CONNECT         1        101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1        101  status=success
  +60  IND  ASSOCIATION_RESULT   1        -    (AP-B status=0 auth=RSNA_PSK)
  +62  IND  CONNECT_COMPLETE     1        101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1        102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1        102  status=success
 +150  LOG  8001                 adapter  -    ssid=net
 +300  IND  LINK_STATE_CHANGE    1        -    AP-B quality=70
`,
        },
        {
          title: 'security failed after the association: both are right',
          scenario: `
   -5  LOG  8000                 adapter  -    ssid=net
    0  M1   TASK_CONNECT         1        101  entries=AP-B auth=RSNA_PSK
   +1  M3   TASK_CONNECT         1        101  status=success
  +60  IND  ASSOCIATION_RESULT   1        -    (AP-B status=0 auth=RSNA_PSK)
  +62  IND  CONNECT_COMPLETE     1        101  status=success
  +65  LOG  11001                adapter  -    ssid=net
  +66  LOG  11010                adapter  -    ssid=net
+2000  LOG  11006                adapter  -    AP-B ssid=net reason=0x48014
+2001  LOG  8002                 adapter  -    ssid=net reason=0x48014
`,
        },
        {
          title: 'Windows alone tells',
          scenario: `
    0  LOG  8000  adapter  -  ssid=net
+1000  LOG  8002  adapter  -  ssid=net reason=0x38003
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    if (session.source !== 'driver') return undefined
    const {windows, told} = session
    // Association is the driver's work and security is not.
    const insecure = eventsOf(told, 11006, 11009, 12013, 20013).length > 0
    if (windows.disagreement === null || insecure) return PASS
    const lost = session.kind === 'roam' && windows.outcome === 'failed' ? endOfRoam(told, trace) : null
    const end = eventsOf(told, 8001, 8002, 11005).at(-1) ?? lost ?? told.at(-1)
    const own = session.task?.m4 ?? session.success?.event ?? session.events.at(-1)
    if (end === undefined || own === undefined) return undefined
    return violation({
      atUs: end.atUs,
      message: `Driver and Windows disagree: ${windows.disagreement}.`,
      evidence: [own, end],
      about: [end],
      session,
    })
  },
}
