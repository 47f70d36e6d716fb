import type {TraceEvent} from '../../events/event.js'
import {said} from '../../sessions/windows/event-facts.js'
import {blameOfReason, isCancelled} from '../blame-of-reason.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {eventsOf} from '../told-events.js'
import {duration, PASS, violation} from '../verdict.js'

export const windowsConnectFailed: Rule = {
  meta: {
    id: 'windows-connect-failed',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: ['either', 'driver', 'host'],
    basis: 'V',
    class: 'DESC',
    statement: 'A connect that Windows starts ends in a connection.',
    why: 'This is what the user sees: the network was chosen, and there is no connection. No other event of Windows names a step that failed.',
    harmless: 'When the user walked out of range; when somebody cancelled it, it is no more than information.',
    next: 'Read the reason. Where it names the driver (disconnected while associating, failed an operation), a driver trace of the same moment says more.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 8002, 14018; win32/nativewifi/wlan-reason-code',
    needs: ['events 8001 and 8002 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'the driver disconnects while associating',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+850  LOG  8002  adapter  -  ssid=corp reason=0x3800B rssi=-71
`,
        },
        {
          title: 'an operation of the driver fails: the driver',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+200  LOG  8002  adapter  -  ssid=corp reason=0x3800C
`,
        },
        {
          title: 'cancelled by the user: information, and the host’s',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+200  LOG  8002  adapter  -  ssid=corp reason=0x38001
`,
        },
        {
          title: 'only the words of the event were exported, and it stands alone',
          scenario: `
0  LOG  8002  adapter  -  ssid=corp why="The specific network is not available." rssi=255
`,
        },
      ],
      good: [
        {
          title: 'connected',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+850  LOG  8001  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
        {
          title: 'another event names the step that failed',
          scenario: `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
+5010  LOG  11002  adapter  -  ssid=corp reason=0x38003
+5020  LOG  8002   adapter  -  ssid=corp reason=0x38003
`,
        },
        {
          title: 'the end is not in the capture',
          scenario: `
capture to=900

   0  LOG  8000  adapter  -  ssid=corp profile=corp
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['connect'],
  check({told, windows, partial}) {
    if (windows.outcome === 'success') return PASS
    if (windows.outcome !== 'failed') return undefined
    const [first] = told
    const end = endOf(told)
    if (first === undefined || end === undefined) return undefined
    const after = partial || first === end ? '' : ` after ${duration(end.atUs - first.atUs)}`
    return violation({
      atUs: end.atUs,
      message: `Windows could not connect${after}: ${reasonSaid(end)}.`,
      evidence: first === end ? [end] : [first, end],
      about: [end],
      blame: blameOfReason(end),
      severity: isCancelled(end) ? 'info' : 'warning',
    })
  },
}

/** The record that tells of the end; without one the last step that failed, which another rule reports. */
function endOf(told: readonly TraceEvent[]): TraceEvent | undefined {
  const ends = [[8002], [14018], [11002, 11006, 11009, 12013, 20013]].map(ids => eventsOf(told, ...ids).at(-1))
  return ends.find(end => end !== undefined) ?? told.findLast(gaveUp) ?? told.at(-1)
}

const gaveUp = (event: TraceEvent): boolean =>
  event.message.name === '20007' && said(event, 'from') === 'Authenticating' && said(event, 'to') === 'Roaming'
