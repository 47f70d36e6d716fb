import type {TraceEvent} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {Micros} from '../events/units.js'
import {messageByName} from '../wdi/messages.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'

/** A command from M1 to M3, or only what the capture has of it. */
export interface Command {
  readonly message: Message
  readonly adapter: Adapter
  readonly port: number | null
  readonly transactionId: number | null
  readonly m1: TraceEvent | null
  readonly m3: TraceEvent | null
  /** More responses to the same command (`command-completed-twice`). */
  readonly extraM3: readonly TraceEvent[]
  /** Firmware stall, reset recovery, close or removal that ended it before it was answered. */
  readonly resetBy: TraceEvent | null
}

/** How a completion found its task (rules.md A.0 and the task-lifecycle rules). */
export type CompletionMatch = 'id' | 'wrong-transaction' | 'wrong-kind' | 'wrong-port' | 'fallback'

/** A.1: how the life of a task ended in the capture; `open`: not at all, or hidden by loss. */
export type TaskEnd = 'completed' | 'rejected' | 'hung' | 'device-reset' | 'open'

export interface Task extends Command {
  /** First completion. */
  readonly m4: TraceEvent | null
  readonly match: CompletionMatch | null
  readonly extraM4: readonly TraceEvent[]
  readonly end: TaskEnd
  /** Moment after which the task is not open any more: completion, failed response, reset or limit; null: open to the end. */
  readonly closedUs: Micros | null
  /** ABORT_TASK commands that name this task, sent before its completion. */
  readonly aborts: readonly Command[]
  /** ABORT_TASK commands that crossed the completion. */
  readonly lateAborts: readonly Command[]
  /** Records on its port (or adapter) that belong to it, M1, M3 and completion included, in order of time. */
  readonly events: readonly TraceEvent[]
}

/** NTSTATUS and NDIS_STATUS: the severity bits say failure. */
export function isFailure(status: number | null): boolean {
  return status !== null && status >= 0x80000000
}

/** The completion, where its transaction id shows that it is the task's own; one that was matched without it proves nothing. */
export function ownCompletion({m4, match}: Pick<Task, 'm4' | 'match'>): TraceEvent | null {
  return match === 'wrong-transaction' || match === 'fallback' ? null : m4
}

/** The task that a completion ends; it may also be indicated under the task's own message id (rules.md F.1). */
export function endedTask(message: Message): Message {
  return message.kind === 'task' ? message : (messageByName(message.counterpart ?? '') ?? message)
}

export const PENDING = 0x00000103

export function isAssociationTask(task: Pick<Command, 'message'>): boolean {
  return task.message.name === 'TASK_ROAM' || task.message.name === 'TASK_CONNECT'
}

/** Scans that repeat until aborted and P2P discovery have no hang limit. */
export function isEndless(task: Task, reader: Reader): boolean {
  if (task.message.name === 'TASK_P2P_DISCOVER') return true
  return task.message.name === 'TASK_SCAN' && task.m1 !== null && reader.scanTask(task.m1).repeat === 0
}

/** Number of the command's first record. */
export function firstSeq(command: Command | undefined): number {
  if (command === undefined) return 0
  return (command.m1 ?? command.m3 ?? ('events' in command ? (command as Task).events[0] : null))?.seq ?? 0
}
