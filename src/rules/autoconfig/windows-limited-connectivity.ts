import {recoveryWords} from '../../autoconfig/recovery.js'
import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {flagIn, numberIn, said} from '../../sessions/windows/event-facts.js'
import {listing} from '../listing.js'
import {inQuotes} from '../reason-said.js'
import type {Rule} from '../rule.js'
import {shown} from '../told-events.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** What Windows notices and does within this time is one episode (heuristic). */
const EPISODE = seconds(30)
/** LimitedRecoveryTypeMap. */
const NONE = '1'

export const windowsLimitedConnectivity: Rule = {
  meta: {
    id: 'windows-limited-connectivity',
    category: 'autoconfig',
    tier: 1,
    severity: 'warning',
    blame: 'either',
    basis: 'V',
    class: 'DESC',
    statement: 'While the machine is connected it reaches its gateway, and Windows has nothing to repair.',
    why: 'There is a connection, and nothing goes through it. Windows then roams, disconnects or resets the adapter: the cause of disconnects that look like the driver’s.',
    harmless: 'When the network behind the access point failed, which a second machine shows at once.',
    next: 'Look whether other machines at the same AP were well: if so, the driver’s data path is suspected, and its statistics (event 40002) and a driver trace help.',
    limits: [],
    numbers: '30 s (one episode)',
    source: 'Microsoft-Windows-WLAN-AutoConfig 4003, 14073, 14074; manifest, LimitedRecoveryTypeMap',
    needs: ['events 4003, 14073 or 14074 of WLAN AutoConfig'],
    examples: {
      bad: [
        {
          title: 'the gateway is lost, and Windows resets the adapter: one episode',
          scenario: `
    0  LOG  14074  adapter  -  reachable=false
+5000  LOG  14073  adapter  -  type=4
+5001  LOG  4003   adapter  -  type=4 error=0x0 change=5
`,
        },
        {
          title: 'the system log has only the repair',
          scenario: `
0  LOG  4003  adapter  -  type=4 error=0x0 change=5
`,
        },
        {
          title: 'twice within 31 s: two episodes',
          scenario: `
    0  LOG  14074  adapter  -  reachable=0
31000  LOG  14074  adapter  -  reachable=0
`,
        },
      ],
      good: [
        {
          title: 'the gateway can be reached',
          scenario: `
0  LOG  14074  adapter  -  reachable=true
`,
        },
        {
          title: 'nothing to repair',
          scenario: `
0  LOG  14073  adapter  -  type=1
`,
        },
        {
          title: 'no value was exported',
          scenario: `
0  LOG  14074  adapter  -
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['4003', '14073', '14074'],
  check(event, trace) {
    const bad = isBad(event)
    if (bad === null) return notApplicable('the state of the gateway is not exported (event 14074)')
    if (!bad) return PASS
    if (trace.around(event, EPISODE).some(other => isBad(other) === true && other.seq < event.seq)) return undefined
    const episode = episodeFrom(event, trace)
    const last = episode.at(-1) ?? event
    const long =
      last.atUs - event.atUs > EPISODE ? ` (${episode.length} events in ${duration(last.atUs - event.atUs)})` : ''
    return violation({
      atUs: event.atUs,
      message: `Windows finds that the connection does not work: ${words(episode)}${long}.`,
      evidence: shown(episode),
    })
  },
}

/** What follows within the time, and what follows that. */
function episodeFrom(first: TraceEvent, trace: Trace): readonly TraceEvent[] {
  const episode = [first]
  for (let next: TraceEvent | null = first; next !== null; ) {
    next = trace.nextOfAdapter(next, other => isBad(other) === true, next.atUs + EPISODE)
    if (next !== null) episode.push(next)
  }
  return episode
}

/** null: cannot be told; false as well for events of other kinds. */
function isBad(event: TraceEvent): boolean | null {
  if (event.message.name === '4003') return true
  if (event.message.name === '14073') return said(event, 'type') !== NONE && said(event, 'type') !== 'None'
  if (event.message.name !== '14074') return false
  const reachable = flagIn(event, 'reachable')
  return reachable === null ? null : !reachable
}

/** What is noticed, what is done about it, and why. */
function words(found: readonly TraceEvent[]): string {
  const lost = found.some(({message}) => message.name === '14074') ? ['the gateway cannot be reached'] : []
  const repairs = found.filter(({message}) => message.name !== '14074')
  const names = [...new Set(repairs.map(repair).filter(text => text !== null))]
  const reason = repairs.map(event => numberIn(event, 'change')).find(change => change !== null)
  const why = reason === undefined ? '' : `, trigger reason ${reason}`
  const starts = repairs.length === 0 ? [] : [`a repair starts${names.length > 0 ? `: ${listing(names)}` : ''}${why}`]
  return [...lost, ...starts].join('; ')
}

/** Only 14073 uses the published map: older builds count the steps of a repair in 4003. */
function repair(event: TraceEvent): string | null {
  const type = said(event, 'type')
  if (type === null) return null
  const words = event.message.name === '14073' ? recoveryWords(type) : null
  return words ?? `type ${/^\d{1,9}$/.test(type) ? type : inQuotes(type)}`
}
