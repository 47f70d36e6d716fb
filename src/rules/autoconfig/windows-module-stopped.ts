import {numberIn, said} from '../../sessions/windows/event-facts.js'
import {inQuotes} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {PASS, violation} from '../verdict.js'

const WORDS: ReadonlyMap<string, string> = new Map([
  ['10000', 'could not be started'],
  ['10002', 'has stopped'],
  ['10003', 'has stopped unexpectedly'],
  ['10004', 'did not answer in time'],
])

/** What Windows itself logs as an error. */
const ERRORS: ReadonlySet<string> = new Set(['10000', '10003'])

export const windowsModuleStopped: Rule = {
  meta: {
    id: 'windows-module-stopped',
    category: 'autoconfig',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'The extensibility module of the driver’s vendor starts, runs and answers.',
    why: 'The module is a part of the driver package inside a service of Windows. Without it some drivers cannot connect, and Windows gives up every connection that is under way.',
    harmless:
      'Event 10002 (a warning, as is the time-out 10004) comes with every orderly end as well: shutdown, a disabled adapter, an update of the driver.',
    next: 'For 10000 and 10003 look for a crash of WUDFHost or wlanext at the same time in the application log, and give the dump to the driver team.',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-WLAN-AutoConfig 10000, 10002, 10003, 10004',
    needs: ['events 10000 to 10004 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'it crashed: an error, as in Windows’ own log',
          scenario: `
0  LOG  10003  adapter  -  module="C:\\Windows\\system32\\IntelIHVRouter.dll"
`,
        },
        {
          title: 'stopped: a warning',
          scenario: `
0  LOG  10002  adapter  -  module="C:\\Windows\\system32\\IntelIHVRouter.dll"
`,
        },
        {
          title: 'a time-out of a module without name',
          scenario: `
0  LOG  10004  adapter  -
`,
        },
        {
          title: 'not started, with the number of the error',
          scenario: `
0  LOG  10000  adapter  -  module="C:\\Windows\\system32\\IntelIHVRouter.dll" error=126
`,
        },
      ],
      good: [
        {
          title: 'started',
          scenario: `
0  LOG  10001  adapter  -  module="C:\\Windows\\system32\\IntelIHVRouter.dll"
`,
        },
        {
          title: 'a connect fails for want of the module: windows-connect-failed',
          scenario: `
   0  LOG  8000  adapter  -  ssid=corp profile=corp
+100  LOG  8002  adapter  -  ssid=corp reason=0x3800D
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['10000', '10001', '10002', '10003', '10004'],
  check(event) {
    const {name} = event.message
    const words = WORDS.get(name)
    if (words === undefined) return PASS
    const file = inQuotes(said(event, 'module')?.split(/[\\/]/).at(-1) ?? null)
    const error = numberIn(event, 'error')
    const number = error === null || error === 0 ? '' : `: error ${error}`
    return violation({
      atUs: event.atUs,
      message: `The vendor’s extensibility module${file === null ? '' : ` ${file}`} ${words}${number} (event ${name}).`,
      evidence: [event],
      severity: ERRORS.has(name) ? 'error' : 'warning',
    })
  },
}
