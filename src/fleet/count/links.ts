import type {Micros} from '../../events/units.js'
import {seconds} from '../../events/units.js'
import type {Trace} from '../../rules/trace.js'
import type {Adapter} from '../../sessions/adapter.js'
import type {Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

/** Silence beyond this is not counted: nobody can say that the machine was awake. */
const LONGEST_SILENCE = seconds(3600)

/** Time in association, and how much of it passed without service because of roams. */
export function countLinks(tally: CaptureTally): void {
  const {trace} = tally
  const silences = longSilences(trace)
  const sessionOf = new Map(trace.sessions.map(session => [session.success?.event.seq, session]))
  for (const [adapter, replay] of trace.all.replays) {
    for (const {history} of replay.ports.values()) {
      for (const [i, {state, since}] of history.entries()) {
        if (state !== 'associated' || since === null) continue
        const untilUs = history[i + 1]?.since?.atUs ?? trace.silence.endUs
        const session = sessionOf.get(since.seq)
        const place = session === undefined ? {adapter, kind: null} : tally.placeOf(session)
        tally.sum(place, 'associatedUs', lengthWithout(silences, since.atUs, untilUs))
      }
    }
  }
  for (const session of trace.index.sessions(['roam'])) if (session.outcome === 'success') countOutage(tally, session)
}

/** gap-service; where keys are not exported gap-l2, which ends too early. */
function countOutage(tally: CaptureTally, session: Session): void {
  const place = tally.placeOf(session)
  const {gapService, gapL2} = session.totals
  const shorter = gapService === null && !keysExported(session.adapter, tally.trace) ? gapL2 : null
  const outageUs = gapService ?? shorter
  tally.sum(place, 'ratedRoams')
  if (outageUs === null) return
  tally.sum(place, 'outageUs', outageUs)
  tally.sum(place, 'outageMeasured')
  if (gapService === null) tally.sum(place, 'outageFromL2')
}

function keysExported(adapter: Adapter, {families}: Trace): boolean {
  return families.stated === null ? families.hasMessage(adapter, 'SET_ADD_CIPHER_KEYS') : families.has(adapter, 'PROP')
}

interface Silence {
  readonly startUs: Micros
  readonly endUs: Micros
}

/** What lies beyond the longest silence that counts, in each span without any event of the capture. */
function longSilences({all, silence}: Trace): Silence[] {
  const silences: Silence[] = []
  const times = [...all.events.map(({atUs}) => atUs), silence.endUs]
  for (const [i, endUs] of times.entries()) {
    const startUs = (times[i - 1] ?? endUs) + LONGEST_SILENCE
    if (endUs > startUs) silences.push({startUs, endUs})
  }
  return silences
}

/** Associations change at events only, so that each silence lies in one of them as a whole. */
function lengthWithout(silences: readonly Silence[], startUs: Micros, endUs: Micros): number {
  const inside = silences.filter(silence => silence.startUs >= startUs && silence.endUs <= endUs)
  return inside.reduce((length, silence) => length - (silence.endUs - silence.startUs), endUs - startUs)
}
