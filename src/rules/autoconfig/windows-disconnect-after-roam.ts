import {between} from '../doubt.js'
import {reasonSaid} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {eventsOf, shown} from '../told-events.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {whoDisconnected} from '../who-disconnected.js'

export const windowsDisconnectAfterRoam: Rule = {
  meta: {
    id: 'windows-disconnect-after-roam',
    category: 'autoconfig',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'O',
    class: 'HEUR',
    statement:
      'A connection made by a roam that Windows tells of lasts longer than half a minute, unless somebody ends it.',
    why: 'The roam counts as a success, but the user lost the connection all the same.',
    harmless: 'When the user walked out of the building or switched the radio off.',
    next: 'Compare the signal and the AP before and after the roam. A trace of the driver has the reason of the AP, which Windows does not log.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '30 s',
    source: 'reasoning; disconnect-after-roam has the same for what the driver tells',
    needs: ['events of a roam (11004, 11010, 11005, or 20007), and 8003 or 20007 after it'],
    examples: {
      bad: [
        {
          title: 'the driver disconnects 8 s after the roam',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +60  LOG  11005  adapter  -  ssid=corp
8060  LOG  8003   adapter  -  ssid=corp reason=0 why="The network is disconnected by the driver."
`,
        },
        {
          title: 'exactly 30 s after it',
          scenario: `
    0  LOG  11004  adapter  -  ssid=corp
  +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
  +60  LOG  11005  adapter  -  ssid=corp
30060  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the driver."
`,
        },
        {
          title: 'inconclusive: the words of the event do not tell roamscope who ended it',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +60  LOG  11005  adapter  -  ssid=corp
8060  LOG  8003   adapter  -  ssid=corp why="A rede está desconectada pelo driver."
`,
        },
      ],
      good: [
        {
          title: '30 s and a microsecond after it',
          scenario: `
        0  LOG  11004  adapter  -  ssid=corp
      +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
      +60  LOG  11005  adapter  -  ssid=corp
30060.001  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the driver."
`,
        },
        {
          title: 'the user disconnects',
          scenario: `
   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +60  LOG  11005  adapter  -  ssid=corp
8060  LOG  8003   adapter  -  ssid=corp why="The network is disconnected by the user."
`,
        },
        {
          title: 'the next roam comes first',
          scenario: `
    0  LOG  11004  adapter  -  ssid=corp
  +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
  +60  LOG  11005  adapter  -  ssid=corp
20000  LOG  11004  adapter  -  ssid=corp
20010  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
20060  LOG  11005  adapter  -  ssid=corp
`,
        },
        {
          title: 'the capture ends 10 s after the roam',
          scenario: `
capture to=10060

   0  LOG  11004  adapter  -  ssid=corp
 +10  LOG  11010  adapter  -  ssid=corp auth=WPA2-Personal
 +60  LOG  11005  adapter  -  ssid=corp
`,
        },
      ],
    },
  },
  subject: 'windows',
  kinds: ['roam'],
  check(session, trace) {
    // Of what the driver tells, disconnect-after-roam judges.
    if (session.source !== 'autoconfig') return undefined
    const end = session.told.findLast(({atUs}) => atUs === session.endUs)
    if (session.windows.outcome !== 'success' || end === undefined) return notApplicable('no successful roam')
    const limit = end.atUs + trace.settings.brokenAfterRoamUs
    const next = trace.nextOfAdapter(
      end,
      event => !session.told.includes(event) && trace.sessionAt(event) !== null,
      limit,
    )
    if (next === null) {
      const covered = trace.silence.reaches(limit) && !trace.silence.lost(end.atUs, limit)
      return covered ? PASS : notApplicable('the time after the roam is not covered by the capture')
    }
    const after = trace.sessionAt(next)
    if (after?.kind !== 'disconnect') return PASS
    const logged = eventsOf(after.told, 8003)[0] ?? null
    const disconnector = logged === null ? null : whoDisconnected(logged, trace)
    if (disconnector?.who === 'others') return PASS
    return violation({
      atUs: next.atUs,
      message: `The connection broke ${duration(next.atUs - end.atUs)} after the roam: ${logged === null ? 'the state machine says no reason' : reasonSaid(logged)}.`,
      evidence: [end, ...shown(after.told)],
      undone: between(trace, end, next),
      inconclusive: disconnector === null,
      ...(disconnector?.sure === false ? {confidence: 'medium' as const} : {}),
    })
  },
}
