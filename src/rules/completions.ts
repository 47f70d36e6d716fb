import type {TraceEvent} from '../events/event.js'
import {ALL_MESSAGES} from '../wdi/messages.js'

/** Names under which a task completion (M4) may be indicated: its own, or that of the command (rules.md F.1). */
export const COMPLETIONS: readonly string[] = ALL_MESSAGES.filter(
  ({kind}) => kind === 'completion' || kind === 'task',
).map(({name}) => name)

export function isCompletion({step, message}: TraceEvent): boolean {
  return step === 'IND' && (message.kind === 'completion' || message.kind === 'task')
}

/** Task that an indication claims to complete. */
export function completedTask({message}: TraceEvent): string | null {
  return message.kind === 'task' ? message.name : message.counterpart
}
