import type {TraceEvent} from '../events/event.js'
import {START_EDGE} from '../sessions/hang-limits.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

type Test = (event: TraceEvent) => boolean

/**
 * What may hide the start that a legacy record presupposes: the edge, while the capture is younger than 40 s and has
 * shown nothing of the kind (`known`); loss since the last record of the kind on the port.
 */
export function unseenStart(event: TraceEvent, known: boolean, isOfKind: Test, trace: Trace): LimitCode[] {
  const {silence} = trace
  const codes: LimitCode[] = []
  if (!known && event.atUs - silence.startUs < START_EDGE) codes.push('L-EDGE')
  const since = trace.previous(event, isOfKind)?.atUs ?? silence.startUs
  if (silence.lostBetween(since, event.atUs)) codes.push('L-LOSS')
  return codes
}
