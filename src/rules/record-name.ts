import type {TraceEvent} from '../events/event.js'

/** A record in a sentence: "M3 of TASK_SCAN", "DISASSOCIATION"; completions have names of their own. */
export function recordName({step, message}: TraceEvent): string {
  return step === 'M1' || step === 'M3' ? `${step} of ${message.name}` : message.name
}
