import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {LimitCode} from './rule.js'
import type {Trace} from './trace.js'

/** First power transition of the system in this closed window: sleep stops the clocks of the host. */
export function sleepIn(trace: Trace, fromUs: Micros, toUs: Micros): TraceEvent | null {
  return trace.index.events(['POWER']).find(({atUs}) => atUs >= fromUs && atUs <= toUs) ?? null
}

/** A duration that a sleep of the machine is part of proves nothing: L-HOST. */
export function sleepDoubt(trace: Trace, fromUs: Micros, toUs: Micros): LimitCode[] {
  return sleepIn(trace, fromUs, toUs) === null ? [] : ['L-HOST']
}
