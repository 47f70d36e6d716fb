import type {TraceEvent} from '../events/event.js'
import {autoConfigId, said} from '../sessions/windows/event-facts.js'
import type {Trace} from './trace.js'

/** The link is down, or a new connect begins. */
function isEnd(event: TraceEvent): boolean {
  const id = autoConfigId(event)
  return (
    id === 8000 || id === 8002 || id === 8003 || id === 20000 || (id === 20007 && said(event, 'to') === 'Disconnected')
  )
}

/** The record by which Windows tells that a roam lost the link; it may belong to what came after the roam. */
export function endOfRoam(told: readonly TraceEvent[], trace: Trace): TraceEvent | null {
  const last = told.at(-1)
  if (last === undefined) return null
  return isEnd(last) ? last : trace.nextOfAdapter(last, isEnd)
}
