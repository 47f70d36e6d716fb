import type {TraceEvent} from '../events/event.js'
import type {Duplicate} from '../sessions/capture.js'

/** Records of one moment that are compared at most: a coarse clock puts thousands at the same time. */
const MOST_AT_ONCE = 4096

/**
 * Takes out records that are in the input twice: equal in time, provider, message, thread, process and payload.
 * Copies come from merged files, or stand side by side in one. `sorted` is in order of time.
 */
export function takeOutDuplicates(sorted: readonly TraceEvent[], severalInputs: boolean) {
  const duplicates: Duplicate[] = []
  const events: TraceEvent[] = []
  for (const event of sorted) {
    const original = copyOf(event, events, severalInputs)
    if (original === null) events.push(event)
    else duplicates.push({event, of: original})
  }
  return {events, duplicates}
}

function copyOf(event: TraceEvent, earlier: readonly TraceEvent[], severalInputs: boolean): TraceEvent | null {
  const oldest = severalInputs ? Math.max(0, earlier.length - MOST_AT_ONCE) : earlier.length - 1
  for (let i = earlier.length - 1; i >= oldest && i >= 0; i--) {
    const candidate = earlier[i] as TraceEvent
    if (candidate.atUs !== event.atUs || candidate.ns !== event.ns) return null
    const neighbours = i === earlier.length - 1 && candidate.place.input === event.place.input
    const otherFile = severalInputs && candidate.place.input !== event.place.input
    if ((neighbours || otherFile) && equal(candidate, event) && !isExcerpt(candidate, event)) return candidate
  }
  return null
}

/**
 * A move of a state machine that another part of the same file tells as well: excerpts of one log behind each other may
 * have a beginning in common and different ends.
 */
const isExcerpt = (a: TraceEvent, b: TraceEvent): boolean =>
  b.message.name === '20007' && a.place.input === b.place.input && Math.abs(b.place.line - a.place.line) > 1

function equal(a: TraceEvent, b: TraceEvent): boolean {
  return (
    a.message.name === b.message.name &&
    a.step === b.step &&
    a.port === b.port &&
    a.transactionId === b.transactionId &&
    a.status === b.status &&
    a.adapterKey === b.adapterKey &&
    a.activityId === b.activityId &&
    a.provider === b.provider &&
    a.cpu === b.cpu &&
    a.pid === b.pid &&
    a.tid === b.tid &&
    a.monoUs === b.monoUs &&
    a.truncated === b.truncated &&
    sameBytes(a.payload, b.payload) &&
    JSON.stringify(a.fields) === JSON.stringify(b.fields)
  )
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === b || (a !== null && b !== null && Buffer.compare(a, b) === 0)
}
