import type {TraceEvent} from '../events/event.js'
import {seconds} from '../events/units.js'
import {autoConfigId} from '../sessions/windows/event-facts.js'
import type {Trace} from './trace.js'

/** Records of one thing that no session holds are this close to each other (heuristic). */
const NEAR = seconds(2)

const isOneOf = (event: TraceEvent, ids: readonly number[]): boolean => ids.includes(autoConfigId(event) ?? -1)

/** Events of WLAN AutoConfig among some, by id. */
export const eventsOf = (events: readonly TraceEvent[], ...ids: readonly number[]): readonly TraceEvent[] =>
  events.filter(event => isOneOf(event, ids))

/**
 * What Windows tells together with an event, itself among it: the records of its connect, roam or disconnect, else
 * those of its adapter in the two seconds around it.
 */
export function toldWith(event: TraceEvent, trace: Trace): readonly TraceEvent[] {
  const told = trace.sessionAt(event)?.told ?? []
  if (told.length > 0) return told
  const around = trace.around(event, NEAR).filter(other => autoConfigId(other) !== null)
  return around.length > 0 ? around : [event]
}

/** All of some ids that are told with an event, where it is the first of them: one thing is reported once. */
export function allIfFirst(event: TraceEvent, trace: Trace, ...ids: readonly number[]): readonly TraceEvent[] | null {
  const told = toldWith(event, trace)
  return told.find(other => isOneOf(other, ids)) === event ? eventsOf(told, ...ids) : null
}

/** Of very many records enough to look at: the first ones and the last. */
export const shown = (events: readonly TraceEvent[]): readonly TraceEvent[] =>
  events.length <= 10 ? events : [...events.slice(0, 9), ...events.slice(-1)]
