import {seconds} from '../../events/units.js'
import {autoConfigId, said} from '../../sessions/windows/event-facts.js'
import {absence} from '../doubt.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** Longer than the time-outs of association, keys and 802.1X; a question to the user may take longer. */
const LIMIT = seconds(60)

export const windowsSessionUnfinished: Rule = {
  meta: {
    id: 'windows-session-unfinished',
    category: 'autoconfig',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'A',
    class: 'HEUR',
    statement: 'A connect that Windows starts ends: in a connection, in a failure, or in another attempt.',
    why: 'Windows waits for somebody, and until then it does not try anything else. Mostly that is the driver, which neither completes nor fails the connect.',
    harmless: 'While the user is asked for a password; and where only some of the events were exported.',
    next: 'See in which step it stopped: the last event of the connect says. Behind 11000 the driver is awaited, behind 11010 the access point or the user.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '60 s',
    source: 'reasoning; Microsoft-Windows-WLAN-AutoConfig 8000 to 8003',
    needs: ['event 8000, and 8001, 8002 or 8003 anywhere in the capture'],
    examples: {
      bad: [
        {
          title: 'nothing comes after the association began',
          scenario: `
capture from=-30000 to=120000

-20000  LOG  8001   adapter  -  ssid=corp
-10000  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the user."
     0  LOG  8000   adapter  -  ssid=corp
   +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
        {
          title: 'inconclusive: the end may have been lost',
          scenario: `
capture from=-30000 to=120000 loss=30000..31000

-20000  LOG  8001   adapter  -  ssid=corp
-10000  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the user."
     0  LOG  8000   adapter  -  ssid=corp
   +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
      ],
      good: [
        {
          title: 'the capture ends 59 s after the last event',
          scenario: `
capture from=-30000 to=59010

-20000  LOG  8001   adapter  -  ssid=corp
-10000  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the user."
     0  LOG  8000   adapter  -  ssid=corp
   +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
        {
          title: 'no connect of the capture has an end: such events were not exported',
          scenario: `
capture to=120000

   0  LOG  8000   adapter  -  ssid=corp
 +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
`,
        },
        {
          title: 'ended after 59 s',
          scenario: `
capture to=120000

    0  LOG  8000   adapter  -  ssid=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Personal
59000  LOG  8002   adapter  -  ssid=corp reason=0x38003
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['connect'],
  check(session, trace) {
    const {windows, told} = session
    const [first] = told
    const last = told.at(-1)
    if (windows.outcome !== 'incomplete') return PASS
    // The driver's rules know the end of its own task.
    if (session.source !== 'autoconfig' || first === undefined || last === undefined || !isStart(first))
      return undefined
    const limit = last.atUs + LIMIT
    if (!hasEnds(trace)) return notApplicable('no end of any connect is in the capture: such events were not exported')
    if (!trace.silence.reaches(limit)) return notApplicable('the capture ends before the limit')
    return violation({
      atUs: limit,
      message: `Nothing ends the connect that Windows started: the last event is ${last.message.name}${stateOf(last.message.name, said(last, 'to'))}, and ${duration(LIMIT)} later there is still no other.`,
      evidence: first === last ? [first] : [first, last],
      expected: ['8001, 8002 or 8003'],
      undone: absence(trace, last.atUs, limit),
    })
  },
}

const isStart = (event: Parameters<typeof autoConfigId>[0]): boolean => autoConfigId(event) === 8000

const stateOf = (name: string, to: string | null): string => (name === '20007' && to !== null ? ` (${to})` : '')

const hasEnds = (trace: Trace): boolean => trace.index.events(['8001', '8002', '8003']).length > 0
