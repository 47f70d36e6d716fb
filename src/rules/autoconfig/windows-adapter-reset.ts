import type {TraceEvent} from '../../events/event.js'
import {numberIn, said} from '../../sessions/windows/event-facts.js'
import {inQuotes} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {notApplicable, violation} from '../verdict.js'

export const windowsAdapterReset: Rule = {
  meta: {
    id: 'windows-adapter-reset',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'NDIS does not have to reset the adapter.',
    why: 'NDIS logs a reset when the driver says that its hardware hangs, or when a request is not completed. The connection is lost with it.',
    harmless: 'When somebody asked for it, as a tool of the vendor may.',
    next: 'Look at the session before it. reset-recovery-logged tells of the resets that WDI orders itself (event 5002).',
    limits: [],
    numbers: null,
    source: 'Microsoft-Windows-NDIS 10400; network/reset',
    needs: ['event 10400 of NDIS in the system log, and anything else of the same adapter'],
    examples: {
      bad: [
        {
          title: 'for the second time, with the number of the reason',
          scenario: `
0    LOG  8001        adapter  -  ssid=corp
5000 LOG  NDIS-10400  adapter  -  reset=5 count=2
`,
        },
        {
          title: 'only the words of the event were exported',
          scenario: `
0    LOG  8001        adapter  -  ssid=corp
5000 LOG  NDIS-10400  adapter  -
`,
        },
      ],
      good: [
        {
          title: 'nothing says that it was a Wi-Fi adapter',
          scenario: `
0  LOG  NDIS-10400  adapter  -  reset=5 count=1
`,
        },
        {
          title: 'the adapter of a cable was reset',
          scenario: `
adapter wifi
adapter cable

0     LOG  8001        adapter@wifi   -  ssid=corp
5000  LOG  NDIS-10400  adapter@cable  -  reset=5 count=1
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['NDIS-10400'],
  check(event, trace) {
    if (trace.adapterOf(event)?.events.some(isWifi) !== true)
      return notApplicable('nothing says that the adapter which was reset is one of Wi-Fi')
    const times = numberIn(event, 'count')
    const reason = said(event, 'reset')
    const number = reason !== null && /^(?:\d{1,10}|0x[0-9a-f]{1,8})$/i.test(reason)
    const why = reason === null ? 'no reason is exported' : number ? `reset reason ${reason}` : `${inQuotes(reason)}`
    return violation({
      atUs: event.atUs,
      message: `NDIS resets the adapter: ${why}${times === null ? '' : `, reset number ${times} since it was started`}.`,
      evidence: [event],
    })
  },
}

/** Anything but what every network adapter has. */
const isWifi = ({message}: TraceEvent): boolean =>
  message.name !== 'NDIS-10400' && !message.name.startsWith('NCSI') && !message.name.startsWith('WCMSVC')
