import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import {isResetRecovery} from '../sessions/replay.js'
import type {Trace} from './trace.js'

/** What takes every connection of an adapter away, whatever the port. */
const NAMES = ['FIRMWARE_STALLED', '5002', 'REMOVED', 'BOOT', 'TASK_CLOSE']

/** First firmware stall, reset recovery, removal, restart or close of the adapter in this closed window. */
export function deviceReset(adapter: Adapter, fromUs: Micros, toUs: Micros, trace: Trace): TraceEvent | null {
  const inWindow = ({atUs}: TraceEvent) => atUs >= fromUs && atUs <= toUs
  const resets = (event: TraceEvent) => event.message.name !== '5002' || isResetRecovery(event, trace.reader)
  const events = trace.index
    .events(NAMES)
    .filter(event => inWindow(event) && trace.adapterOf(event) === adapter && resets(event))
  return events.sort((a, b) => a.seq - b.seq)[0] ?? null
}
