import type {TraceEvent} from '../../events/event.js'
import type {Mac} from '../../events/units.js'
import type {Phase, SecurityClass, Whose} from '../session.js'
import {autoConfigId, flagIn, numberIn, reasonCode, said} from './event-facts.js'
import type {Chapter} from './story.js'
import {tracksIn, turnIn} from './tracks.js'
import type {Stay, WindowsReason, WindowsView} from './view.js'

/** What stands for "not known" in the event log. */
const NO_RSSI = 255

/** Everything that AutoConfig says of one connect, roam or disconnect. */
export function viewOf({events, outcome, kind}: Chapter): WindowsView {
  const first = (field: string) => events.map(event => said(event, field)).find(text => text !== null) ?? null
  const latest = (field: string) =>
    numberOf(
      events.findLast(event => numberIn(event, field) !== null),
      field,
    )
  const count = (id: number) => events.filter(event => autoConfigId(event) === id).length
  const rssi = latest('rssi')
  const flags = events.map(event => flagIn(event, 'onex')).filter(flag => flag !== null)
  return {
    outcome,
    ssid: first('ssid'),
    profile: first('profile'),
    mode: first('mode'),
    phy: first('phy'),
    authentication: first('auth'),
    cipher: first('cipher'),
    onex: flags[0] ?? (count(12011) > 0 ? true : null),
    reason: outcome === 'success' && kind !== 'disconnect' ? null : reasonIn(events),
    dot11Status: latest('status'),
    rssi: rssi === NO_RSSI ? null : rssi,
    onexStarts: count(12011),
    onexRestarts: count(12014),
    tracks: tracksIn(events),
    ...(outcome === 'success' ? {lastGood: null, firstBad: null} : turnIn(events)),
    disagreement: null,
  }
}

const numberOf = (event: TraceEvent | undefined, field: string): number | null =>
  event === undefined ? null : numberIn(event, field)

/** The reason of a failure or an end; the last record that has one knows most. 11004 gives a hint only. */
const REASONS: ReadonlySet<number | null> = new Set([8002, 8003, 8004, 11002, 11006, 11009, 12013, 14018, 20013, 21013])

function reasonIn(events: readonly TraceEvent[]): WindowsReason | null {
  const reasons = events
    .filter(event => REASONS.has(autoConfigId(event)))
    .map(event => ({code: reasonCode(event), text: said(event, 'why')}))
  const best =
    reasons.findLast(({code, text}) => code !== null && text !== null) ??
    reasons.findLast(({code, text}) => code !== null || text !== null)
  return best ?? null
}

const staysIn = (events: readonly TraceEvent[]): readonly Stay[] =>
  tracksIn(events).find(({machine}) => machine === 'connection')?.states ?? []

const PHASES: readonly {
  readonly name: string
  readonly from: (event: TraceEvent) => boolean
  readonly to: (event: TraceEvent) => boolean
  readonly whose: Whose
}[] = [
  {name: 'association', from: is(11000), to: is(11001, 11002), whose: 'driver and AP'},
  {name: 'security', from: is(11003, 11010), to: is(11005, 11006), whose: 'handshake with the AP and host'},
  {name: '802.1x', from: is(12011, 12014), to: is(12012, 12013), whose: 'handshake with the AP and host'},
]

function is(...ids: readonly number[]): (event: TraceEvent) => boolean {
  return event => ids.includes(autoConfigId(event) ?? -1)
}

/** Phases between two records of the event log, in order of their beginnings; the number counts repetitions. */
export function phasesIn(
  events: readonly TraceEvent[],
  isUnmeasured: (from: TraceEvent, to: TraceEvent) => boolean,
): Phase[] {
  const phases = PHASES.flatMap(({name, from, to, whose}) => {
    const found: Phase[] = []
    let begun: TraceEvent | null = null
    for (const event of events) {
      if (from(event)) begun = event
      else if (begun !== null && to(event)) {
        const durationUs = isUnmeasured(begun, event) ? null : event.atUs - begun.atUs
        found.push({name, attempt: found.length + 1, startUs: begun.atUs, durationUs, whose})
        begun = null
      }
    }
    return found
  })
  const names = new Set(phases.map(({name}) => name))
  const others = statePhases(events).filter(({name}) => !names.has(name))
  return [...phases, ...others].sort((a, b) => a.startUs - b.startUs)
}

/** What the state machine does in its states. */
const STATE_PHASES: ReadonlyMap<string, {readonly name: string; readonly whose: Whose}> = new Map([
  ['Ihv_Configuring', {name: 'configuring', whose: 'host'}],
  ['Configuring', {name: 'configuring', whose: 'host'}],
  ['Associating', {name: 'association', whose: 'driver and AP'}],
  ['Authenticating', {name: 'security', whose: 'handshake with the AP and host'}],
])

/** Stays that belong to one phase and follow each other are one. */
function statePhases(events: readonly TraceEvent[]): Phase[] {
  const phases: Phase[] = []
  for (const {state, fromUs, us} of staysIn(events)) {
    const known = STATE_PHASES.get(state)
    if (known === undefined || us === null) continue
    const last = phases.at(-1)
    if (last?.name === known.name && last.durationUs !== null && last.startUs + last.durationUs === fromUs) {
      phases[phases.length - 1] = {...last, durationUs: last.durationUs + us}
    } else {
      const attempt = phases.filter(({name}) => name === known.name).length + 1
      phases.push({...known, attempt, startUs: fromUs, durationUs: us})
    }
  }
  return phases
}

/** Names of WLAN AutoConfig and of its manifest's DOT11_AUTH_ALGORITHM. */
const CLASSES: readonly (readonly [RegExp, SecurityClass])[] = [
  [/owe|enhanced open/i, 'owe'],
  [/enterprise|^wpa$|^rsna$|^wpa2$|^wpa3$/i, '8021x'],
  [/sae|wpa3.?personal/i, 'sae'],
  [/personal|psk/i, 'psk'],
  [/^open/i, 'open'],
]

/** Security of a connection as far as Windows tells it: keys from the cache, 802.1X that ran, else the profile's. */
export function classOf(chapter: Chapter, {authentication, onex}: WindowsView): SecurityClass {
  if (chapter.events.some(event => is(21055)(event) && flagIn(event, 'fast') === true)) return 'pmkid'
  if (chapter.events.some(is(12011, 12012))) return '8021x'
  if (onex === true) return chapter.kind === 'connect' ? '8021x' : 'unknown'
  const found = CLASSES.find(([name]) => authentication !== null && name.test(authentication))
  return found?.[1] ?? 'unknown'
}

/** The access point that the last record with an address names. */
export const peerIn = (events: readonly TraceEvent[]): Mac | null =>
  (events.map(event => said(event, 'peer')).findLast(peer => peer !== null) ?? null) as Mac | null
