import type {TraceEvent} from '../../events/event.js'
import {said} from './event-facts.js'

/**
 * Leaves out events that another file tells as well, with a finer clock: reports have whole seconds of what the event
 * log has to 100 ns. `granularityUs`: of each input.
 */
export function withoutCoarserCopies(
  events: readonly TraceEvent[],
  granularityUs: readonly number[],
): readonly TraceEvent[] {
  const grainOf = ({place}: TraceEvent) => granularityUs[place.input] ?? 1
  if (new Set(events.map(({place}) => place.input)).size < 2) return events
  const used = new Set<TraceEvent>()
  const finer = new Map<number, ReadonlyMap<string, readonly TraceEvent[]>>()
  return events.filter(event => {
    const g = grainOf(event)
    let cut = finer.get(g)
    if (cut === undefined) {
      cut = grouped(
        events.filter(other => grainOf(other) < g),
        g,
      )
      finer.set(g, cut)
    }
    const isSame = (other: TraceEvent) =>
      !used.has(other) && other.place.input !== event.place.input && saysTheSame(other, event)
    const original = cut.get(moment(event, g))?.find(isSame)
    if (original !== undefined) used.add(original)
    return original === undefined
  })
}

function grouped(events: readonly TraceEvent[], g: number): ReadonlyMap<string, readonly TraceEvent[]> {
  const groups = new Map<string, TraceEvent[]>()
  for (const event of events) {
    const key = moment(event, g)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [event])
    else group.push(event)
  }
  return groups
}

/** Name and time, cut to whole steps of a clock. */
const moment = ({message, atUs}: TraceEvent, g: number): string => `${message.name} ${Math.floor(atUs / g)}`

function saysTheSame(a: TraceEvent, b: TraceEvent): boolean {
  return ['ssid', 'from', 'to'].every(field => {
    const [one, other] = [said(a, field), said(b, field)]
    return one === null || other === null || one === other
  })
}
