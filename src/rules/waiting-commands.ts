import type {TraceEvent} from '../events/event.js'
import type {Adapter} from '../sessions/adapter.js'
import {START_LIMIT} from '../sessions/hang-limits.js'
import type {Command, Task} from '../sessions/task.js'
import type {Trace} from './trace.js'

/** A command of the adapter, and the commands before it that had no answer yet when it was sent. */
export interface Sent {
  readonly command: Command
  readonly m1: TraceEvent
  readonly waiting: readonly Command[]
}

/**
 * The WDI commands of an adapter in order of their M1, each with those that were still waiting: no M3, and for a
 * task no completion either. A command that nobody answered waits until its hang limit or the reset that ended it.
 */
export function* commandsInOrder(adapter: Adapter, trace: Trace): Generator<Sent> {
  let waiting: Command[] = []
  for (const m1 of adapter.events) {
    if (m1.step !== 'M1' || !isWdiCommand(m1)) continue
    const command = trace.commandOf(m1)
    if (command === null) continue
    if (waiting.length > 0) waiting = waiting.filter(other => !isOver(other, m1))
    yield {command, m1, waiting}
    waiting = [...waiting, command]
  }
}

export function isWdiCommand({message}: Pick<Command, 'message'>): boolean {
  return message.kind === 'task' || message.kind === 'property'
}

/** Completion of a task, response of a property; null: none in the capture. */
export function endOf(command: Command): TraceEvent | null {
  return 'm4' in command ? (command as Task).m4 : command.m3
}

/** The record with which a command stopped waiting for its response; null: none in the capture. */
export function answerOf(command: Command): TraceEvent | null {
  const m4 = 'm4' in command ? (command as Task).m4 : null
  return earlier(earlier(command.m3, m4), command.resetBy)
}

function earlier(a: TraceEvent | null, b: TraceEvent | null): TraceEvent | null {
  if (a === null || b === null) return a ?? b
  return b.seq < a.seq ? b : a
}

function isOver(command: Command, now: TraceEvent): boolean {
  const answer = answerOf(command)
  if (answer !== null && answer.seq < now.seq) return true
  return command.m1 === null || now.atUs - command.m1.atUs > START_LIMIT
}
