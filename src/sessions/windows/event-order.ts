import type {TraceEvent} from '../../events/event.js'
import {said} from './event-facts.js'

/**
 * Events in the order in which the connection's state machine can have moved. That is the order of time; where moves
 * do not follow from each other in that order and do so in the order of the file, excerpts of several times were put
 * behind each other, and the file is right.
 */
export function inStoryOrder(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const breaks = breaksIn(events)
  if (breaks === 0) return events
  const asWritten = events.toSorted((a, b) => a.place.input - b.place.input || a.place.line - b.place.line)
  return breaksIn(asWritten) < breaks ? asWritten : events
}

/** Moves that do not begin where the last one ended. */
function breaksIn(events: readonly TraceEvent[]): number {
  let state: string | null = null
  let breaks = 0
  for (const event of events) {
    if (event.message.name !== '20007') continue
    const from = said(event, 'from')
    if (state !== null && from !== state) breaks++
    state = said(event, 'to')
  }
  return breaks
}
