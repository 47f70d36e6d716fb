import type {TraceEvent} from '../events/event.js'
import {ms} from '../events/units.js'
import {type Command, ownCompletion, type Task} from '../sessions/task.js'
import {between} from './doubt.js'
import type {LimitCode, Observation} from './rule.js'
import type {Trace} from './trace.js'

/** A record of the driver may be written this much after the call that set off the next command. */
const LATE_RECORD = ms(1)

/**
 * Doubts about a command that was sent while others were open. Loss undoes the overlap where it may hide the end of
 * every one of them; an end recorded later shows that nothing was hidden. An end no more than 1 ms after the command
 * leaves little confidence in the order of the two. `endOf`: the record that would have ended the wait.
 */
export function overlapDoubt(
  m1: TraceEvent,
  open: readonly Command[],
  endOf: (command: Command) => TraceEvent | null,
  trace: Trace,
): Pick<Observation, 'undone' | 'confidence'> {
  const hidden = open.every(
    other => !showsOpen(other, endOf(other)) && other.m1 !== null && between(trace, other.m1, m1).length > 0,
  )
  const late = open.every(other => (endOf(other)?.atUs ?? Infinity) - m1.atUs <= LATE_RECORD)
  const undone: LimitCode[] = hidden ? ['L-LOSS'] : []
  return late ? {undone, confidence: 'low'} : {undone}
}

/** An end that is surely the command's own. */
function showsOpen(command: Command, end: TraceEvent | null): boolean {
  return end !== null && (!('m4' in command) || end !== (command as Task).m4 || ownCompletion(command as Task) !== null)
}
